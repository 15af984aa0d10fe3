import { describe, expect, test } from 'vitest'
import { changeAuthenticationContext, readAuthenticationContext } from './read-authentication-context.ts'
import { changeNamedLocation, readNamedLocation } from './read-named-location.ts'

const stamp = {
  id: '0b6e28f0-6f7c-4d4e-9e0c-4a2c5d3e7a01',
  createdDateTime: '2026-03-01T09:00:00Z',
  modifiedDateTime: null,
}
const office = {
  '@odata.type': '#microsoft.graph.ipNamedLocation',
  displayName: 'Office',
  isTrusted: 'true',
  ipRanges: [
    { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/24' },
    { '@odata.type': '#microsoft.graph.iPv6CidrRange', cidrAddress: '2001:db8::/32' },
  ],
}
const home = {
  '@odata.type': '#microsoft.graph.countryNamedLocation',
  displayName: 'Home',
  countriesAndRegions: ['CH', 'NZ'],
}

describe('reading a named location', () => {
  test('of networks', () => {
    expect(readNamedLocation(office, stamp)).toEqual({ ...stamp, ...office, isTrusted: true })
  })

  test('of countries', () => {
    expect(readNamedLocation(home, stamp)).toEqual({
      ...stamp,
      ...home,
      includeUnknownCountriesAndRegions: false,
      countryLookupMethod: 'clientIpAddress',
    })
  })

  test.each<[string, object, string]>([
    ['no type', { ...office, '@odata.type': undefined }, '@odata.type'],
    ['no network', { ...office, ipRanges: [] }, 'ipRanges'],
    [
      'a network of the other family',
      {
        ...office,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '2001:db8::/32' }],
      },
      'ipRanges[0].cidrAddress',
    ],
    [
      'a network without a type',
      { ...office, ipRanges: [{ cidrAddress: '192.0.2.0/24' }] },
      'ipRanges[0].@odata.type',
    ],
    ['a country by name', { ...home, countriesAndRegions: ['Switzerland'] }, 'countriesAndRegions[0]'],
    ['where the phone is', { ...home, countryLookupMethod: 'authenticatorAppGps' }, 'countryLookupMethod'],
    ['networks of countries', { ...home, ipRanges: [] }, 'ipRanges'],
  ])('refuses %s', (_, body, path) => {
    expect(catchRefusal(() => readNamedLocation(body, stamp))).toMatchObject({ path })
  })

  test('changes what is named, and never its kind', () => {
    const before = readNamedLocation(office, stamp)
    const at = '2026-03-02T09:00:00Z'

    expect(changeNamedLocation(before, { isTrusted: false }, at)).toEqual({
      ...before,
      isTrusted: false,
      modifiedDateTime: at,
    })
    expect(catchRefusal(() => changeNamedLocation(before, home, at))).toMatchObject({ path: '@odata.type' })
  })
})

describe('reading an authentication context', () => {
  const c1 = { id: 'c1', displayName: 'Trusted', description: null, isAvailable: true }

  test('keeps it as it is', () => {
    expect(readAuthenticationContext(c1)).toEqual(c1)
  })

  test.each(['c0', 'c100', 'C1', 'x'])('refuses %s', (id) => {
    expect(catchRefusal(() => readAuthenticationContext({ ...c1, id }))).toMatchObject({ path: 'id' })
  })

  test('changes everything but its id', () => {
    expect(changeAuthenticationContext(c1, { displayName: 'New' })).toEqual({ ...c1, displayName: 'New' })
    expect(catchRefusal(() => changeAuthenticationContext(c1, { id: 'c2' }))).toMatchObject({ path: 'id' })
  })
})

function catchRefusal(act: () => unknown): unknown {
  try {
    return act()
  } catch (refusal) {
    return refusal
  }
}
