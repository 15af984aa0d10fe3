import type { OutboxMessage } from '@latchkey/identity'
import { z } from 'zod'
import type { ServerDeps } from '../server-deps.ts'

/** How long an app may take to answer. */
const answerMilliseconds = 10_000

/** What the outbox says about a session that ended, for one app that has tokens of it. */
const Payload = z.object({ clientId: z.string(), userId: z.string(), sessionId: z.string() })

/**
 * Tell an app that a session ended. An app that is gone, or wants no such message, is left in peace.
 *
 * @throws Error when the app did not say that it heard
 * @see https://openid.net/specs/openid-connect-backchannel-1_0.html#BCRequest
 */
export async function sendLogout(deps: ServerDeps, message: OutboxMessage): Promise<void> {
  const { clientId, userId, sessionId } = Payload.parse(JSON.parse(message.payload))
  const app = await deps.stores.apps.find(message.tenantId, clientId)
  if (app?.backchannelLogoutUri === undefined) return
  // What signs tokens is loaded when it is first needed.
  const { createLogoutToken } = await import('../oidc/logout-token.ts')
  const logoutToken = await createLogoutToken(deps, message.tenantId, clientId, {
    sub: userId,
    sid: sessionId,
  })
  const answer = await fetch(app.backchannelLogoutUri, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ logout_token: logoutToken }),
    redirect: 'error',
    signal: AbortSignal.timeout(answerMilliseconds),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`the app answered ${answer.status}`)
}
