import { IdentityRefusal } from '../refusal.ts'
import type { App } from './app-store.ts'

/**
 * Read an address that people are sent back to. `https:`; `http:` only on this very machine; a scheme of its own only
 * for a native app, with a dot in it. No fragment, no user information, and never a scheme that runs what follows it.
 *
 * @throws IdentityRefusal `invalid_input`
 * @see https://www.rfc-editor.org/rfc/rfc8252#section-7
 */
export function readRedirectUri(text: string, kind: App['kind']): string {
  const uri = readUri(text, 'redirectUri')
  const own = kind === 'native' && /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/.test(uri.protocol)
  if (!own && !isWebAddress(uri)) throw new IdentityRefusal('invalid_input', { detail: 'redirectUri' })
  return text
}

/** Read an address of an app that we, or a browser, call. @throws IdentityRefusal `invalid_input` */
function readAddress(text: string): string {
  if (!isWebAddress(readUri(text, 'uri'))) throw new IdentityRefusal('invalid_input', { detail: 'uri' })
  return text
}

function readUri(text: string, detail: string): URL {
  const uri = text.length <= 2000 && !/\s/.test(text) ? URL.parse(text) : null
  if (uri === null || uri.hash !== '' || text.includes('#') || uri.username !== '' || uri.password !== '') {
    throw new IdentityRefusal('invalid_input', { detail })
  }
  return uri
}

function isWebAddress({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && thisMachine.has(hostname))
}

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Read an address under its name; an empty text, or none, is none. @throws IdentityRefusal `invalid_input` */
export function readIfAny(
  name: 'backchannelLogoutUri' | 'initiateLoginUri' | 'homePageUrl',
  address: string | undefined,
) {
  return address === undefined || address === '' ? {} : { [name]: readAddress(address) }
}
