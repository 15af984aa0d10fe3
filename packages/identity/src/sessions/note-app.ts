import type { Deps } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Session } from './session.ts'

/**
 * Note that tokens of a session go to an app, so that the app is told when the session ends.
 *
 * @throws IdentityRefusal `session_ended` if it ended meanwhile: then nobody would tell the app
 */
export async function noteApp(deps: Pick<Deps, 'stores'>, session: Session, clientId: string): Promise<void> {
  const { tenantId, sessionId } = session
  await deps.stores.atomically(async (tx) => {
    const now = await tx.sessions.find(tenantId, sessionId)
    if (now === undefined || now.endedAt !== undefined) throw new IdentityRefusal('session_ended')
    await tx.sessions.insertApp(tenantId, sessionId, clientId)
  })
}
