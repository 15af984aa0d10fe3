import { toBase64url } from '@latchkey/encoding'
import type { UserVerification } from './ceremony.ts'
import type { AuthenticatorAttachment } from './response-json.ts'

/** Where the browser should look first. @see https://www.w3.org/TR/webauthn-3/#enum-hints */
export type Hint = 'security-key' | 'client-device' | 'hybrid'

/** A credential, as the options name one. Without transports, browsers do not offer every way to reach it. */
export interface NamedCredential {
  readonly id: Uint8Array
  readonly transports: readonly string[]
}

/** What the options of both ceremonies are made from. */
interface CeremonyOptions {
  readonly challenge: Uint8Array
  /** Always sent: a browser would otherwise guess it from the page, and bind the passkey to the wrong name. */
  readonly rpId: string
  readonly timeoutSeconds: number
  readonly userVerification: UserVerification
  readonly hints?: readonly Hint[]
  /** Client extension inputs, in their JSON form. */
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** What registration options are made from. */
export interface RegistrationRequest extends CeremonyOptions {
  readonly rpName: string
  readonly user: {
    /** At most 64 bytes; never a name. */
    readonly handle: Uint8Array
    readonly name: string
    readonly displayName: string
  }
  /** COSE numbers, the best first. */
  readonly algorithms: readonly number[]
  readonly residentKey: 'required' | 'preferred' | 'discouraged'
  readonly authenticatorAttachment?: AuthenticatorAttachment
  readonly attestation: 'none' | 'indirect' | 'direct' | 'enterprise'
  readonly attestationFormats?: readonly string[]
  /** What the person has already, so that nobody makes a second passkey in the same place. */
  readonly excludeCredentials: readonly NamedCredential[]
}

/** What authentication options are made from. */
export interface AuthenticationRequest extends CeremonyOptions {
  /** Empty asks for any discoverable passkey. */
  readonly allowCredentials: readonly NamedCredential[]
}

/** @see https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialdescriptorjson */
export interface CredentialDescriptorJson {
  readonly type: 'public-key'
  readonly id: string
  readonly transports: readonly string[]
}

/** @see https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptionsjson */
export interface RegistrationOptionsJson {
  readonly rp: { readonly id: string; readonly name: string }
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly challenge: string
  readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[]
  /** Milliseconds. */
  readonly timeout: number
  readonly excludeCredentials: readonly CredentialDescriptorJson[]
  readonly authenticatorSelection: {
    readonly authenticatorAttachment?: AuthenticatorAttachment
    readonly residentKey: 'required' | 'preferred' | 'discouraged'
    readonly requireResidentKey: boolean
    readonly userVerification: UserVerification
  }
  readonly hints: readonly Hint[]
  readonly attestation: 'none' | 'indirect' | 'direct' | 'enterprise'
  readonly attestationFormats: readonly string[]
  readonly extensions: Readonly<Record<string, unknown>>
}

/** @see https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson */
export interface AuthenticationOptionsJson {
  readonly rpId: string
  readonly challenge: string
  /** Milliseconds. */
  readonly timeout: number
  readonly allowCredentials: readonly CredentialDescriptorJson[]
  readonly userVerification: UserVerification
  readonly hints: readonly Hint[]
  readonly extensions: Readonly<Record<string, unknown>>
}

/**
 * Make the options a browser's `navigator.credentials.create()` is called with, in the JSON form that
 * `PublicKeyCredential.parseCreationOptionsFromJSON()` reads.
 */
export function registrationOptions(request: RegistrationRequest): RegistrationOptionsJson {
  const { user, authenticatorAttachment, residentKey, userVerification } = request
  return {
    rp: { id: request.rpId, name: request.rpName },
    user: { id: toBase64url(user.handle), name: user.name, displayName: user.displayName },
    challenge: toBase64url(request.challenge),
    pubKeyCredParams: request.algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: request.timeoutSeconds * 1000,
    excludeCredentials: request.excludeCredentials.map(toDescriptor),
    authenticatorSelection: {
      ...(authenticatorAttachment && { authenticatorAttachment }),
      residentKey,
      // §5.4.4: Level 1 knew only this one.
      requireResidentKey: residentKey === 'required',
      userVerification,
    },
    hints: request.hints ?? [],
    attestation: request.attestation,
    attestationFormats: request.attestationFormats ?? [],
    extensions: request.extensions ?? {},
  }
}

/**
 * Make the options a browser's `navigator.credentials.get()` is called with, in the JSON form that
 * `PublicKeyCredential.parseRequestOptionsFromJSON()` reads.
 */
export function authenticationOptions(request: AuthenticationRequest): AuthenticationOptionsJson {
  return {
    rpId: request.rpId,
    challenge: toBase64url(request.challenge),
    timeout: request.timeoutSeconds * 1000,
    allowCredentials: request.allowCredentials.map(toDescriptor),
    userVerification: request.userVerification,
    hints: request.hints ?? [],
    extensions: request.extensions ?? {},
  }
}

function toDescriptor({ id, transports }: NamedCredential): CredentialDescriptorJson {
  return { type: 'public-key', id: toBase64url(id), transports }
}
