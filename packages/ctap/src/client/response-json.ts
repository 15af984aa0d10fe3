/** What a client says of extensions, for nobody to believe. */
export interface ExtensionResultsJson {
  credProps?: { readonly rk: boolean }
  hmacCreateSecret?: boolean
  prf?: {
    readonly enabled?: boolean
    readonly results?: { readonly first: string; readonly second?: string }
  }
}

interface ResponseJson<Response> {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly authenticatorAttachment: 'platform' | 'cross-platform'
  readonly clientExtensionResults: ExtensionResultsJson
  readonly response: Response
}

/**
 * What `PublicKeyCredential.toJSON()` makes of a new credential.
 *
 * @see https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson
 */
export type RegistrationResponseJson = ResponseJson<{
  readonly clientDataJSON: string
  readonly authenticatorData: string
  readonly attestationObject: string
  readonly transports: readonly string[]
  readonly publicKeyAlgorithm: number
}>

/**
 * What `PublicKeyCredential.toJSON()` makes of an assertion.
 *
 * @see https://www.w3.org/TR/webauthn-3/#dictdef-authenticationresponsejson
 */
export type AuthenticationResponseJson = ResponseJson<{
  readonly clientDataJSON: string
  readonly authenticatorData: string
  readonly signature: string
  readonly userHandle?: string
}>
