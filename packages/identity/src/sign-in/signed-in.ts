import { decideStrength } from '@latchkey/policy'
import { appendSignIn } from '../audit/record-sign-in.ts'
import { useBreakGlass } from '../break-glass/use-break-glass.ts'
import type { Deps } from '../deps.ts'
import type { Person } from '../people/person.ts'
import type { OpenedSession } from '../sessions/open-session.ts'
import type { Proof, Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { Trail } from './trail.ts'

/** A sign-in that succeeded. */
export interface SignedIn {
  /** As the decision saw it. */
  readonly tenant: Tenant
  readonly person: Person
  readonly session: Session
  /** The session's new secret: the cookie's value. */
  readonly token: string
  /** What was just proven. */
  readonly proof: Proof
  /** Whether to ask: make this your default way to sign in? */
  readonly firstPasskeySignIn: boolean
}

/**
 * Write down a success, and how the person last signed in, in the unit that makes the session.
 *
 * @throws IdentityRefusal `not_allowed_by_policy` if the account is kept for emergencies and this does not open one
 */
export async function concludeSignIn(
  tx: Pick<Shelves, 'signIns' | 'people' | 'audit' | 'roles' | 'outbox'>,
  deps: Pick<Deps, 'now' | 'random'>,
  done: {
    readonly trail: Trail
    readonly tenant: Tenant
    readonly person: Person
    readonly opened: OpenedSession
    readonly proof: Proof
    readonly detail?: string
    readonly firstPasskeySignIn?: boolean
  },
): Promise<SignedIn> {
  const { trail, tenant, person, opened, proof, detail } = done
  const { session, token } = opened
  await useBreakGlass(tx, deps, { trail, person, proof })
  await appendSignIn(tx, deps, {
    tenantId: person.tenantId,
    outcome: 'success',
    code: '',
    method: proof.method,
    userId: person.userId,
    userName: person.userName,
    sessionId: session.sessionId,
    strength: decideStrength(session.proofs, session.origin),
    visitor: trail.visitor,
    ...(detail !== undefined && { detail }),
    ...(trail.clientId !== undefined && { clientId: trail.clientId }),
    ...(trail.decision !== undefined && { decision: trail.decision }),
    ...proof.passkey,
  })
  // A code is a second proof: what it followed is what chooses the page next time.
  if (proof.method !== 'totp' && person.lastMethod !== proof.method) {
    await tx.people.putLastMethod(person.tenantId, person.userId, proof.method)
  }
  return { tenant, person, session, token, proof, firstPasskeySignIn: done.firstPasskeySignIn ?? false }
}
