import { expect, test } from 'vitest'
import { type AskedFor, compareLanding, type Landed } from './compare-landing.ts'

const provider = { id: 'a', name: 'A', aaguids: ['aaaa'], phones: {} }
const synced: Landed = {
  aaguid: 'bbbb',
  proven: false,
  backupEligible: true,
  transports: ['hybrid', 'internal'],
  place: 'device',
}
const key: Landed = { ...synced, backupEligible: false, transports: ['usb'], place: 'securityKey' }

test.each<[string, AskedFor, Landed, readonly string[]]>([
  ['in the app', { kind: 'provider', provider }, { ...synced, aaguid: 'aaaa' }, []],
  ['not in the app', { kind: 'provider', provider }, synced, ['provider']],
  ['on this device', { kind: 'this-device' }, synced, []],
  ['on a key and not on this device', { kind: 'this-device' }, key, ['place']],
  ['on the key', { kind: 'security-key' }, key, []],
  ['not on the key', { kind: 'security-key' }, synced, ['place']],
  ['synced where it was to stay', { kind: 'this-device', keeping: 'thisDeviceOnly' }, synced, ['keeping']],
  ['synced as wished', { kind: 'other-device', keeping: 'synced' }, synced, []],
  [
    'on a key of a model nobody knows',
    { kind: 'security-key' },
    { ...key, place: 'unknown', transports: [] },
    [],
  ],
])('a passkey that landed %s', (_, asked, landed, differences) => {
  expect(compareLanding(asked, landed)).toEqual(differences)
})
