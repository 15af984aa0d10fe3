import { mayUsePass } from '@latchkey/policy'
import type { Binding } from '../credentials/challenge.ts'
import type { Deps, Visitor } from '../deps.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { verifySecret } from '../passwords/argon2id.ts'
import { normaliseUserName } from '../people/normalise-user-name.ts'
import { IdentityRefusal } from '../refusal.ts'
import { requireMethod } from '../rules/require-method.ts'
import { type CurrentSession, openSession } from '../sessions/open-session.ts'
import type { Proof } from '../sessions/session.ts'
import { concludeSignIn, type SignedIn } from '../sign-in/signed-in.ts'
import { beginTrail, followed } from '../sign-in/trail.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { clearAttempts, countAttempt } from '../throttling/count-attempt.ts'
import type { TemporaryAccessPass } from './pass-store.ts'
import { readTypedPass } from './pass-text.ts'

/** A name and a pass that were typed. */
export interface PassAsk {
  readonly tenantId: string
  readonly userName: string
  readonly pass: string
  readonly visitor: Visitor
  readonly binding: Binding
  /** The app on whose behalf, for the log. */
  readonly clientId?: string
  /** Accepted and not raised: what comes from a pass is a session of its own, and ends with it. */
  readonly current?: CurrentSession
}

/**
 * Sign in with a Temporary Access Pass.
 *
 * Only who types the right pass learns that it is expired, used or not yet valid; everybody else hears that it is not
 * correct, whether there is one or not.
 *
 * @throws IdentityRefusal `pass_incorrect`; `pass_expired`, `pass_used`, `pass_not_yet_valid` or `person_disabled` only
 *   when the pass is right, and then `not_allowed_by_policy` too if passes are not for this person (any more);
 *   `too_many_attempts`
 */
export async function redeemPass(deps: Deps, ask: PassAsk): Promise<SignedIn> {
  const userName = normaliseUserName(ask.userName)
  const trail = beginTrail('temporaryAccessPass', { ...ask, userName })
  const attempt = { ...ask, userName, method: 'temporaryAccessPass' } as const

  return followed(deps, trail, async () => {
    const typed = readTypedPass(ask.pass)
    if (typed === undefined) throw new IdentityRefusal('pass_incorrect', { detail: 'length' })
    await countAttempt(deps, attempt)

    const found = await deps.stores.people.findByUserName(ask.tenantId, userName)
    if (found !== undefined) trail.userId = found.userId
    const kept = await deps.stores.passes.find(ask.tenantId, found?.userId ?? '')
    const { right } = await verifySecret(deps, typed, kept?.hash)
    if (!right || found === undefined || kept === undefined) throw new IdentityRefusal('pass_incorrect')

    return deps.stores.atomically(async (tx) => {
      const person = await tx.people.find(ask.tenantId, found.userId)
      if (person === undefined) throw new IdentityRefusal('pass_incorrect')
      if (!person.enabled) throw new IdentityRefusal('person_disabled')
      const pass = await takePass(tx, deps, kept)

      const tenant = await getTenant(tx, ask.tenantId)
      await requireMethod(tx, deps, { tenant, person, method: 'temporaryAccessPass', trail })
      const proof: Proof = { method: 'temporaryAccessPass', at: deps.now(), once: pass.once }
      const opened = await openSession(tx, deps, { tenant, person, proof, visitor: ask.visitor, pass })
      await clearAttempts(tx, attempt)
      await mailPerson(tx, deps, { person, template: 'pass_used', values: fromVisitor(ask.visitor) })
      return concludeSignIn(tx, deps, { trail, tenant, person, opened, proof })
    })
  })
}

/** Use the pass that was typed right; if that cannot be, say why. */
async function takePass(
  tx: Pick<Shelves, 'passes'>,
  deps: Pick<Deps, 'now'>,
  kept: TemporaryAccessPass,
): Promise<TemporaryAccessPass> {
  const now = deps.now()
  if (await tx.passes.take(kept.tenantId, kept.passId, now)) return kept

  const held = await tx.passes.find(kept.tenantId, kept.userId)
  // Replaced or removed while we were hashing: what was typed is not the pass any more.
  if (held?.passId !== kept.passId) throw new IdentityRefusal('pass_incorrect')
  const decision = mayUsePass(held, now)
  throw new IdentityRefusal(decision.allow ? 'pass_used' : (codeOf[decision.because] ?? 'pass_incorrect'))
}

const codeOf: Readonly<Record<string, 'pass_expired' | 'pass_used' | 'pass_not_yet_valid'>> = {
  pass_expired: 'pass_expired',
  pass_used: 'pass_used',
  pass_not_yet_valid: 'pass_not_yet_valid',
}
