import type { Binding } from '../credentials/challenge.ts'
import type { Deps, Visitor } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import { requireMethod } from '../rules/require-method.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import { raiseSession } from '../sessions/open-session.ts'
import type { Proof, Session } from '../sessions/session.ts'
import { concludeSignIn, type SignedIn } from '../sign-in/signed-in.ts'
import { beginTrail, followed } from '../sign-in/trail.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { clearAttempts, countAttempt } from '../throttling/count-attempt.ts'
import { findStep, readTypedCode } from './one-time-code.ts'
import { openTotpSecret } from './sealed-secret.ts'
import type { TotpRecord } from './totp-store.ts'

/** A one-time code that was typed in a session that is alive. */
export interface CodeAsk {
  readonly session: Session
  readonly token: string
  readonly code: string
  readonly visitor: Visitor
  readonly binding: Binding
  /** The app on whose behalf, for the log. */
  readonly clientId?: string
}

/**
 * Prove a second factor with a one-time code: the session gains the proof and a new secret.
 *
 * @throws IdentityRefusal `session_ended`, `code_incorrect`, `code_replayed`, `too_many_attempts`; `not_allowed_by_policy` if the code
 *   is right and codes are not for this person (any more)
 */
export async function signInWithCode(deps: Deps, ask: CodeAsk): Promise<SignedIn> {
  const { tenantId, userId } = ask.session
  const trail = beginTrail('totp', { ...ask, tenantId })
  trail.userId = userId

  return followed(deps, trail, async () => {
    const { userName } = (await getLiveSession(deps.stores, deps, ask.session)).person
    const attempt = { tenantId, userName, method: 'totp', visitor: ask.visitor } as const
    trail.userName = userName
    await countAttempt(deps, attempt)
    const { totp, step } = await findTotp(deps, ask)

    return deps.stores.atomically(async (tx) => {
      const { session, person } = await getLiveSession(tx, deps, ask.session)
      const taken = await tx.totps.takeStep(tenantId, totp.totpId, step, deps.now())
      if (!taken) throw new IdentityRefusal('code_replayed')

      const tenant = await getTenant(tx, tenantId)
      await requireMethod(tx, deps, { tenant, person, method: 'totp', trail })
      const proof: Proof = { method: 'totp', at: deps.now() }
      const opened = await raiseSession(tx, deps, { before: session, from: ask.token, proof, tenant })
      if (opened === undefined) throw new IdentityRefusal('session_ended')
      await clearAttempts(tx, attempt)
      return concludeSignIn(tx, deps, { trail, tenant, person, opened, proof })
    })
  })
}

/** Find the generator whose code this is. */
async function findTotp(
  deps: Deps,
  { session, code }: CodeAsk,
): Promise<{ readonly totp: TotpRecord; readonly step: number }> {
  const typed = readTypedCode(code)
  if (typed === undefined) throw new IdentityRefusal('code_incorrect', { detail: 'form' })
  for (const totp of await deps.stores.totps.listOfPerson(session.tenantId, session.userId)) {
    const step = findStep(await openTotpSecret(deps, totp), typed, deps.now())
    if (step !== undefined) return { totp, step }
  }
  throw new IdentityRefusal('code_incorrect')
}
