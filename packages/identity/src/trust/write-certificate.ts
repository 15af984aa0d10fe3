import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { fromHex } from '@latchkey/encoding'
import { writeDer } from '@latchkey/encoding/x509'

/** What a certificate says. */
export interface CertificateContent {
  /** Up to 20 bytes, big-endian. */
  readonly serialNumber: Uint8Array
  /** Names in DER, as `writeName` writes them: an issuer's is that of its own certificate, byte for byte. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array
  /** SubjectPublicKeyInfo of the issuer in DER. */
  readonly issuerPublicKey: Uint8Array
  readonly kind: 'authority' | 'end entity'
  /** The model the owner is of (id-fido-gen-ce-aaguid). */
  readonly aaguid?: string
}

/** A distinguished name, in the order WebAuthn's packed attestation lists its parts (§8.2.1). */
export interface Name {
  /** Two letters. */
  readonly country: string
  readonly organisation: string
  readonly unit: string
  readonly commonName: string
}

const ecdsaWithSha256 = writeDer.sequence(writeDer.objectId('1.2.840.10045.4.3.2'))

/**
 * Write a certificate (X.509 version 3), signed with ECDSA on P-256 and SHA-256.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function writeCertificate(content: CertificateContent, issuerKey: KeyObject): Uint8Array {
  const tbs = writeDer.sequence(
    writeDer.explicit(0, writeDer.unsigned(Uint8Array.of(2))),
    writeDer.unsigned(content.serialNumber),
    ecdsaWithSha256,
    content.issuer,
    writeDer.sequence(writeDer.time(content.notBefore), writeDer.time(content.notAfter)),
    content.subject,
    content.publicKey,
    writeDer.explicit(3, writeDer.sequence(...extensionsOf(content))),
  )
  const signature = sign('sha256', tbs, issuerKey)
  return writeDer.sequence(tbs, ecdsaWithSha256, writeDer.bitString(signature))
}

function extensionsOf({ kind, publicKey, issuerPublicKey, aaguid }: CertificateContent): Uint8Array[] {
  const isAuthority = kind === 'authority'
  // An authority that issues nothing but ends: no path of ours is longer than two.
  const constraints = isAuthority ? [writeDer.true(), writeDer.unsigned(Uint8Array.of(0))] : []
  // keyCertSign is bit 5, digitalSignature bit 0.
  const usage = isAuthority
    ? writeDer.bitString(Uint8Array.of(0x04), 2)
    : writeDer.bitString(Uint8Array.of(0x80), 7)
  return [
    extension('2.5.29.19', writeDer.sequence(...constraints), 'critical'),
    extension('2.5.29.15', usage, 'critical'),
    extension('2.5.29.14', writeDer.octetString(keyId(publicKey))),
    extension('2.5.29.35', writeDer.sequence(writeDer.implicit(0, keyId(issuerPublicKey)))),
    // WebAuthn §8.2.1: an octet string in the extension's own, and not critical.
    ...(aaguid === undefined
      ? []
      : [extension('1.3.6.1.4.1.45724.1.1.4', writeDer.octetString(fromHex(aaguid.replaceAll('-', ''))))]),
  ]
}

function extension(id: string, value: Uint8Array, criticality?: 'critical'): Uint8Array {
  const critical = criticality === undefined ? [] : [writeDer.true()]
  return writeDer.sequence(writeDer.objectId(id), ...critical, writeDer.octetString(value))
}

/** RFC 7093 §2, method 1: the first 160 bits of SHA-256 over the key. */
function keyId(publicKey: Uint8Array): Uint8Array {
  return createHash('sha256').update(publicKey).digest().subarray(0, 20)
}

/** Write a distinguished name in DER. */
export function writeName({ country, organisation, unit, commonName }: Name): Uint8Array {
  const attribute = (id: string, value: Uint8Array) =>
    writeDer.set(writeDer.sequence(writeDer.objectId(id), value))
  return writeDer.sequence(
    attribute('2.5.4.6', writeDer.printableString(country)),
    attribute('2.5.4.10', writeDer.utf8String(organisation)),
    attribute('2.5.4.11', writeDer.utf8String(unit)),
    attribute('2.5.4.3', writeDer.utf8String(commonName)),
  )
}

/** The SubjectPublicKeyInfo of a private key, in DER. */
export function publicKeyOf(privateKey: KeyObject): Uint8Array {
  return new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }))
}

/** At most this many characters stand in a part of a name (RFC 5280, appendix A: ub-common-name). */
export function shortName(text: string): string {
  return Array.from(text).slice(0, 64).join('')
}
