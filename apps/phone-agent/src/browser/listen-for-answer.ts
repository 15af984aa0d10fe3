import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Waits on loopback for the browser to come back from signing in. */
export interface AnswerListener {
  /** `http://127.0.0.1:port/`: where the browser is to be sent. */
  readonly redirectUri: string
  /** The address the browser came back with; the first that has our state. Rejects when it is closed. */
  readonly answer: Promise<URL>
  close(): void
}

/** What the tab says when it is done. */
export interface ClosingWords {
  readonly title: string
  readonly text: string
}

/**
 * Listen for a sign-in to come back (RFC 8252 §7.3). Whoever asks without the state learns nothing and ends nothing.
 */
export async function listenForAnswer(state: string, words: ClosingWords): Promise<AnswerListener> {
  const { promise, resolve, reject } = Promise.withResolvers<URL>()
  // Whoever closes it without having waited has not missed anything.
  promise.catch(() => undefined)
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', redirectUri)
    if (request.method !== 'GET' || url?.pathname !== '/' || url.searchParams.get('state') !== state) {
      response.writeHead(404).end()
      return
    }
    sayDone(response, words)
    resolve(url)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const redirectUri = `http://127.0.0.1:${toPort(server.address())}/`
  return {
    redirectUri,
    answer: promise,
    close() {
      server.close()
      server.closeIdleConnections()
      reject(new Error('nobody came back'))
    },
  }
}

function toPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('not an address of the internet')
  return address.port
}

/** The code stands in the tab's address: the page loads nothing that could see it. */
function sayDone(response: ServerResponse, { title, text }: ClosingWords): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(
    `<!doctype html><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p>`,
  )
}
