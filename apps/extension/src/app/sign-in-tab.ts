import { authenticatorClient } from '@latchkey/api/authenticator'
import { toBase64url, toUtf8 } from '@latchkey/encoding'
import type { Keeper } from '../keeper.ts'
import { webExtension } from '../web-extension.ts'

/** What came of a sign-in. */
export type SignIn =
  | { readonly outcome: 'signed_in'; readonly accessToken: string }
  /** The tab was closed, or the organisation said no. */
  | { readonly outcome: 'not_finished' }

/** A proof that is older than this is asked for anew: registering a device takes one of the last five minutes. */
const proofSeconds = 240

/**
 * Let the person sign in at their organisation’s server, in a tab: authorization code with PKCE, by the client that is
 * built into every server. The code comes back in the address of that very tab, and of no other.
 *
 * @param who whose account it is, if it is known
 */
export async function signInInTab(
  { subtle, random, fetch }: Pick<Keeper, 'subtle' | 'random' | 'fetch'>,
  {
    server,
    who,
    acr,
  }: {
    readonly server: string
    readonly who?: { readonly tenantId: string; readonly userName: string }
    /** How strong the sign-in has to be, as `acr_values` says it. */
    readonly acr?: string
  },
): Promise<SignIn> {
  const verifier = toBase64url(random(32))
  const state = toBase64url(random(16))
  const redirectUri = server + authenticatorClient.redirectPath
  const challenge = toBase64url(new Uint8Array(await subtle.digest('SHA-256', toUtf8(verifier))))
  const oauth2 = `${server}/${who?.tenantId ?? 'organizations'}/oauth2/v2.0`
  const query = new URLSearchParams({
    client_id: authenticatorClient.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: authenticatorClient.scope,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state,
    max_age: `${proofSeconds}`,
    ...(who && { login_hint: who.userName }),
    ...(acr !== undefined && { acr_values: acr }),
  })

  const arrived = await watchTab(`${oauth2}/authorize?${query}`, redirectUri)
  const code = arrived?.searchParams.get('code')
  if (!code || arrived?.searchParams.get('state') !== state) return { outcome: 'not_finished' }
  const answer = await fetch(`${oauth2}/token`, {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: authenticatorClient.clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    }),
  })
  const tokens: unknown = await answer.json().catch(() => undefined)
  const accessToken: unknown = Reflect.get(Object(tokens), 'access_token')
  return typeof accessToken === 'string' ? { outcome: 'signed_in', accessToken } : { outcome: 'not_finished' }
}

/** Open a tab, and wait until it arrives. @returns where it arrived; `undefined` if it was closed */
async function watchTab(url: string, redirectUri: string): Promise<URL | undefined> {
  const { tabs } = webExtension
  const tab = await tabs.create({ url })
  const { promise, resolve } = Promise.withResolvers<URL | undefined>()
  const onUpdated = (tabId: number, { url: address = '' }: { readonly url?: string }) => {
    if (tabId !== tab.id || !URL.canParse(address)) return
    const at = new URL(address)
    if (at.origin + at.pathname === redirectUri) resolve(at)
  }
  const onRemoved = (tabId: number) => {
    if (tabId === tab.id) resolve(undefined)
  }
  tabs.onUpdated.addListener(onUpdated)
  tabs.onRemoved.addListener(onRemoved)
  try {
    return await promise
  } finally {
    tabs.onUpdated.removeListener(onUpdated)
    tabs.onRemoved.removeListener(onRemoved)
    // The code in its address has been used up; nobody needs to see it.
    if (tab.id !== undefined) await tabs.remove(tab.id).catch(() => undefined)
    const here = await tabs.getCurrent()
    if (here?.id !== undefined) await tabs.update(here.id, { active: true })
  }
}
