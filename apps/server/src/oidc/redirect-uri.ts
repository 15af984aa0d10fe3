import { authenticatorClient } from '@latchkey/api/authenticator'
import { type App, authenticatorAppId, commandLineAppId } from '@latchkey/identity'

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

/** Everybody knows their ids, and everybody who has a session can be asked for in their names. */
const publicEverywhere: ReadonlySet<string> = new Set([authenticatorAppId, commandLineAppId])

/**
 * Whether anything on the person's computer could be the one that asks in the name of the Authenticator or of command
 * lines: they are public clients, and on loopback listens whoever was there first. Only the page where our extension
 * waits is out of reach.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8252#section-8.6
 */
export function mayBeAnyProgram(ours: URL, clientId: string, redirectUri = ''): boolean {
  return publicEverywhere.has(clientId) && !isWhereExtensionWaits(ours, clientId, redirectUri)
}

/**
 * Whether an address is the page of ours on which the Authenticator's browser extension waits for its code. It is not
 * among the app's own addresses: those are the same wherever we are reached.
 */
export function isWhereExtensionWaits(ours: URL, clientId: string, redirectUri: string): boolean {
  return (
    clientId === authenticatorAppId && redirectUri === `${ours.origin}${authenticatorClient.redirectPath}`
  )
}
