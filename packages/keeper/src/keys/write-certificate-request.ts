import { writeDer } from '@latchkey/encoding/x509'
import { toDerSignature } from './der-signature.ts'
import type { DeviceKey } from './device-key.ts'

const commonName = '2.5.4.3'
const ecdsaWithSha256 = '1.2.840.10045.4.3.2'

/**
 * Write a request for a certificate, signed by the key it is for: PKCS #10, version 1, without attributes. Its subject
 * says what it is for and nothing of who asks: what stands in a certificate its issuer knows of itself.
 *
 * @returns DER
 * @see https://www.rfc-editor.org/rfc/rfc2986#section-4
 */
export async function writeCertificateRequest(key: DeviceKey): Promise<Uint8Array> {
  const { sequence, set, objectId, utf8String, unsigned, explicit, bitString } = writeDer
  const subject = sequence(set(sequence(objectId(commonName), utf8String('Latchkey device'))))
  const info = sequence(unsigned(Uint8Array.of(0)), subject, key.publicKey, explicit(0))
  const signature = toDerSignature(await key.sign(info))
  return sequence(info, sequence(objectId(ecdsaWithSha256)), bitString(signature))
}
