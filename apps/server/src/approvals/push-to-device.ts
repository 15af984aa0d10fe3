import type { NamedApprover } from '@latchkey/identity'
import type { Reachable } from '../log-streams/reachable.ts'
import type { ServerDeps } from '../server-deps.ts'
import { encryptPush } from './web-push/encrypt-push.ts'
import { postPush } from './web-push/post-push.ts'
import { getVapidKey, writeVapid } from './web-push/vapid.ts'

/** What a device is woken for. Nothing in it is about an account. */
export interface Push {
  readonly says: { readonly waiting: true } | { readonly calling: true }
  /** Of pushes with the same topic that a device has not got yet it gets the last. */
  readonly topic: 'approval' | 'call'
  /** For so long the push service may keep it. */
  readonly seconds: number
}

/**
 * Tell a device's push service to wake it, if it has one. A subscription that the service knows no more is forgotten.
 *
 * @throws Error when the service did not take it
 */
export async function pushToDevice(
  deps: ServerDeps,
  { tenantId, deviceId, subscription }: NamedApprover,
  { says, topic, seconds }: Push,
): Promise<void> {
  if (subscription === undefined) return
  const endpoint = new URL(subscription.endpoint)
  const contact = deps.config.url.href
  const vapid = writeVapid(await getVapidKey(deps), { endpoint, contact, now: deps.now() })
  const status = await postPush(
    endpoint,
    {
      body: encryptPush(Buffer.from(JSON.stringify(says)), subscription, { salt: deps.random(16) }),
      headers: { authorization: vapid, ttl: String(seconds), urgency: 'high', topic },
    },
    toReachable(deps, endpoint),
  )
  if (status >= 200 && status < 300) return
  if (status === 404 || status === 410) {
    await deps.stores.approvers.forgetSubscription(tenantId, deviceId, subscription.endpoint)
    deps.log.info({ tenantId, deviceId, status }, 'a push subscription is gone')
    return
  }
  throw new Error(`the push service answered ${status}`)
}

/** Where a push may go: to the internet, encrypted; or where the operator said. */
export function toReachable({ config }: Pick<ServerDeps, 'config'>, endpoint: URL): Reachable {
  return { allowed: config.privateDestinations, encrypted: endpoint.protocol === 'https:' }
}
