import { type CborValue, concatBytes } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { credentialId, register, sha256, signWith, type ToAttest } from '../honest-ceremony.fixture.ts'
import { verifyTrust } from '../verify-trust.ts'
import { at, der, extension, issue, makeRoot, octets, sequence } from './certificates.fixture.ts'
import { toStatement } from './statement.fixture.ts'

const root = makeRoot()
const maker = issue(root)

type Part = (attested: ToAttest) => CborValue

const part = (fmt: CborValue, attStmt: CborValue) => toStatement({ fmt, attStmt })

const packed: Part = ({ authenticatorData, clientDataHash }) => {
  const sig = signWith(maker.key, concatBytes(authenticatorData, clientDataHash))
  return part('packed', toStatement({ alg: -7, sig, x5c: [maker.der] }))
}

const self: Part = ({ authenticatorData, clientDataHash, key }) => {
  const sig = signWith(key, concatBytes(authenticatorData, clientDataHash))
  return part('packed', toStatement({ alg: -7, sig }))
}

const apple: Part = ({ authenticatorData, clientDataHash, key }) => {
  const nonce = sha256(concatBytes(authenticatorData, clientDataHash))
  const extensions = [extension('1.2.840.113635.100.8.2', sequence(der(0xa1, octets(nonce))))]
  return part('apple', toStatement({ x5c: [issue(makeRoot(), { key, extensions }).der] }))
}

const u2f: Part = ({ authenticatorData, clientDataHash, key }) => {
  const point =
    key.cose.kty === 'EC2' ? concatBytes(Uint8Array.of(4), key.cose.x, key.cose.y) : new Uint8Array()
  const rpIdHash = authenticatorData.subarray(0, 32)
  const message = concatBytes(Uint8Array.of(0), rpIdHash, clientDataHash, credentialId, point)
  return part('fido-u2f', toStatement({ sig: signWith(maker.key, message), x5c: [maker.der] }))
}

const forged: Part = () => part('packed', toStatement({ alg: -7, sig: new Uint8Array(70), x5c: [maker.der] }))

const compound =
  (...parts: readonly Part[]) =>
  (attested: ToAttest) => ({ fmt: 'compound', attStmt: parts.map((make) => make(attested)) })

describe('a compound statement', () => {
  test('tells what each part established', () => {
    const { attestation } = register({ attestation: compound(self, packed, apple) })

    expect(attestation).toMatchObject({ format: 'compound', type: 'basic', trustPath: [maker.der] })
    expect(attestation.parts?.map(({ format, type }) => [format, type])).toEqual([
      ['packed', 'self'],
      ['packed', 'basic'],
      ['apple', 'anonca'],
    ])
  })

  test('is trusted when one part leads to an anchor, and not when none does', () => {
    const { attestation } = register({ attestation: compound(apple, packed) })

    expect(verifyTrust(attestation, { anchors: [root.der], at }).trusted).toBe(true)
    expect(verifyTrust(attestation, { anchors: [makeRoot().der], at })).toEqual({
      trusted: false,
      because: 'no_anchor',
    })
  })

  test('vouches for an AAGUID only if each part that vouches for anything does', () => {
    expect(register({ attestation: compound(self, packed) }).attestation.aaguidSigned).toBe(true)
    expect(register({ attestation: compound(packed, u2f) }).attestation.aaguidSigned).toBe(false)
    expect(register({ attestation: compound(self, self) }).attestation).toMatchObject({
      type: 'self',
      trustPath: [],
      aaguidSigned: false,
    })
  })

  test.each<[string, readonly Part[], string]>([
    ['one part', [packed], 'attestation_malformed'],
    ['nine parts', Array(9).fill(self), 'attestation_malformed'],
    ['a part that is text', [packed, () => 'packed'], 'attestation_malformed'],
    ['a part without a statement', [packed, () => toStatement({ fmt: 'none' })], 'attestation_malformed'],
    [
      'a part with more members',
      [packed, () => toStatement({ fmt: 'none', attStmt: new Map(), x: 1 })],
      'attestation_malformed',
    ],
    [
      'a part that is compound',
      [packed, (a) => part('compound', [self(a), self(a)])],
      'attestation_format_unknown',
    ],
    ['a part of an unknown format', [packed, () => part('magic', new Map())], 'attestation_format_unknown'],
    ['a part that is forged', [packed, forged], 'attestation_signature_invalid'],
  ])('is refused with %s', (_, parts, code) => {
    expect(() => register({ attestation: compound(...parts) })).toThrow(expect.objectContaining({ code }))
  })

  test('is refused as a map', () => {
    expect(() => register({ attestation: () => ({ fmt: 'compound', attStmt: new Map() }) })).toThrow(
      'attestation_malformed',
    )
  })
})
