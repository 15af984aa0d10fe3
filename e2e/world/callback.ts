import { createServer } from 'node:http'

/** Where an app would be: it takes what a browser brings, and does nothing with it. */
export interface Callback {
  readonly url: string
  /** The next address that a browser brings. */
  arrived(): Promise<URL>
  close(): Promise<void>
}

/** Open one, on a port of its own. */
export async function openCallback(path = '/callback'): Promise<Callback> {
  let waiting: ((address: URL) => void) | undefined
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>app</title>arrived')
    const address = new URL(request.url ?? '/', url)
    if (address.pathname === path) waiting?.(address)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  const url = `http://localhost:${typeof address === 'object' ? address?.port : 0}${path}`
  return {
    url,
    arrived: () =>
      new Promise((resolve) => {
        waiting = resolve
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
