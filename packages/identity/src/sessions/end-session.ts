import type { Actor } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { Session, SessionEnd } from './session.ts'

/** What the outbox keeps of a message to an app that a session is over, as JSON. */
export interface BackchannelLogoutPayload {
  readonly clientId: string
  readonly sessionId: string
  readonly userId: string
}

type EndingShelves = Pick<Shelves, 'sessions' | 'apps' | 'artefacts' | 'outbox'>

/** Which session ends, and why. */
export interface SessionEnding {
  readonly tenantId: string
  readonly sessionId: string
  readonly because: SessionEnd
  /** If set, it ends only if it is this person's. */
  readonly userId?: string
  readonly visitor?: Visitor
  /** Who ends it, if it is not the person whose it is. */
  readonly actor?: Actor
}

/**
 * End a session: tokens and codes made in it go with it, the apps it reached are told, and it is written down; one unit.
 *
 * @returns the session, to the one caller who ended it; nothing to those who came later
 * @throws IdentityRefusal `not_found` if it is not the person's who was named
 */
export async function endSession(deps: Deps, ask: SessionEnding): Promise<Session | undefined> {
  return deps.stores.atomically(async (tx) => {
    const ended = await endInUnit(tx, deps, ask)
    if (ended === undefined) return undefined
    if (ask.userId !== undefined && ended.userId !== ask.userId) {
      throw new IdentityRefusal('not_found', { detail: 'session' })
    }
    await appendAudit(tx, deps, toAttribution(ask, ended), {
      activity: 'session_ended',
      target: { kind: 'session', id: ended.sessionId },
      detail: { because: ask.because },
    })
    return ended
  })
}

function toAttribution(ask: SessionEnding, { tenantId, userId }: Session) {
  const { actor, visitor } = ask
  return {
    tenantId,
    actor: actor ?? { kind: 'person' as const, userId },
    ...(visitor !== undefined && { correlationId: visitor.correlationId, ipAddress: visitor.ipAddress }),
  }
}

/** The ending itself, inside a unit of work. */
async function endInUnit(
  tx: EndingShelves,
  deps: Pick<Deps, 'now' | 'random'>,
  end: { readonly tenantId: string; readonly sessionId: string; readonly because: SessionEnd },
): Promise<Session | undefined> {
  const ended = await tx.sessions.takeAlive(end.tenantId, end.sessionId, deps.now(), end.because)
  if (ended === undefined) return undefined
  await tx.artefacts.removeBySession(end.tenantId, end.sessionId)
  await tellApps(tx, deps, ended)
  return ended
}

async function tellApps(
  tx: EndingShelves,
  deps: Pick<Deps, 'now' | 'random'>,
  { tenantId, sessionId, userId }: Session,
): Promise<void> {
  const at = deps.now()
  for (const clientId of await tx.sessions.listApps(tenantId, sessionId)) {
    const app = await tx.apps.find(tenantId, clientId)
    if (app?.backchannelLogoutUri === undefined) continue
    const payload: BackchannelLogoutPayload = { clientId, sessionId, userId }
    await tx.outbox.insert({
      messageId: newId(deps),
      tenantId,
      kind: 'backchannelLogout',
      payload: JSON.stringify(payload),
      createdAt: at,
      notBefore: at,
      attempts: 0,
    })
  }
}

/** Every session of a person that nobody ended, those whose time is over included: tokens may still hang on them. */
export async function endAllInUnit(
  tx: EndingShelves,
  deps: Pick<Deps, 'now' | 'random'>,
  end: {
    readonly tenantId: string
    readonly userId: string
    readonly because: SessionEnd
    readonly except?: string | undefined
  },
): Promise<number> {
  let ended = 0
  for (const { sessionId } of await tx.sessions.listOfPerson(end.tenantId, end.userId, new Date(0))) {
    if (sessionId === end.except) continue
    if (await endInUnit(tx, deps, { ...end, sessionId })) ended++
  }
  return ended
}

/** The sessions that came from a pass that is gone. */
export async function endSessionsOfPass(
  tx: EndingShelves,
  deps: Pick<Deps, 'now' | 'random'>,
  tenantId: string,
  passId: string | undefined,
): Promise<void> {
  if (passId === undefined) return
  for (const { sessionId } of await tx.sessions.listOfPass(tenantId, passId)) {
    await endInUnit(tx, deps, { tenantId, sessionId, because: 'pass_gone' })
  }
}

/**
 * The sessions that a passkey opened or raised: whoever holds the device it is on must not stay signed in.
 *
 * @param end.except the session in which the passkey is being removed
 */
export async function endSessionsOfPasskey(
  tx: EndingShelves,
  deps: Pick<Deps, 'now' | 'random'>,
  end: {
    readonly tenantId: string
    readonly userId: string
    /** base64url */
    readonly credentialId: string
    readonly except?: string
  },
): Promise<void> {
  const { tenantId, userId, credentialId, except } = end
  for (const { sessionId, proofs } of await tx.sessions.listOfPerson(tenantId, userId, new Date(0))) {
    const byThisPasskey = proofs.some(({ passkey }) => passkey?.credentialId === credentialId)
    if (sessionId === except || !byThisPasskey) continue
    await endInUnit(tx, deps, { tenantId, sessionId, because: 'passkey_removed' })
  }
}
