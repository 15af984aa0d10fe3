import { readAcrValues, type StrengthName, strengthNames } from '@latchkey/policy'
import { z } from 'zod'

/** What an app asks for in an authorization request, beyond being asked at all. */
export interface AuthorizationAsk {
  /** The least strength that satisfies what the app asked, if it asked. */
  readonly strength: StrengthName | undefined
  /** The app insists on an `acr` that we do not know: nobody can satisfy it. */
  readonly impossible: boolean
  readonly maxAgeSeconds: number | undefined
  /** One of these must be in `amr`. */
  readonly amr: readonly string[] | undefined
  /** Multi-factor authentication, and not long ago. */
  readonly freshMfa: boolean
  readonly prompts: ReadonlySet<string>
  readonly loginHint: string | undefined
  /** The one person it is about: `id_token_hint`, or an essential `sub`. */
  readonly subject: string | undefined
  /** The authentication contexts (`c1` to `c99`) that the app, or an API it calls, asks for by name. */
  readonly authenticationContexts: readonly string[]
  /** As the app spells them. */
  readonly scopes: readonly string[]
  /** Where the answer goes. */
  readonly redirectUri: string | undefined
  /** When the request came in. */
  readonly beganAt: Date
}

/** Names of parameters that our own front adds to a request. What an app sends under these names is dropped. */
export const ownParameters = {
  /** When the request came in, in milliseconds. */
  began: 'latchkey_began',
  /** When it came in before its tenant was known, sealed. */
  asked: 'latchkey_asked',
  /** Whether `offline_access` was asked for. */
  offline: 'latchkey_offline',
} as const

const Member = z
  .object({
    essential: z.boolean().optional(),
    value: z.string().optional(),
    values: z.array(z.string()).optional(),
  })
  .nullish()
  .catch(undefined)

const Claims = z
  .object({
    id_token: z.object({ acr: Member, acrs: Member, amr: Member, sub: Member }).optional().catch(undefined),
    access_token: z.object({ acr: Member, acrs: Member, amr: Member }).optional().catch(undefined),
  })
  .catch({})

type Member = z.infer<typeof Member>

const Parameters = z.object({
  acr_values: z.string().optional(),
  claims: z.string().optional(),
  max_age: z.coerce.number().optional(),
  prompt: z.string().optional(),
  login_hint: z.string().optional(),
  id_token_hint: z.string().optional(),
  scope: z.string().optional(),
  redirect_uri: z.string().optional(),
  [ownParameters.began]: z.coerce.number(),
})

/** What in Entra's vocabulary asks for multi-factor authentication that just happened. */
const freshMfaValue = 'ngcmfa'

/** Values of `amr` that nothing below a strength brings. */
const strengthOfAmr: Readonly<Record<string, StrengthName>> = {
  mfa: 'multiFactor',
  [freshMfaValue]: 'multiFactor',
  user: 'phishingResistant',
  hwk: 'phishingResistant',
}

/**
 * Read what an authorization request asks for.
 *
 * `acr_values` is an order of preference: any of its values will do, so the weakest is what is required. Values we do
 * not know are passed over; a request that *insists* (`claims`, `essential`) on nothing but such values is impossible.
 *
 * @param parameters those of the request, checked by the provider: an `id_token_hint` in it is one of ours
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest
 * @see https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter
 */
export function readAuthorizationAsk(parameters: unknown): AuthorizationAsk {
  const read = Parameters.parse(parameters)
  const { id_token: idToken, access_token: accessToken } = Claims.parse(readJson(read.claims))
  const acr = idToken?.acr ?? accessToken?.acr
  const asked = listValues(acr)
  const known = asked.flatMap((value) => readAcrValues(value))
  const preferred = readAcrValues(read.acr_values ?? '')
  const amr = essentialValues(idToken?.amr ?? accessToken?.amr)
  return {
    strength: strongest([weakest(preferred), weakest(known), amr && strengthOf(amr)]),
    impossible: acr?.essential === true && asked.length > 0 && known.length === 0,
    maxAgeSeconds: read.max_age,
    amr,
    freshMfa: amr?.includes(freshMfaValue) === true,
    prompts: new Set(read.prompt?.split(' ').filter((value) => value !== '')),
    loginHint: read.login_hint,
    subject: readSubject(read.id_token_hint) ?? idToken?.sub?.value,
    authenticationContexts: [...new Set([...listValues(idToken?.acrs), ...listValues(accessToken?.acrs)])],
    scopes: [...new Set(read.scope?.split(' ').filter((value) => value !== ''))],
    redirectUri: read.redirect_uri,
    beganAt: new Date(read[ownParameters.began]),
  }
}

function readSubject(idToken: string | undefined): string | undefined {
  const payload = Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString()
  return z.object({ sub: z.string() }).optional().catch(undefined).parse(readJson(payload))?.sub
}

function readJson(text: string | undefined): unknown {
  if (text === undefined) return {}
  try {
    return JSON.parse(text)
  } catch {
    // The provider has refused it already, where it matters.
    return {}
  }
}

function listValues(member: Member): readonly string[] {
  return [...(member?.value === undefined ? [] : [member.value]), ...(member?.values ?? [])]
}

function essentialValues(member: Member): readonly string[] | undefined {
  const values = listValues(member)
  return member?.essential === true && values.length > 0 ? values : undefined
}

function strengthOf(amr: readonly string[]): StrengthName | undefined {
  const strengths = amr.map((value) =>
    Object.hasOwn(strengthOfAmr, value) ? strengthOfAmr[value] : undefined,
  )
  // One value that asks for no strength is enough for the whole to ask for none.
  return strengths.includes(undefined) ? undefined : weakest(strengths.filter((one) => one !== undefined))
}

function weakest(names: readonly StrengthName[]): StrengthName | undefined {
  return strengthNames.find((name) => names.includes(name))
}

function strongest(names: readonly (StrengthName | undefined)[]): StrengthName | undefined {
  return strengthNames.findLast((name) => names.includes(name))
}
