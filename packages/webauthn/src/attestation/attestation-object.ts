import { type CborMap, CborRefusal, type CborValue, readCbor } from '@latchkey/encoding'
import { CeremonyRefusal } from '../refusal.ts'

/** An attestation object, read and not yet believed. */
export interface AttestationObject {
  readonly format: string
  /** A map in every format but `compound`, where it is an array. */
  readonly statement: CborMap | readonly CborValue[]
  readonly authenticatorData: Uint8Array
}

/**
 * Read an attestation object: a map of `fmt`, `attStmt` and `authData`, and nothing else.
 *
 * @throws CeremonyRefusal `attestation_object_malformed`
 * @see https://www.w3.org/TR/webauthn-3/#attestation-object
 */
export function readAttestationObject(bytes: Uint8Array): AttestationObject {
  const map = read(bytes)
  if (!(map instanceof Map) || map.size !== 3) refuse('not a map of three')
  const format = map.get('fmt')
  const statement = map.get('attStmt')
  const authenticatorData = map.get('authData')

  if (typeof format !== 'string') refuse('fmt')
  if (!(authenticatorData instanceof Uint8Array)) refuse('authData')
  if (!(statement instanceof Map) && !Array.isArray(statement)) refuse('attStmt')
  return { format, statement, authenticatorData }
}

function read(bytes: Uint8Array): CborValue {
  try {
    return readCbor(bytes)
  } catch (cause) {
    if (!(cause instanceof CborRefusal)) throw cause
    throw new CeremonyRefusal('attestation_object_malformed', { detail: cause.code, cause })
  }
}

function refuse(detail: string): never {
  throw new CeremonyRefusal('attestation_object_malformed', { detail })
}
