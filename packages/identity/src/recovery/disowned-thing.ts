import { IdentityRefusal } from '../refusal.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'

/** A sign-in or a change, as far as it matters to whoever says it was not them. */
export interface DisownedThing {
  readonly at: Date
  readonly ipAddress?: string
  readonly userAgent?: string
  /** False for a try that failed: nobody got in. */
  readonly happened: boolean
  readonly sessionId?: string
  /** The passkey that was used or added, base64url. */
  readonly credentialId?: string
  /** The code generator that was added; `any` for the one that was used, which no record names. */
  readonly totp?: string
  /** Whether the password was used or changed. */
  readonly password: boolean
}

/** What people change about themselves. What an administrator does to others has other targets. */
const ownThings: ReadonlySet<string> = new Set(['passkey', 'totp', 'session', 'password'])

/** @throws IdentityRefusal `not_found`, also for a record that is somebody else's */
export async function getDisownedThing(
  tx: Pick<Shelves, 'signIns' | 'audit'>,
  session: Pick<Session, 'tenantId' | 'userId'>,
  { kind, id }: { readonly kind: 'signIn' | 'change'; readonly id: string },
): Promise<DisownedThing> {
  const found = kind === 'signIn' ? await findSignIn(tx, session, id) : await findChange(tx, session, id)
  if (found === undefined) throw new IdentityRefusal('not_found', { detail: kind })
  return found
}

async function findSignIn(
  tx: Pick<Shelves, 'signIns'>,
  { tenantId, userId }: Pick<Session, 'tenantId' | 'userId'>,
  id: string,
): Promise<DisownedThing | undefined> {
  const record = await tx.signIns.find(tenantId, id)
  if (record?.userId !== userId) return undefined
  const { at, ipAddress, userAgent, outcome, sessionId, credentialId, method } = record
  const happened = outcome === 'success'
  return {
    at,
    ipAddress,
    userAgent,
    happened,
    // Who knows the password and fails at what comes after it still knows the password.
    password: method === 'password' && (happened || outcome === 'interrupted'),
    ...(happened && {
      ...(sessionId !== undefined && { sessionId }),
      ...(credentialId !== undefined && { credentialId }),
      ...(method === 'totp' && { totp: 'any' }),
    }),
  }
}

async function findChange(
  tx: Pick<Shelves, 'audit'>,
  { tenantId, userId }: Pick<Session, 'tenantId' | 'userId'>,
  id: string,
): Promise<DisownedThing | undefined> {
  const record = await tx.audit.find(tenantId, id)
  if (record === undefined) return undefined
  const { at, ipAddress, activity, target, detail, actor } = record
  const theirs = target.kind === 'person' ? target.id === userId : actor.userId === userId
  if (!theirs || !(target.kind === 'person' || ownThings.has(target.kind))) return undefined
  const methodId = target.kind === 'person' ? detail['methodId'] : target.id
  const added = typeof methodId === 'string' ? methodId : undefined
  return {
    at,
    happened: true,
    password: activity === 'password_changed',
    ...(ipAddress !== undefined && { ipAddress }),
    ...(added !== undefined && activity === 'passkey_added' && { credentialId: added }),
    ...(added !== undefined && activity === 'totp_added' && { totp: added }),
  }
}
