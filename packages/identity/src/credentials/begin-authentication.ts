import { toBase64url } from '@latchkey/encoding'
import type { Deps, Visitor } from '../deps.ts'
import { type Binding, makeChallenge } from './challenge.ts'

/** A passkey that an authentication may be answered with. */
export interface AllowedCredential {
  /** base64url */
  readonly id: string
  readonly type: 'public-key'
  /** As the client said at registration: without them some browsers do not offer the right way. */
  readonly transports: readonly string[]
}

/** What an authentication is begun for. */
export interface AuthenticationAsk {
  /** Absent: without a name, on an instance of many tenants. Finish without it then. */
  readonly tenantId?: string
  readonly visitor: Visitor
  readonly binding: Binding
  /** Absent or empty: whichever passkey for us the person chooses. */
  readonly allowCredentials?: readonly AllowedCredential[]
  /** `required`, unless the caller says `preferred`: then an unverified answer is accepted as one factor. */
  readonly userVerification?: 'required' | 'preferred'
  readonly hints?: readonly string[]
}

/**
 * Begin an authentication: the options for the browser. Writes nothing.
 *
 * @see https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson
 */
export async function beginAuthentication(
  deps: Deps,
  ask: AuthenticationAsk,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const userVerification = ask.userVerification ?? 'required'
  const terms = { ...ask, ceremony: 'authentication' } as const
  return {
    challenge: toBase64url(makeChallenge(deps, terms, userVerification)),
    rpId: deps.rp.rpId,
    timeout: deps.ceremonySeconds * 1000,
    userVerification,
    allowCredentials: (ask.allowCredentials ?? []).map(({ id, type, transports }) => ({
      id,
      type,
      transports: [...transports],
    })),
    hints: [...(ask.hints ?? [])],
  }
}
