import { createHmac } from 'node:crypto'

/** What is signed. */
export interface WebhookMessage {
  /** The same whenever the same is sent again: a receiver knows it by this. */
  readonly id: string
  /** Of this attempt. */
  readonly at: Date
  readonly body: string
}

/**
 * Sign what a webhook gets: HMAC-SHA-256 over `id.timestamp.body`, once with each secret.
 *
 * @param secrets the first is the one that holds; a former one signs too for a while
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme
 */
export function signWebhook(
  { id, at, body }: WebhookMessage,
  secrets: readonly Uint8Array[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  )
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
