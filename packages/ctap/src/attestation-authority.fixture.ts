/** An authority that vouches for authenticators, as a vendor or an organisation has one. Only tests import this. */
import { concatBytes, toUtf8 } from '@latchkey/encoding'
import { toDerSignature } from './der-signature.ts'
import { type AttestationIdentity, toSigningKey } from './index.ts'

/** A root, and what it issues. */
export interface AttestationAuthority {
  /** The root certificate in DER: the trust anchor. */
  readonly root: Uint8Array
  /** Issue an attestation certificate for a model, with its key. */
  issue(options: IssueOptions): Promise<AttestationIdentity>
}

export interface IssueOptions {
  /** What the certificate says the model is: 16 bytes; absent leaves the extension out. */
  readonly aaguid?: Uint8Array
  /** Common name of the subject. */
  readonly name?: string
  readonly serialNumber?: number
  readonly notBefore?: Date
  readonly notAfter?: Date
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const
const long = { notBefore: new Date('2024-01-01T00:00:00Z'), notAfter: new Date('2044-01-01T00:00:00Z') }

/** Make an authority with a fresh key. @param organization the O of its name */
export async function makeAttestationAuthority(
  organization = 'Example Keys AB',
): Promise<AttestationAuthority> {
  const authority = await makeKeys()
  const issuer = nameOf([organization, undefined, 'Example Attestation Root'])
  const root = await certify(authority.privateKey, {
    issuer,
    subject: issuer,
    publicKey: authority.publicKey,
    extensions: [
      extension(oid.basicConstraints, sequence(boolean), 'critical'),
      extension(oid.keyUsage, der(0x03, Uint8Array.of(2, 0x04)), 'critical'),
    ],
    serialNumber: 1,
    ...long,
  })
  return {
    root,
    async issue({ aaguid, name = 'Example Key', serialNumber = 2, ...options }) {
      const keys = await makeKeys()
      const certificate = await certify(authority.privateKey, {
        issuer,
        subject: nameOf([organization, 'Authenticator Attestation', name]),
        publicKey: keys.publicKey,
        extensions: [
          extension(oid.basicConstraints, sequence(), 'critical'),
          ...(aaguid ? [extension(oid.aaguid, der(0x04, aaguid))] : []),
        ],
        serialNumber,
        ...long,
        ...options,
      })
      return { key: toSigningKey(-7, keys.privateKey), certificates: [certificate] }
    },
  }
}

interface CertificateFields {
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array
  readonly extensions: readonly Uint8Array[]
  readonly serialNumber: number
  readonly notBefore: Date
  readonly notAfter: Date
}

async function makeKeys() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  return { privateKey, publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)) }
}

async function certify(issuerKey: CryptoKey, fields: CertificateFields): Promise<Uint8Array> {
  const algorithm = sequence(Uint8Array.from(oid.ecdsaWithSha256))
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Uint8Array.of(2))),
    der(0x02, bigEndian(fields.serialNumber)),
    algorithm,
    fields.issuer,
    sequence(time(fields.notBefore), time(fields.notAfter)),
    fields.subject,
    fields.publicKey,
    der(0xa3, sequence(...fields.extensions)),
  )
  const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, issuerKey, toBeSigned)
  const signature = toDerSignature(new Uint8Array(raw))
  return sequence(toBeSigned, algorithm, der(0x03, Uint8Array.of(0), signature))
}

/** Object identifiers in DER. */
const oid = {
  ecdsaWithSha256: [0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2],
  basicConstraints: [0x06, 3, 0x55, 0x1d, 19],
  keyUsage: [0x06, 3, 0x55, 0x1d, 15],
  /** id-fido-gen-ce-aaguid */
  aaguid: [0x06, 11, 0x2b, 6, 1, 4, 1, 0x82, 0xe5, 0x1c, 1, 1, 4],
  country: [0x06, 3, 0x55, 4, 6],
  organization: [0x06, 3, 0x55, 4, 10],
  unit: [0x06, 3, 0x55, 4, 11],
  commonName: [0x06, 3, 0x55, 4, 3],
}

function der(tag: number, ...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = concatBytes(...content)
  const size = body.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return concatBytes(Uint8Array.of(tag, ...length), body)
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const boolean = der(0x01, Uint8Array.of(0xff))

function nameOf([organization, unit, commonName]: readonly [string, string | undefined, string]): Uint8Array {
  const attribute = (id: readonly number[], tag: number, value: string) =>
    der(0x31, sequence(Uint8Array.from(id), der(tag, toUtf8(value))))
  return sequence(
    attribute(oid.country, 0x13, 'SE'),
    attribute(oid.organization, 0x0c, organization),
    ...(unit === undefined ? [] : [attribute(oid.unit, 0x0c, unit)]),
    attribute(oid.commonName, 0x0c, commonName),
  )
}

function extension(id: readonly number[], value: Uint8Array, criticality?: 'critical'): Uint8Array {
  const critical = criticality === 'critical' ? [boolean] : []
  return sequence(Uint8Array.from(id), ...critical, der(0x04, value))
}

function bigEndian(value: number): Uint8Array {
  return Uint8Array.of(
    (value >>> 24) & 0x7f,
    (value >>> 16) & 0xff,
    (value >>> 8) & 0xff,
    value & 0xff,
  ).slice(value < 0x80 ? 3 : 0)
}

/** UTCTime: years until 2049 have two digits (RFC 5280 §4.1.2.5). */
function time(at: Date): Uint8Array {
  return der(
    0x17,
    toUtf8(
      at
        .toISOString()
        .slice(2)
        .replace(/[-:T]|\.\d+/g, ''),
    ),
  )
}
