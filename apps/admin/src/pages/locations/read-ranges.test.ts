import { describe, expect, test } from 'vitest'
import { readCountries, readRanges } from './read-ranges.ts'

describe('reading networks', () => {
  test('takes both kinds, and passes over empty lines', () => {
    expect(readRanges('198.51.100.0/24\n\n 2001:db8::/32 ')).toEqual({
      ranges: [
        { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '198.51.100.0/24' },
        { '@odata.type': '#microsoft.graph.iPv6CidrRange', cidrAddress: '2001:db8::/32' },
      ],
    })
  })

  test.each([
    '198.51.100.0',
    '198.51.100.256/24',
    '198.51.100.0/33',
    '10.0.0.0/0',
    'office/24',
    '::/129',
    '1.2.3.4/8/9',
  ])('names the line of %s', (text) => {
    expect(readRanges(`10.0.0.0/8\n${text}`)).toEqual({ wrong: { line: 2, text } })
  })
})

describe('reading countries', () => {
  test('takes them however they are separated, once', () => {
    expect(readCountries('de, FR;jp de')).toEqual({ countries: ['DE', 'FR', 'JP'] })
    expect(readCountries('Germany')).toEqual({ wrong: 'GERMANY' })
  })
})
