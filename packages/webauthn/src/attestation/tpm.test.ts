import { hash } from 'node:crypto'
import { type CborValue, type CoseKey, concatBytes, toUtf8 } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { ecKey, register, rsaKey, type SoftKey, signWith, type ToAttest } from '../honest-ceremony.fixture.ts'
import {
  aaguidExtension,
  attestationSubject,
  type CertificateChange,
  der,
  extension,
  type Issued,
  issue,
  makeRoot,
  name,
  objectId,
  sequence,
} from './certificates.fixture.ts'
import { type Members, toStatement } from './statement.fixture.ts'

const root = makeRoot()

function u16(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 0xff)
}

const sized = (bytes: Uint8Array) => concatBytes(u16(bytes.length), bytes)
const noBytes = new Uint8Array()

const tpmName = (change: Record<string, string> = {}) =>
  name({ '2.23.133.2.1': 'id:4E544300', '2.23.133.2.2': 'NPCT75x', '2.23.133.2.3': 'id:0007', ...change })
const altName = (directoryName: Uint8Array) =>
  extension('2.5.29.17', sequence(der(0xa4, directoryName)), 'critical')
const usage = (id: string) => extension('2.5.29.37', sequence(objectId(id)))
const aikUsage = usage('2.23.133.8.3')
const nobody = { subject: name({}) }

const aik = (change: CertificateChange = {}) =>
  issue(root, { ...nobody, extensions: [aikUsage, altName(tpmName()), aaguidExtension()], ...change })
const honestAik = aik()

/** What is different about the TPM's structures. */
interface TpmChange {
  readonly type?: number
  readonly nameAlgorithm?: number
  readonly symmetric?: Uint8Array
  readonly scheme?: Uint8Array
  readonly curve?: number
  readonly x?: Uint8Array
  readonly exponent?: number
  readonly pubAreaTail?: Uint8Array
  readonly magic?: number
  readonly attestType?: number
  readonly extraData?: Uint8Array
  readonly name?: Uint8Array
  readonly certInfoTail?: Uint8Array
  readonly members?: Members
  readonly signer?: SoftKey
}

const algNull = u16(0x0010)

function publicArea(cose: CoseKey, change: TpmChange): Uint8Array {
  const parameters = [change.symmetric ?? algNull, change.scheme ?? algNull]
  const key =
    cose.kty === 'EC2'
      ? [u16(change.curve ?? 3), algNull, sized(change.x ?? cose.x), sized(cose.y)]
      : cose.kty === 'RSA'
        ? [u16(2048), u16((change.exponent ?? 0) >>> 16), u16((change.exponent ?? 0) & 0xffff), sized(cose.n)]
        : []
  return concatBytes(
    u16(change.type ?? (cose.kty === 'RSA' ? 0x0001 : 0x0023)),
    u16(change.nameAlgorithm ?? 0x000b),
    Uint8Array.of(0, 6, 0, 0x72),
    sized(noBytes),
    ...parameters,
    ...key,
    change.pubAreaTail ?? noBytes,
  )
}

const tpm =
  (change: TpmChange = {}, { der: certificate, key: aikKey }: Issued = honestAik) =>
  ({ authenticatorData, clientDataHash, key }: ToAttest) => {
    const pubArea = publicArea(key.cose, change)
    const digest = aikKey.digest ?? 'sha256'
    const extraData = hash(digest, concatBytes(authenticatorData, clientDataHash), 'buffer')
    const magic = change.magic ?? 0xff544347
    const certInfo = concatBytes(
      u16(magic >>> 16),
      u16(magic & 0xffff),
      u16(change.attestType ?? 0x8017),
      sized(new Uint8Array(34)),
      sized(change.extraData ?? extraData),
      new Uint8Array(17 + 8),
      sized(change.name ?? concatBytes(u16(0x000b), hash('sha256', pubArea, 'buffer'))),
      sized(noBytes),
      change.certInfoTail ?? noBytes,
    )
    const sig = signWith(change.signer ?? aikKey, certInfo)
    const honest: Record<string, CborValue> = {
      ver: '2.0',
      alg: -7,
      x5c: [certificate],
      sig,
      certInfo,
      pubArea,
    }
    return { fmt: 'tpm', attStmt: toStatement({ ...honest, ...change.members }) }
  }

