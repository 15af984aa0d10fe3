import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInRange, readCidrRange, readIpAddress } from './cidr-range.ts'

describe('reading addresses', () => {
  test.each([
    ['192.0.2.1', [192, 0, 2, 1]],
    ['::ffff:192.0.2.1', [192, 0, 2, 1]],
    ['::ffff:c000:0201', [192, 0, 2, 1]],
    ['::', new Array(16).fill(0)],
    ['2001:db8::1', [0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['fe80::1%eth0', [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  ])('%s', (text, bytes) => {
    expect(readIpAddress(text)).toEqual(bytes)
  })

  test.each([
    '',
    '192.0.2',
    '192.0.2.256',
    '192.0.02.1',
    '1:2:3:4:5:6:7',
    '1::2::3',
    '1:2:3:4:5:6:7:8::',
    'g::',
    '1.2.3.4::',
  ])('refuses %j', (text) => {
    expect(readIpAddress(text)).toBeUndefined()
  })
})

describe('reading blocks of addresses', () => {
  test.each([
    ['10.0.0.1/8', 'IPv4'],
    ['10.0.0.0/33', 'IPv4'],
    ['10.0.0.0', 'IPv4'],
    ['10.0.0.0/08', 'IPv4'],
    ['10.0.0.0/8/8', 'IPv4'],
    ['2001:db8::/32', 'IPv4'],
    ['10.0.0.0/8', 'IPv6'],
    ['2001:db8::1/32', 'IPv6'],
    ['::ffff:10.0.0.0/104', 'IPv6'],
  ] as const)('refuses %s as %s', (text, family) => {
    expect(readCidrRange(text, family)).toBeUndefined()
  })

  test.each([
    ['192.0.2.0/24', 'IPv4', '192.0.2.255', true],
    ['192.0.2.0/24', 'IPv4', '192.0.3.0', false],
    ['192.0.2.0/25', 'IPv4', '192.0.2.128', false],
    ['0.0.0.0/0', 'IPv4', '203.0.113.1', true],
    ['0.0.0.0/0', 'IPv4', '2001:db8::1', false],
    ['192.0.2.0/24', 'IPv4', '::ffff:192.0.2.7', true],
    ['2001:db8::/33', 'IPv6', '2001:db8:7fff::1', true],
    ['2001:db8::/33', 'IPv6', '2001:db8:8000::1', false],
  ] as const)('%s (%s) has %s: %s', (range, family, address, within) => {
    const block = readCidrRange(range, family)
    const bytes = readIpAddress(address)

    expect(block && bytes && isInRange(bytes, block)).toBe(within)
  })

  test('a block of a single address has that one alone', () => {
    const address = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255))
    fc.assert(
      fc.property(address, address, (one, other) => {
        const block = readCidrRange(`${one.join('.')}/32`, 'IPv4')
        return block !== undefined && isInRange(other, block) === (one.join() === other.join())
      }),
    )
  })
})
