import { request as requestHttps } from 'node:https'
import { nodeHttp } from '../../http/node-http.ts'
import { type Reachable, reachableLookup, requireReachable } from '../../log-streams/reachable.ts'

/** How long a push service may take to answer. */
const answerMilliseconds = 10_000

/**
 * Post an encrypted message to a push service. Redirects are not followed: they would lead past the check of where we
 * connect to.
 *
 * @returns the status it answered with
 * @throws Error if it did not answer; Unreachable
 * @see https://www.rfc-editor.org/rfc/rfc8030#section-5
 */
export async function postPush(
  endpoint: URL,
  message: { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> },
  reachable: Reachable,
): Promise<number> {
  requireReachable(endpoint.hostname.replace(/^\[|\]$/g, ''), reachable)
  const request = endpoint.protocol === 'https:' ? requestHttps : nodeHttp.request
  return await new Promise((resolve, reject) => {
    const sent = request(endpoint, {
      method: 'POST',
      // No connection is kept: each is checked.
      agent: false,
      lookup: reachableLookup(reachable),
      signal: AbortSignal.timeout(answerMilliseconds),
      headers: {
        'content-type': 'application/octet-stream',
        'content-encoding': 'aes128gcm',
        'content-length': message.body.length,
        'user-agent': 'Latchkey',
        ...message.headers,
      },
    })
    sent.on('error', reject)
    sent.on('response', (answer) => {
      // What it says beside the status is of no use to anybody.
      answer.destroy()
      resolve(answer.statusCode ?? 0)
    })
    sent.end(message.body)
  })
}
