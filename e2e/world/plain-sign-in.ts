import { createHash, randomBytes } from 'node:crypto'
import { answerChallenge } from '@latchkey/bench/software-passkey'
import type { PasskeyHolder } from './people.ts'
import { openPlainBrowser, type PlainBrowser } from './plain-browser.ts'
import { noteSecret } from './secrets.ts'

/** Sign in with a passkey, without a screen. */
export async function signInPlainly(server: URL, { passkey }: PasskeyHolder): Promise<PlainBrowser> {
  const browser = openPlainBrowser(server)
  const flow = await openSignIn(browser)
  const begun = await browser.send('POST', '/sign-in/passkey/begin', { body: { flow } })
  const response = answerChallenge(passkey, begun.json().options.challenge)
  const finished = await browser.send('POST', '/sign-in/passkey/finish', { body: { flow, response } })
  if (finished.status !== 200) throw new Error(`not signed in: ${finished.body}`)
  return browser
}

/** Come to the sign-in page. @returns the flow */
export async function openSignIn(browser: PlainBrowser, path = '/security-info'): Promise<string> {
  return (await browser.open(path)).searchParams.get('flow') ?? ''
}

/** An app that keeps no secret. */
interface PublicClient {
  readonly clientId: string
  readonly scope: string
  readonly redirectUri: string
}

/** Get an access token for whoever is signed in in a browser: code and PKCE. */
export async function getToken(
  server: URL,
  browser: PlainBrowser,
  { tenantId, clientId, scope, redirectUri }: PublicClient & { readonly tenantId: string },
): Promise<string> {
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: clientId,
    scope,
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const arrived = await browser.open(`/${tenantId}/oauth2/v2.0/authorize?${query}`)
  const answer = await fetch(new URL(`/${tenantId}/oauth2/v2.0/token`, server), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      code: arrived.searchParams.get('code') ?? '',
    }),
  })
  if (answer.status !== 200) throw new Error(`no token: ${arrived.pathname} ${await answer.text()}`)
  const { access_token: token } = await answer.json()
  noteSecret(token, 'an access token')
  return token
}
