import { authenticatorClient } from '@latchkey/api/authenticator'
import { toBase64url, toUtf8 } from '@latchkey/encoding'
import { type ClosingWords, listenForAnswer } from './listen-for-answer.ts'

/** What a sign-in needs of its surroundings. */
export interface SignInDeps {
  readonly fetch: typeof fetch
  readonly subtle: SubtleCrypto
  readonly random: (length: number) => Uint8Array
  /** Show the person the address, in a browser if there is one. */
  readonly openBrowser: (url: URL) => Promise<void>
}

/** What the person wants to be signed in for. */
export interface SignInRequest {
  readonly server: URL
  readonly words: ClosingWords
  /** A name to begin with. */
  readonly userName?: string
}

/** The person was not signed in: the code the server gave. */
export class SignInRefusal extends Error {
  override readonly name = 'SignInRefusal'
}

/** Younger than what a change of methods asks for, so that the token serves for one. */
const mostSeconds = 240

/**
 * Sign a person in with the browser of the system: code and PKCE, and the answer on loopback (RFC 8252).
 *
 * @returns an access token for the Authenticator's own API. It is kept nowhere
 * @throws SignInRefusal
 */
export async function signIn(deps: SignInDeps, { server, words, userName }: SignInRequest): Promise<string> {
  const [state, verifier, nonce] = [16, 32, 16].map((length) => toBase64url(deps.random(length)))
  if (state === undefined || verifier === undefined || nonce === undefined) throw new TypeError('no chance')
  const listener = await listenForAnswer(state, words)
  try {
    const { redirectUri } = listener
    const challenge = toBase64url(new Uint8Array(await deps.subtle.digest('SHA-256', toUtf8(verifier))))
    const authorize = new URL('/organizations/oauth2/v2.0/authorize', server)
    authorize.search = new URLSearchParams({
      client_id: authenticatorClient.clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: authenticatorClient.scope,
      state,
      nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      max_age: String(mostSeconds),
      ...(userName !== undefined && { login_hint: userName }),
    }).toString()
    await deps.openBrowser(authorize)
    const { searchParams } = await listener.answer
    const code = searchParams.get('code')
    if (code === null) throw new SignInRefusal(searchParams.get('error') ?? 'invalid_response')
    const issuer = searchParams.get('iss')
    return await redeem(deps, toTokenUrl(server, issuer), { code, verifier, redirectUri })
  } finally {
    listener.close()
  }
}

/**
 * The endpoint of the organisation that signed the person in: which one that is, only its answer says. An answer of
 * another server is none (RFC 9207).
 */
function toTokenUrl(server: URL, issuer: string | null): URL {
  if (issuer === null) return new URL('/organizations/oauth2/v2.0/token', server)
  const url = URL.parse(issuer)
  const tenant = url?.pathname.split('/')[1]
  if (url?.origin !== server.origin || !tenant) throw new SignInRefusal('issuer_mismatch')
  return new URL(`/${tenant}/oauth2/v2.0/token`, server)
}

async function redeem(
  { fetch }: SignInDeps,
  url: URL,
  sent: { readonly code: string; readonly verifier: string; readonly redirectUri: string },
): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: authenticatorClient.clientId,
      code: sent.code,
      code_verifier: sent.verifier,
      redirect_uri: sent.redirectUri,
    }),
  }).catch((cause) => {
    throw new SignInRefusal('server_unreachable', { cause })
  })
  const answer: unknown = await response.json().catch(() => undefined)
  const token = findText(answer, 'access_token')
  if (!response.ok || token === undefined)
    throw new SignInRefusal(findText(answer, 'error') ?? 'invalid_response')
  return token
}

function findText(answer: unknown, name: string): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const value: unknown = Reflect.get(answer, name)
  return typeof value === 'string' ? value : undefined
}
