import type { AuthenticationResponseJson } from '@latchkey/ctap'
import type { NewCredentialJson } from '../messages.ts'
import { defineProperty } from './natives.ts'

/**
 * Make of a credential in JSON the object that the browser would have given: an instance of `PublicKeyCredential` with
 * its methods. What is inside an object of the browser’s own is not for scripts to fill, so the values are properties
 * that hide the getters of the prototype.
 */
export function toNativeLooking(json: NewCredentialJson | AuthenticationResponseJson): PublicKeyCredential {
  const { response } = json
  return dress(PublicKeyCredential.prototype, {
    id: json.id,
    rawId: decode(json.rawId),
    type: json.type,
    authenticatorAttachment: json.authenticatorAttachment,
    response: 'attestationObject' in response ? toAttestation(response) : toAssertion(response),
    getClientExtensionResults: () => toExtensionResults(json.clientExtensionResults),
    toJSON: () => structuredClone(json),
  })
}

function toAttestation(response: NewCredentialJson['response']): AuthenticatorAttestationResponse {
  const { publicKey, publicKeyAlgorithm, transports } = response
  return dress(AuthenticatorAttestationResponse.prototype, {
    clientDataJSON: decode(response.clientDataJSON),
    attestationObject: decode(response.attestationObject),
    getAuthenticatorData: () => decode(response.authenticatorData),
    getPublicKey: () => (publicKey === undefined ? null : decode(publicKey)),
    getPublicKeyAlgorithm: () => publicKeyAlgorithm,
    getTransports: () => [...transports],
  })
}

function toAssertion(response: AuthenticationResponseJson['response']): AuthenticatorAssertionResponse {
  return dress(AuthenticatorAssertionResponse.prototype, {
    clientDataJSON: decode(response.clientDataJSON),
    authenticatorData: decode(response.authenticatorData),
    signature: decode(response.signature),
    userHandle: response.userHandle === undefined ? null : decode(response.userHandle),
  })
}

function toExtensionResults({ prf, ...others }: NewCredentialJson['clientExtensionResults']) {
  if (prf === undefined) return others
  const { results } = prf
  if (results === undefined) return { ...others, prf }
  const { first, second } = results
  const opened = { first: decode(first), ...(second !== undefined && { second: decode(second) }) }
  return { ...others, prf: { ...prf, results: opened } }
}

function dress<Shape extends object>(prototype: Shape, values: Readonly<Record<string, unknown>>): Shape {
  const made: Shape = Object.create(prototype)
  for (const [name, value] of Object.entries(values)) defineProperty(made, name, { value })
  return made
}

function decode(text: string): ArrayBuffer {
  const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(characters, (character) => character.charCodeAt(0)).buffer
}
