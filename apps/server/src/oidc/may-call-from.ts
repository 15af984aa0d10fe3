import { authenticatorAppId } from '@latchkey/identity'

/** What is needed to know of an app. */
interface CalledClient {
  readonly clientAuthMethod?: string | undefined
  readonly clientId?: string | undefined
  readonly applicationType?: string | undefined
  readonly redirectUris?: readonly string[] | undefined
}

/**
 * Whether a page of this origin may call the endpoints on behalf of an app: only apps that run in a browser do, and only
 * from where they are registered to be. The Authenticator is called from its extension.
 */
export function mayCallFrom(client: CalledClient, origin: string): boolean {
  // Our extension runs in whatever package an organisation made of it; what it may do, its code and its proof decide.
  if (client.clientId === authenticatorAppId) return /^(chrome|moz)-extension:\/\//.test(origin)
  if (client.clientAuthMethod !== 'none' || client.applicationType !== 'web') return false
  return client.redirectUris?.some((uri) => URL.parse(uri)?.origin === origin) === true
}
