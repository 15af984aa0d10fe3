import { z } from 'zod'
import { NewPerson } from '../admin/admin-routes.ts'
import { IssuePass } from '../admin/person-routes.ts'
import { Navigate, type Operation } from './operation.ts'

const Issued = z.object({ show: z.object({ pass: z.string(), until: z.iso.datetime() }) })

/** What the pages of administration post. */
export const adminOperations: readonly Operation[] = [
  change('/admin-plain/people', 'Add a person.', NewPerson),
  change(
    '/admin-plain/people/:userId/pass',
    'Issue a Temporary Access Pass. It is said once.',
    IssuePass,
    Issued,
  ),
  change('/admin-plain/people/:userId/pass/remove', 'Remove a pass.'),
  change('/admin-plain/people/:userId/passkeys/:id/remove', 'Remove a passkey.'),
  change('/admin-plain/people/:userId/codes/:id/remove', 'Remove an authenticator app.'),
  change('/admin-plain/people/:userId/sessions/revoke', 'End every session of a person.'),
  change('/admin-plain/people/:userId/disable', 'Switch an account off.'),
  change('/admin-plain/people/:userId/enable', 'Switch it on again.'),
]

function change(path: string, summary: string, body?: z.ZodType, answer: z.ZodType = Navigate): Operation {
  return { method: 'post', path, tag: 'admin', summary, by: 'session', answer, ...(body && { body }) }
}
