import { acceptedTerms, type Rules } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import type { Person } from '../people/person.ts'
import type { Shelves } from '../stores.ts'

/** The ids of the terms of use that somebody has accepted and that count. Nothing is read if no rule asks for any. */
export async function listAcceptedTerms(
  tx: Pick<Shelves, 'acceptances'>,
  { now }: Pick<Deps, 'now'>,
  { tenantId, userId }: Pick<Person, 'tenantId' | 'userId'>,
  { asksTerms, access }: Pick<Rules, 'asksTerms' | 'access'>,
): Promise<ReadonlySet<string>> {
  if (!asksTerms) return new Set()
  return acceptedTerms(access.terms, await tx.acceptances.listAccepted(tenantId, userId), now())
}
