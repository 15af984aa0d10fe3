import { type CborMap, type CborValue, concatBytes } from '@latchkey/encoding'
import type { SigningKey } from './cryptography.ts'
import type { AttestationChoice, Engine } from './engine.ts'

/** An attestation statement and the name of its format. */
export interface Statement {
  readonly format: 'packed' | 'none'
  readonly statement: CborMap
}

/**
 * Make the attestation statement of a new credential: `packed` by a certificate or by the credential itself, or `none`.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-packed-attestation
 */
export async function makeStatement(
  { cryptography }: Engine,
  choice: AttestationChoice,
  attested: {
    readonly authenticatorData: Uint8Array
    readonly clientDataHash: Uint8Array
    readonly credentialKey: SigningKey
  },
): Promise<Statement> {
  if (choice === 'none') return { format: 'none', statement: new Map() }

  const key = choice === 'self' ? attested.credentialKey : choice.key
  const signed = concatBytes(attested.authenticatorData, attested.clientDataHash)
  const statement = new Map<string, CborValue>([
    ['alg', key.algorithm],
    ['sig', await cryptography.sign(key, signed)],
  ])
  if (choice !== 'self') statement.set('x5c', choice.certificates)
  return { format: 'packed', statement }
}
