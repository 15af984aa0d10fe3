import type { Binding } from '../credentials/challenge.ts'
import type { Deps, Visitor } from '../deps.ts'
import { normaliseUserName } from '../people/normalise-user-name.ts'
import { IdentityRefusal } from '../refusal.ts'
import { type CurrentSession, openSession } from '../sessions/open-session.ts'
import type { Proof } from '../sessions/session.ts'
import { concludeSignIn, type SignedIn } from '../sign-in/signed-in.ts'
import { beginTrail, followed } from '../sign-in/trail.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { clearAttempts, countAttempt } from '../throttling/count-attempt.ts'
import { hashSecret, verifySecret } from './argon2id.ts'
import { isPasswordLength, normalisePassword } from './read-password.ts'

/** A name and a password that were typed. */
export interface PasswordAsk {
  readonly tenantId: string
  readonly userName: string
  readonly password: string
  readonly visitor: Visitor
  readonly binding: Binding
  /** The app on whose behalf, for the log. */
  readonly clientId?: string
  /** The session to raise, if it is the same person's. */
  readonly current?: CurrentSession
}

/**
 * Sign in with a password: one factor. A name that nobody has costs the same work and gets the same answer.
 *
 * @throws IdentityRefusal `sign_in_failed`; `person_disabled`, only when the password is right; `too_many_attempts`
 */
export async function signInWithPassword(deps: Deps, ask: PasswordAsk): Promise<SignedIn> {
  const userName = normaliseUserName(ask.userName)
  const trail = beginTrail('password', { ...ask, userName })
  const attempt = { ...ask, userName, method: 'password' } as const

  return followed(deps, trail, async () => {
    if (!isPasswordLength(ask.password)) throw new IdentityRefusal('sign_in_failed', { detail: 'length' })
    await countAttempt(deps, attempt)

    const password = normalisePassword(ask.password)
    const found = await deps.stores.people.findByUserName(ask.tenantId, userName)
    if (found !== undefined) trail.userId = found.userId
    // Somebody who is not there has an id that nobody has, so that both cost one read more.
    const kept = await deps.stores.passwords.find(ask.tenantId, found?.userId ?? '')
    const { right, outdated } = await verifySecret(deps, password, kept?.hash)
    if (!right || found === undefined) throw new IdentityRefusal('sign_in_failed')
    const newHash = outdated ? await hashSecret(deps, password) : undefined

    return deps.stores.atomically(async (tx) => {
      const person = await tx.people.find(ask.tenantId, found.userId)
      const now = await tx.passwords.find(ask.tenantId, found.userId)
      // Changed while we were hashing: what was typed is not the password any more.
      if (person === undefined || now?.hash !== kept?.hash) throw new IdentityRefusal('sign_in_failed')
      if (!person.enabled) throw new IdentityRefusal('person_disabled')
      if (newHash !== undefined && now !== undefined) await tx.passwords.put({ ...now, hash: newHash })

      const tenant = await getTenant(tx, ask.tenantId)
      const proof: Proof = { method: 'password', at: deps.now() }
      const { visitor, current } = ask
      const opened = await openSession(tx, deps, { tenant, person, proof, visitor, current })
      await clearAttempts(tx, attempt)
      return concludeSignIn(tx, deps, { trail, tenant, person, opened, proof })
    })
  })
}
