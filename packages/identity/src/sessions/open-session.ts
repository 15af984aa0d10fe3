import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import type { TemporaryAccessPass } from '../passes/pass-store.ts'
import type { Person } from '../people/person.ts'
import type { Shelves } from '../stores.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { isAlive } from './is-alive.ts'
import type { Proof, Session } from './session.ts'
import { hashSessionToken, newSessionToken } from './session-token.ts'

/** A session that a request came with, and the secret it came under. */
export interface CurrentSession {
  readonly session: Session
  readonly token: string
}

/** A session and its new secret. */
export interface OpenedSession {
  readonly session: Session
  /** The cookie's value. Not kept. */
  readonly token: string
}

/** What a session is made of. */
export interface SessionGrounds {
  readonly tenant: Tenant
  readonly person: Person
  readonly proof: Proof
  readonly visitor: Visitor
  /** The session to raise, if it is the same person's. */
  readonly current?: CurrentSession | undefined
  /** The pass that was used: the session is its own, and ends with it. */
  readonly pass?: TemporaryAccessPass
}

/**
 * Keep what was proven, in the unit of work that establishes it: raise the person's session if there is one to raise,
 * else make a new one.
 */
export async function openSession(
  tx: Pick<Shelves, 'sessions'>,
  deps: Pick<Deps, 'now' | 'random'>,
  grounds: SessionGrounds,
): Promise<OpenedSession> {
  const raised = grounds.pass === undefined ? await findRaised(tx, deps, grounds) : undefined
  return raised ?? makeSession(tx, deps, grounds)
}

async function makeSession(
  tx: Pick<Shelves, 'sessions'>,
  deps: Pick<Deps, 'now' | 'random'>,
  { tenant, person, proof, visitor, pass }: SessionGrounds,
): Promise<OpenedSession> {
  const now = deps.now()
  const session: Session = {
    tenantId: tenant.tenantId,
    sessionId: newId(deps),
    userId: person.userId,
    proofs: [proof],
    origin: 'browser',
    securityStamp: person.securityStamp,
    ...(pass !== undefined && { passId: pass.passId }),
    staysSignedIn: false,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: earlier(afterMinutes(now, tenant.settings.sessions.sessionMinutes), pass?.expiresAt),
    ipAddress: visitor.ipAddress,
    userAgent: visitor.userAgent,
  }
  const token = newSessionToken(deps, tenant.tenantId)
  await tx.sessions.insert(session, hashSessionToken(token))
  return { session, token }
}

async function findRaised(
  tx: Pick<Shelves, 'sessions'>,
  deps: Pick<Deps, 'now' | 'random'>,
  { tenant, person, proof, current }: SessionGrounds,
): Promise<OpenedSession | undefined> {
  if (current === undefined) return undefined
  const before = await tx.sessions.find(tenant.tenantId, current.session.sessionId)
  // A pass's session is left as it is: using what was registered in it makes a new one, which does not end with it.
  if (!before || before.passId !== undefined || !isAlive(before, person, deps.now())) return undefined
  return raiseSession(tx, deps, { before, from: current.token, proof, tenant })
}

/**
 * Add a proof to a session that is alive. Its secret changes, so that whoever knew it before the proof knows nothing
 * after; its id does not, because apps know it.
 *
 * @returns undefined if it ended meanwhile, or the secret is not the session's (any more): two elevations raced
 */
export async function raiseSession(
  tx: Pick<Shelves, 'sessions'>,
  deps: Pick<Deps, 'now' | 'random'>,
  raise: {
    readonly before: Session
    readonly from: string
    readonly proof: Proof
    readonly tenant: Tenant
  },
): Promise<OpenedSession | undefined> {
  const { before, proof, tenant } = raise
  const now = deps.now()
  const session: Session = {
    ...before,
    proofs: withProof(before.proofs, proof),
    lastSeenAt: now,
    expiresAt: expiryAfter(before, proof, tenant, now),
  }
  const token = newSessionToken(deps, before.tenantId)
  const rotated = await tx.sessions.rotate(session, hashSessionToken(raise.from), hashSessionToken(token))
  return rotated ? { session, token } : undefined
}

/** A proof that could have made a session of its own counts its time anew; a code, which could not, does not. */
function expiryAfter(before: Session, proof: Proof, tenant: Tenant, now: Date): Date {
  if (proof.method === 'totp' || before.passId !== undefined) return before.expiresAt
  const anew = afterMinutes(now, tenant.settings.sessions.sessionMinutes)
  return anew.getTime() > before.expiresAt.getTime() ? anew : before.expiresAt
}

/** The newest proof of each kind. A verified and an unverified use of one passkey are two kinds: a weaker one later takes nothing away. */
function withProof(proofs: readonly Proof[], proof: Proof): readonly Proof[] {
  const kind = kindOf(proof)
  return [...proofs.filter((each) => kindOf(each) !== kind), proof]
}

function kindOf({ method, passkey }: Proof): string {
  return [method, passkey?.credentialId, passkey?.userVerified].join(' ')
}

/** An instant so many minutes later. */
export function afterMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000)
}

function earlier(one: Date, other: Date | undefined): Date {
  return other !== undefined && other.getTime() < one.getTime() ? other : one
}
