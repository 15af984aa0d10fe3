import { GraphRefusal } from './graph-refusal.ts'

/** Where a client goes for a token. */
const realm = 'Bearer realm="", authorization_uri='

/** Say which token is wanted. @param url where people reach us */
export function bearerChallenge(url: URL, more: Readonly<Record<string, string>> = {}): string {
  const fields = Object.entries(more).map(([name, value]) => `, ${name}="${value}"`)
  return `${realm}"${url.origin}/common/oauth2/v2.0/authorize"${fields.join('')}`
}

/**
 * Refuse what the sign-in behind a token was not strong enough for, in the words by which a client comes back with one
 * that is: it hands `claims` to the authorization endpoint.
 *
 * @param acrs the authentication contexts (`c1` …) of which one is needed
 * @see https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(url: URL, acrs: readonly string[]): GraphRefusal {
  const [only, ...others] = acrs
  const wanted = others.length === 0 ? { value: only } : { values: acrs }
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, ...wanted } } })
  return new GraphRefusal(
    'insufficient_claims',
    'The sign-in does not meet the requirements of this resource.',
    {
      headers: {
        'www-authenticate': bearerChallenge(url, {
          error: 'insufficient_claims',
          claims: Buffer.from(claims).toString('base64'),
        }),
      },
      detail: `acrs ${acrs.join(' ')}`,
    },
  )
}
