import { Base64urlRefusal, fromBase64url } from '@latchkey/encoding'
import { CeremonyRefusal } from './refusal.ts'

/** What every answer of a browser has, whichever ceremony it ends. */
export interface ResponseEnvelope {
  readonly credentialId: Uint8Array
  /** As the client said. */
  readonly authenticatorAttachment?: AuthenticatorAttachment
  /** As the client said. */
  readonly clientExtensionResults: Readonly<Record<string, unknown>>
}

/** How the authenticator is attached: as the client said, good for hints, never for a decision. */
export type AuthenticatorAttachment = 'platform' | 'cross-platform'

export type JsonObject = Readonly<Record<string, unknown>>

/** A credential ID has at most 1023 bytes (§4). */
export const longestCredentialId = 1023

/** Read what both kinds of answers share, and give the `response` inside. */
export function readEnvelope(json: unknown): { envelope: ResponseEnvelope; response: JsonObject } {
  const credential = requireObject(json, 'credential')
  if (credential['type'] !== 'public-key') throw new CeremonyRefusal('credential_type_unknown')
  // Both are the same bytes in the same strict spelling, so comparing the texts compares the bytes.
  if (credential['id'] !== credential['rawId']) throw new CeremonyRefusal('credential_id_mismatch')

  const attachment = credential['authenticatorAttachment']
  const known = attachment === 'platform' || attachment === 'cross-platform'
  return {
    envelope: {
      credentialId: readBytes(credential, 'rawId', longestCredentialId),
      // §5.1: unknown values are as good as none.
      ...(known && { authenticatorAttachment: attachment }),
      clientExtensionResults: requireObject(credential['clientExtensionResults'], 'clientExtensionResults'),
    },
    response: requireObject(credential['response'], 'response'),
  }
}

function requireObject(value: unknown, detail: string): JsonObject {
  if (!isObject(value)) throw new CeremonyRefusal('malformed', { detail })
  return value
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Read a member that is base64url of at least one and at most so many bytes. */
export function readBytes(object: JsonObject, member: string, most: number): Uint8Array {
  const text = object[member]
  if (typeof text !== 'string' || text.length === 0)
    throw new CeremonyRefusal('malformed', { detail: member })
  if (text.length > Math.ceil((most * 4) / 3)) throw new CeremonyRefusal('too_large', { detail: member })
  try {
    return fromBase64url(text)
  } catch (cause) {
    if (cause instanceof Base64urlRefusal) throw new CeremonyRefusal('malformed', { detail: member, cause })
    throw cause
  }
}
