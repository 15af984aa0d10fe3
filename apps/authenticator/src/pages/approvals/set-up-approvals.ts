import type { ApprovalSetup, ApprovalSetupAnswer } from '@latchkey/api/authenticator'
import { fromBase64url, toBase64url } from '@latchkey/encoding'
import type { Phone, PhoneAccount } from '../../phone/open-phone.ts'
import { findApprovalKey, makeApprovalKey, putApprovalKey, removeApprovalKey } from './approval-keys.ts'

/** What a notification says, in the language of whoever holds the phone. */
export interface NotificationWords {
  readonly title: string
  readonly body: string
}

/** The service worker reads it there: it has no words of its own. */
const wordsCache = 'latchkey-notification'
const wordsAddress = '/authenticator/notification-words'

/**
 * Have this phone approve an account's sign-ins: it makes a key for that, gives its public half to the server, and is
 * woken if it may be. Done again it keeps its key.
 *
 * @param wakes whether to ask for notifications; without them the app asks while it is open
 * @throws ApiProblem, KeeperRefusal
 */
export async function setUpApprovals(
  phone: Phone,
  { id, kept }: PhoneAccount,
  { wakes, words }: { readonly wakes: 'ask' | 'ifAllowed'; readonly words: NotificationWords },
): Promise<ApprovalSetupAnswer> {
  const { deviceId } = kept.device
  const api = await phone.api(id)
  const found = await findApprovalKey(id)
  const key = found?.deviceId === deviceId ? found : await makeApprovalKey(deviceId)
  const subscription = await subscribe(
    async () => (await api.send<ApprovalSetupAnswer>('GET', '/push')).applicationServerKey,
    { wakes, words },
  ).catch(() => undefined)
  const setup: ApprovalSetup = {
    approvalKey: toBase64url(key.publicKey),
    ...(subscription && { subscription }),
  }
  const answer = await api.send<ApprovalSetupAnswer>('PUT', '/push', setup)
  await putApprovalKey(id, key)
  return answer
}

/** Have this phone approve no more. @throws ApiProblem, KeeperRefusal */
export async function stopApprovals(phone: Phone, id: string): Promise<void> {
  await (await phone.api(id)).send('DELETE', '/push')
  await removeApprovalKey(id)
}

async function subscribe(
  serverKey: () => Promise<string>,
  { wakes, words }: { readonly wakes: 'ask' | 'ifAllowed'; readonly words: NotificationWords },
): Promise<ApprovalSetup['subscription']> {
  if (!('PushManager' in window) || !('serviceWorker' in navigator)) return undefined
  const permission = wakes === 'ask' ? await Notification.requestPermission() : Notification.permission
  if (permission !== 'granted') return undefined
  const worker = await navigator.serviceWorker.ready
  const cache = await caches.open(wordsCache)
  await cache.put(wordsAddress, new Response(JSON.stringify(words)))
  const subscribed = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: fromBase64url(await serverKey()),
  })
  const { endpoint, keys } = subscribed.toJSON()
  const { p256dh, auth } = keys ?? {}
  if (endpoint === undefined || p256dh === undefined || auth === undefined) return undefined
  return { endpoint, keys: { p256dh, auth } }
}
