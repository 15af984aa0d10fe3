import type { App } from '@latchkey/identity'

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether an app is registered to be answered at an address. A native app listens on this very machine, on a port that
 * it learns when it starts: there the port does not matter.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
export function isRedirectUriOf(app: App, redirectUri: string): boolean {
  if (app.redirectUris.includes(redirectUri)) return true
  const asked = app.kind === 'native' ? withoutPort(redirectUri) : undefined
  return asked !== undefined && app.redirectUris.some((registered) => withoutPort(registered) === asked)
}

function withoutPort(address: string): string | undefined {
  const url = URL.parse(address)
  if (url?.protocol !== 'http:' || !thisMachine.has(url.hostname) || url.username !== '') return undefined
  url.port = ''
  return url.href
}
