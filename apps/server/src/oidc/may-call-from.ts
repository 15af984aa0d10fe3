/** What is needed to know of an app. */
interface CalledClient {
  readonly clientAuthMethod?: string | undefined
  readonly applicationType?: string | undefined
  readonly redirectUris?: readonly string[] | undefined
}

/**
 * Whether a page of this origin may call the endpoints on behalf of an app: only apps that run in a browser do, and only
 * from where they are registered to be.
 */
export function mayCallFrom(client: CalledClient, origin: string): boolean {
  if (client.clientAuthMethod !== 'none' || client.applicationType !== 'web') return false
  return client.redirectUris?.some((uri) => URL.parse(uri)?.origin === origin) === true
}
