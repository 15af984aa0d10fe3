/** Options of the WebAuthn API in their JSON form, as much of them as `clientPlatform` heeds. */

/** @see https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialdescriptorjson */
interface CredentialDescriptorJson {
  readonly type: string
  readonly id: string
}

/** `first` and `second` in base64url. */
export interface PrfValuesJson {
  readonly first: string
  readonly second?: string
}

/** What is heeded of https://www.w3.org/TR/webauthn-3/#dictdef-authenticationextensionsclientinputsjson */
export interface ExtensionInputsJson {
  readonly credProps?: boolean
  readonly credentialProtectionPolicy?: string
  readonly hmacCreateSecret?: boolean
  readonly prf?: {
    readonly eval?: PrfValuesJson
    readonly evalByCredential?: Readonly<Record<string, PrfValuesJson>>
  }
}

/** @see https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptionsjson */
export interface CreationOptionsJson {
  readonly rp: { readonly id?: string; readonly name: string }
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly challenge: string
  readonly pubKeyCredParams: readonly { readonly type: string; readonly alg: number }[]
  readonly excludeCredentials?: readonly CredentialDescriptorJson[]
  readonly authenticatorSelection?: {
    readonly residentKey?: string
    readonly requireResidentKey?: boolean
    readonly userVerification?: string
  }
  readonly attestation?: string
  readonly attestationFormats?: readonly string[]
  readonly extensions?: ExtensionInputsJson
}

/** @see https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson */
export interface RequestOptionsJson {
  readonly rpId?: string
  readonly challenge: string
  readonly allowCredentials?: readonly CredentialDescriptorJson[]
  readonly userVerification?: string
  readonly extensions?: ExtensionInputsJson
}
