import { IdentityRefusal } from '../refusal.ts'

/** What an app may ask to be told in a token beyond what its scopes bring: what is true of a person or of the sign-in. */
export const optionalClaimNames = [
  'email',
  'upn',
  'preferred_username',
  'given_name',
  'family_name',
  'auth_time',
  'sid',
] as const

export type OptionalClaimName = (typeof optionalClaimNames)[number]

/** A claim that an app asks for. */
export interface OptionalClaim {
  readonly name: OptionalClaimName
  /** Whether it was asked for as necessary: kept as it was said, and changes nothing. */
  readonly essential: boolean
}

/** What an app asks for, by the token it stands in: tokens to the app itself, and tokens that open it to others. */
export interface OptionalClaims {
  readonly idToken: readonly OptionalClaim[]
  readonly accessToken: readonly OptionalClaim[]
}

/** Read what an app asks for. @throws IdentityRefusal `invalid_input` naming the claim that is none here, or is there twice */
export function readOptionalClaims(
  asked: {
    readonly [Token in keyof OptionalClaims]: readonly {
      readonly name: string
      readonly essential: boolean
    }[]
  },
): OptionalClaims {
  return { idToken: readEach(asked.idToken), accessToken: readEach(asked.accessToken) }
}

function readEach(
  asked: readonly { readonly name: string; readonly essential: boolean }[],
): readonly OptionalClaim[] {
  const seen = new Set<string>()
  return asked.map(({ name, essential }) => {
    const known = optionalClaimNames.find((each) => each === name)
    if (known === undefined || seen.has(name)) {
      throw new IdentityRefusal('invalid_input', { detail: `optionalClaims: ${name}` })
    }
    seen.add(name)
    return { name: known, essential }
  })
}
