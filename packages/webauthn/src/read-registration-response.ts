import { type ClientData, readClientData } from './client-data.ts'
import { CeremonyRefusal } from './refusal.ts'
import { type JsonObject, type ResponseEnvelope, readBytes, readEnvelope } from './response-json.ts'

/** A browser's answer to a registration, read and not yet believed. */
export interface RegistrationResponse extends ResponseEnvelope {
  readonly clientDataJSON: Uint8Array
  /** What `clientDataJSON` says. Its challenge can be opened before anything is verified. */
  readonly clientData: ClientData
  readonly attestationObject: Uint8Array
  /** As the client said, without repetitions, sorted. */
  readonly transports: readonly string[]
}

const longestClientData = 16_384
const longestAttestationObject = 65_536
const mostTransports = 16

/**
 * Read what `PublicKeyCredential.toJSON()` makes of a new credential.
 *
 * `authenticatorData`, `publicKey` and `publicKeyAlgorithm`, which a browser adds for convenience, are ignored: they
 * are unsigned copies of what `attestationObject` says.
 *
 * @throws CeremonyRefusal `malformed`, `too_large`, `credential_type_unknown`, `credential_id_mismatch`,
 *   `client_data_malformed`
 * @see https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson
 */
export function readRegistrationResponse(json: unknown): RegistrationResponse {
  const { envelope, response } = readEnvelope(json)
  const clientDataJSON = readBytes(response, 'clientDataJSON', longestClientData)
  return {
    ...envelope,
    clientDataJSON,
    clientData: readClientData(clientDataJSON),
    attestationObject: readBytes(response, 'attestationObject', longestAttestationObject),
    transports: readTransports(response),
  }
}

/** Older browsers send none. Unknown ones are kept: they are for the browser to understand, next time (§5.2.1). */
function readTransports(response: JsonObject): string[] {
  const { transports = [] } = response
  if (!Array.isArray(transports)) throw new CeremonyRefusal('malformed', { detail: 'transports' })
  if (transports.length > mostTransports) throw new CeremonyRefusal('too_large', { detail: 'transports' })
  const names = new Set<string>()
  for (const transport of transports) {
    if (typeof transport !== 'string' || !/^[a-z0-9-]{1,32}$/.test(transport)) {
      throw new CeremonyRefusal('malformed', { detail: 'transports' })
    }
    names.add(transport)
  }
  return [...names].sort()
}
