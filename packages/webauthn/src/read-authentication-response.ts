import { type ClientData, readClientData } from './client-data.ts'
import { type ResponseEnvelope, readBytes, readEnvelope } from './response-json.ts'

/** A browser's answer to an authentication, read and not yet believed. */
export interface AuthenticationResponse extends ResponseEnvelope {
  readonly clientDataJSON: Uint8Array
  /** What `clientDataJSON` says. Its challenge can be opened before anything is verified. */
  readonly clientData: ClientData
  readonly authenticatorData: Uint8Array
  readonly signature: Uint8Array
  /** Whose key it is, as the authenticator remembers; a key that is not discoverable need not say. */
  readonly userHandle?: Uint8Array
}

const longestClientData = 16_384
const longestAuthenticatorData = 8_192
const longestSignature = 8_192
const longestUserHandle = 64

/**
 * Read what `PublicKeyCredential.toJSON()` makes of an assertion.
 *
 * @throws CeremonyRefusal `malformed`, `too_large`, `credential_type_unknown`, `credential_id_mismatch`,
 *   `client_data_malformed`
 * @see https://www.w3.org/TR/webauthn-3/#dictdef-authenticationresponsejson
 */
export function readAuthenticationResponse(json: unknown): AuthenticationResponse {
  const { envelope, response } = readEnvelope(json)
  const clientDataJSON = readBytes(response, 'clientDataJSON', longestClientData)
  const hasUserHandle = response['userHandle'] !== undefined && response['userHandle'] !== null
  return {
    ...envelope,
    clientDataJSON,
    clientData: readClientData(clientDataJSON),
    authenticatorData: readBytes(response, 'authenticatorData', longestAuthenticatorData),
    signature: readBytes(response, 'signature', longestSignature),
    ...(hasUserHandle && { userHandle: readBytes(response, 'userHandle', longestUserHandle) }),
  }
}
