import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from './hex.ts'
import { readDer, readDerChildren, readDerInteger, readDerObjectId, writeDer } from './x509.ts'

describe('writing DER', () => {
  test.each([
    ['an integer whose first bit is set', writeDer.unsigned(Uint8Array.of(0, 0, 0x80)), '02020080'],
    ['zero', writeDer.unsigned(new Uint8Array(3)), '020100'],
    ['an object identifier', writeDer.objectId('1.3.6.1.4.1.45724.1.1.4'), '060b2b0601040182e51c010104'],
    ['true', writeDer.true(), '0101ff'],
    [
      'a time of this century',
      writeDer.time(new Date('2026-03-02T09:08:07Z')),
      '170d3236303330323039303830375a',
    ],
    [
      'a time after 2049',
      writeDer.time(new Date('2050-01-01T00:00:00Z')),
      '180f32303530303130313030303030305a',
    ],
    ['a key usage', writeDer.bitString(Uint8Array.of(0x80), 7), '03020780'],
    ['a tagged element', writeDer.explicit(3, writeDer.sequence()), 'a3023000'],
  ])('writes %s as the standard does', (_, bytes, hex) => {
    expect(toHex(bytes)).toBe(hex)
  })

  test('is read again, whatever it holds and however long it is', () => {
    const arc = fc.integer({ min: 0, max: 2 ** 31 })
    fc.assert(
      fc.property(
        fc.nat(2 ** 40),
        fc.array(arc, { maxLength: 8 }),
        fc.uint8Array({ maxLength: 70_000, size: 'max' }),
        (number, arcs, bytes) => {
          const big = new Uint8Array(8)
          new DataView(big.buffer).setBigUint64(0, BigInt(number))
          const id = ['1.3', ...arcs].join('.')
          const whole = writeDer.sequence(
            writeDer.unsigned(big),
            writeDer.objectId(id),
            writeDer.octetString(bytes),
          )

          const [integer, objectId, octets] = readDerChildren(readDer(whole))
          expect(integer && readDerInteger(integer)).toBe(number)
          expect(objectId && readDerObjectId(objectId)).toBe(id)
          expect(octets?.content).toEqual(bytes)
        },
      ),
      { numRuns: 50 },
    )
  })
})
