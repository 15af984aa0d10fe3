import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countriesFixture } from './countries.fixture.ts'
import { openCountries } from './open-countries.ts'

const folder = mkdtempSync(join(tmpdir(), 'latchkey-countries-'))

describe('finding the country of an address', () => {
  const file = join(folder, 'countries.mmdb')
  writeFileSync(file, countriesFixture({ '192.0.2.0/24': 'CH', '198.51.100.0/25': 'NZ' }))
  const countryOf = openCountries(file)

  test.each([
    ['192.0.2.77', 'CH'],
    ['198.51.100.1', 'NZ'],
    ['198.51.100.200', undefined],
    ['203.0.113.9', undefined],
    ['2001:db8::1', undefined],
    ['fe80::1%eth0', undefined],
    ['nowhere', undefined],
  ])('%s is in %s', (address, country) => {
    expect(countryOf(address)).toBe(country)
  })

  test('refuses a file that is none', () => {
    const wrong = join(folder, 'wrong.mmdb')
    writeFileSync(wrong, 'not a database')
    expect(() => openCountries(wrong)).toThrow('LATCHKEY_COUNTRY_DATABASE')
    expect(() => openCountries(join(folder, 'missing.mmdb'))).toThrow('LATCHKEY_COUNTRY_DATABASE')
  })
})
