import { request as requestHttps } from 'node:https'
import { nodeHttp } from '../http/node-http.ts'
import { type Reachable, reachableLookup, requireReachable } from './reachable.ts'

/** How long a receiver may take to answer, all in all. */
const answerMilliseconds = 15_000

/** Of an answer we read what is useful to whoever looks for the fault. */
const mostAnswer = 300

/**
 * Post a body to a webhook, and be content with nothing but a 2xx. Redirects are not followed: they would lead past the
 * check of where we connect to.
 *
 * @throws Error saying what the receiver did; Unreachable
 */
export async function postWebhook(
  url: URL,
  message: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  reachable: Reachable,
): Promise<void> {
  requireReachable(url.hostname.replace(/^\[|\]$/g, ''), reachable)
  const body = Buffer.from(message.body)
  const request = url.protocol === 'https:' ? requestHttps : nodeHttp.request
  await new Promise<void>((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      // No connection is kept: each is checked.
      agent: false,
      lookup: reachableLookup(reachable),
      signal: AbortSignal.timeout(answerMilliseconds),
      headers: {
        'content-type': 'application/json',
        'content-length': body.length,
        'user-agent': 'Latchkey',
        ...message.headers,
      },
    })
    sent.on('error', reject)
    sent.on('response', (answer) => {
      const { statusCode: status = 0 } = answer
      let said = ''
      answer.setEncoding('utf8')
      answer.on('error', reject)
      answer.on('data', (piece: string) => {
        said += piece.slice(0, mostAnswer - said.length)
        // What a receiver answered with is known by its first words.
        if (said.length >= mostAnswer) answer.destroy()
      })
      answer.on('close', () => {
        if (status >= 200 && status < 300) resolve()
        else reject(new Error(`the receiver answered ${status}${said === '' ? '' : `: ${oneLine(said)}`}`))
      })
    })
    sent.end(body)
  })
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
}
