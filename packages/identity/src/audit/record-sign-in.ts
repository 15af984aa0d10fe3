import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import type { Shelves } from '../stores.ts'
import type { SignInRecord } from './sign-in-log-store.ts'

/** What happened; who was at the other end and when is added here. */
export type SignInOutcome = Omit<
  SignInRecord,
  'signInId' | 'at' | 'correlationId' | 'ipAddress' | 'userAgent' | 'elapsedMilliseconds'
> & { readonly visitor: Visitor }

/** Write down an attempt to sign in, or what an app was told: durably, outside any other unit of work. */
export async function recordSignIn(
  deps: Pick<Deps, 'stores' | 'now' | 'random'>,
  outcome: SignInOutcome,
): Promise<void> {
  await appendSignIn(deps.stores, deps, outcome)
}

/** The same, inside a unit of work. */
export async function appendSignIn(
  tx: Pick<Shelves, 'signIns'>,
  deps: Pick<Deps, 'now' | 'random'>,
  { visitor, ...outcome }: SignInOutcome,
): Promise<void> {
  const at = deps.now()
  const proven = outcome.outcome === 'success' && outcome.method !== undefined
  await tx.signIns.append({
    ...outcome,
    signInId: newId(deps),
    at,
    correlationId: visitor.correlationId,
    ipAddress: visitor.ipAddress,
    userAgent: visitor.userAgent,
    ...(proven && visitor.startedAt && { elapsedMilliseconds: at.getTime() - visitor.startedAt.getTime() }),
  })
}
