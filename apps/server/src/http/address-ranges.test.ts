import { describe, expect, test } from 'vitest'
import { readAddressRanges, toPlainAddress } from './address-ranges.ts'

describe('asking whether an address is in a network', () => {
  const ranges = readAddressRanges(['10.0.0.0/8', '192.0.2.7', 'fd00::/8'])

  test.each(['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', 'fd12::1'])('%s is', (address) => {
    expect(ranges.has(address)).toBe(true)
  })

  test.each(['11.0.0.1', '192.0.2.8', 'fe80::1', '::ffff:11.0.0.1', '', 'nonsense', '10.1.2.3, 10.1.2.3'])(
    '%s is not',
    (address) => {
      expect(ranges.has(address)).toBe(false)
    },
  )

  test.each(['10.0.0.0/33', 'fd00::/129', 'example.org', '', '10.0.0.0/', '10.0.0.0/-1'])(
    'refuses %s as a network',
    (text) => {
      expect(() => readAddressRanges([text])).toThrow(RangeError)
    },
  )

  test('writes an IPv4 address in IPv6 dress as what it is', () => {
    expect(toPlainAddress('::FFFF:192.0.2.1')).toBe('192.0.2.1')
  })
})
