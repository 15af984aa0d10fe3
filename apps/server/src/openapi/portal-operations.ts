import { z } from 'zod'
import { AddCodes, ChangePassword, DefaultMethod } from '../security-info/account-routes.ts'
import { Begin, Explain, Finish, Name } from '../security-info/passkey-routes.ts'
import { Confirm } from '../security-info/security-info-routes.ts'
import { Check, SetUp } from '../welcome/welcome-routes.ts'
import { methodsOperations } from './methods-operations.ts'
import { CeremonyOptions, Navigate, type Operation, Problem, Signal } from './operation.ts'

const Added = z.object({ rename: z.string(), name: z.string(), signal: Signal })

/** What the pages of Security info and of the first administrator post. */
export const portalOperations: readonly Operation[] = [
  ...methodsOperations,
  own('confirm', 'Go and prove oneself again, and come back.', Confirm),
  own('passkeys/begin', 'Begin to add a passkey.', Begin, CeremonyOptions),
  own('passkeys/finish', 'Add a passkey.', Finish, Added),
  own('passkeys/:id/name', 'Name a passkey.', Name),
  own('passkeys/:id/remove', 'Remove a passkey.', undefined, z.object({ signal: Signal })),
  own('explain', 'Tell that the browser gave no passkey, and learn why.', Explain, Problem.partial()),
  own('codes', 'Add an authenticator app for one-time codes.', AddCodes),
  own('codes/:id/remove', 'Remove one.'),
  own('password', 'Change the password.', ChangePassword),
  own('default', 'Choose the default way to sign in.', DefaultMethod, z.object({})),
  own('sessions/:id/end', 'End a session.'),
  own('sessions/end-all', 'End every session, this one too.'),
  {
    method: 'post',
    path: '/welcome/check',
    tag: 'welcome',
    summary: 'Tell whether the link of the first administrator can still be used.',
    by: 'nobody',
    body: Check,
    answer: z.object({ usable: z.boolean() }),
  },
  {
    method: 'post',
    path: '/welcome',
    tag: 'welcome',
    summary: 'Make an organisation and its first administrator. Spends the link.',
    by: 'nobody',
    body: SetUp,
    answer: Navigate,
  },
]

function own(path: string, summary: string, body?: z.ZodType, answer: z.ZodType = Navigate): Operation {
  return {
    method: 'post',
    path: `/security-info/${path}`,
    tag: 'security-info',
    summary,
    by: 'session',
    answer,
    ...(body && { body }),
  }
}