describe('a TPM’s statement', () => {
  test('gives the path of its attestation identity key', () => {
    expect(register({ attestation: tpm() }).attestation).toEqual({
      format: 'tpm',
      type: 'attca',
      trustPath: [honestAik.der],
      aaguidSigned: true,
    })
  })

  test.each([
    ['RSA, with the usual exponent', {}],
    ['RSA, with the usual exponent spelt out', { exponent: 65_537 }],
    ['RSA, with a scheme', { scheme: concatBytes(u16(0x0014), u16(0x000b)) }],
    ['RSA, with a symmetric algorithm', { symmetric: concatBytes(u16(0x0006), u16(128), u16(0x0043)) }],
  ])('certifies a key of %s', (_, change) => {
    expect(register({ key: rsaKey(), attestation: tpm(change) }).attestation.type).toBe('attca')
  })

  test('may be signed with RS1, as old TPMs do', () => {
    const old = { ...rsaKey(), digest: 'sha1' }
    const certificate = aik({ key: old })

    expect(register({ attestation: tpm({ members: { alg: -65535 } }, certificate) }).attestation.type).toBe(
      'attca',
    )
  })

  test('leaves out leading zeros as it likes', () => {
    const key = ecKey()
    const x = key.cose.kty === 'EC2' ? concatBytes(new Uint8Array(2), key.cose.x) : noBytes

    expect(register({ key, attestation: tpm({ x }) }).attestation.type).toBe('attca')
  })

  test.each([
    ['another version', { members: { ver: '1.2' } }, 'attestation_malformed'],
    ['no version', { members: { ver: undefined } }, 'attestation_malformed'],
    ['no certificate', { members: { x5c: undefined } }, 'attestation_malformed'],
    ['ECDAA', { members: { ecdaaKeyId: noBytes } }, 'attestation_malformed'],
    ['no public area', { members: { pubArea: undefined } }, 'attestation_malformed'],
    [
      'a public area that is cut off',
      { members: { pubArea: new Uint8Array(9) } },
      'attestation_tpm_structure_unfit',
    ],
    ['bytes behind the public area', { pubAreaTail: new Uint8Array(1) }, 'attestation_tpm_structure_unfit'],
    ['a key of another kind', { type: 0x0008 }, 'attestation_tpm_structure_unfit'],
    ['another curve', { curve: 4 }, 'attestation_key_mismatch'],
    ['another key', { x: new Uint8Array(32).fill(1) }, 'attestation_key_mismatch'],
    [
      'certify info that is cut off',
      { members: { certInfo: new Uint8Array(20) } },
      'attestation_tpm_structure_unfit',
    ],
    ['bytes behind the certify info', { certInfoTail: new Uint8Array(1) }, 'attestation_tpm_structure_unfit'],
    ['something no TPM made', { magic: 0xff544348 }, 'attestation_tpm_structure_unfit'],
    ['a quote', { attestType: 0x8018 }, 'attestation_tpm_structure_unfit'],
    ['another ceremony', { extraData: new Uint8Array(32) }, 'attestation_challenge_mismatch'],
    [
      'the name of another object',
      { name: concatBytes(u16(0x000b), new Uint8Array(32)) },
      'attestation_tpm_structure_unfit',
    ],
    ['an empty name', { name: noBytes }, 'attestation_tpm_structure_unfit'],
    ['a name made with SHA-1', { nameAlgorithm: 0x0004 }, 'attestation_tpm_structure_unfit'],
    ['the signature of another key', { signer: ecKey() }, 'attestation_signature_invalid'],
    ['another algorithm than its key', { members: { alg: -257 } }, 'attestation_algorithm_mismatch'],
    ['an algorithm without a digest', { members: { alg: -8 } }, 'attestation_algorithm_mismatch'],
    ['an unknown algorithm', { members: { alg: 0 } }, 'attestation_algorithm_mismatch'],
  ])('is refused with %s', (_, change, code) => {
    expect(() => register({ attestation: tpm(change) })).toThrow(expect.objectContaining({ code }))
  })

  test('is refused for an RSA key of another exponent', () => {
    expect(() => register({ key: rsaKey(), attestation: tpm({ exponent: 3 }) })).toThrow(
      'attestation_key_mismatch',
    )
  })

  test('is refused for a key of another kind than the credential’s', () => {
    const rsaArea = (attested: ToAttest) => tpm()({ ...attested, key: rsaKey() })

    expect(() => register({ attestation: rsaArea })).toThrow('attestation_key_mismatch')
  })

  const san = altName(tpmName())
  const unfit: [string, CertificateChange][] = [
    ['a subject', { subject: name(attestationSubject) }],
    ['an authority', { basicConstraints: 'authority' }],
    ['no basic constraints', { basicConstraints: 'none' }],
    ['no extended key usage', { extensions: [san] }],
    ['another extended key usage', { extensions: [usage('2.23.133.8.1'), san] }],
    ['no alternative name', { extensions: [aikUsage] }],
    ['no manufacturer', { extensions: [aikUsage, altName(tpmName({ '2.23.133.2.1': '' }))] }],
    [
      'a manufacturer that is no id',
      { extensions: [aikUsage, altName(tpmName({ '2.23.133.2.1': 'Nuvoton' }))] },
    ],
    ['no model', { extensions: [aikUsage, altName(tpmName({ '2.23.133.2.2': '' }))] }],
    ['no version', { extensions: [aikUsage, altName(tpmName({ '2.23.133.2.3': '' }))] }],
  ]

  test.each(unfit)('is refused with a certificate with %s', (_, change) => {
    expect(() => register({ attestation: tpm({}, aik(change)) })).toThrow('attestation_certificate_unfit')
  })

  test('is refused with a certificate for another model', () => {
    const other = aik({ extensions: [aikUsage, san, aaguidExtension(new Uint8Array(16))] })

    expect(() => register({ attestation: tpm({}, other) })).toThrow('attestation_aaguid_mismatch')
  })

  test('is refused with bytes that are no certificate', () => {
    const x5c = [toUtf8('not a certificate')]

    expect(() => register({ attestation: tpm({ members: { x5c } }) })).toThrow(
      'attestation_certificate_malformed',
    )
  })
})
