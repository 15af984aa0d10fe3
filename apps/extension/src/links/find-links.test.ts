import { type Kept, type KeptAccount, type KeptClientLink, nothingKept } from '@latchkey/keeper'
import { describe, expect, test } from 'vitest'
import type { Asked, Ceremony } from '../messages.ts'
import { findLinks } from './find-links.ts'

const origin = 'https://login.example.org'
const rpId = 'login.example.org'
const whose = { serverUrl: origin, tenantId: 'tenant', userId: 'ada' }
const link: KeptClientLink = { ...whose, linkId: 'one', name: 'phone', sealed: '', key: undefined }
const account: KeptAccount = {
  serverUrl: origin,
  account: {
    tenantId: 'tenant',
    organisation: 'Example',
    userId: 'ada',
    userName: 'ada@example.org',
    displayName: 'Ada',
    rpId,
    origins: [origin],
    userHandle: 'AAAA',
  },
  device: {
    deviceId: 'device',
    name: 'browser',
    surface: 'extension',
    aaguid: '',
    appVersion: '1.2.3',
    evidence: 'software',
    state: 'active',
    expiresAt: '2099-01-01T00:00:00Z',
    renewsAt: '2098-12-01T00:00:00Z',
    tooOld: false,
  },
  x5c: [],
}
const credential: Kept['credentials'][number] = {
  id: 'Y3JlZA',
  rpId,
  user: { id: 'AAAA' },
  discoverable: true,
  algorithm: -7,
  privateKey: '',
  publicKey: '',
  signCount: 0,
  credProtect: 1,
  backupEligible: false,
  secrets: '',
  createdAt: 0,
}
const kept: Kept = { ...nothingKept, accounts: [account], clientLinks: [link] }
const ask = (options: object = {}): Ceremony => ({
  id: 'ceremony',
  origin,
  asked: { kind: 'get', options: { challenge: 'AAAA', rpId, ...options } },
  until: 0,
})
const creation: Asked = {
  kind: 'create',
  options: {
    rp: { name: 'Example', id: rpId },
    user: { id: 'AAAA', name: 'ada', displayName: 'Ada' },
    challenge: 'AAAA',
    pubKeyCredParams: [],
  },
}

describe('finding the devices that may be called', () => {
  test('finds those of the account when no passkey of this browser would do', () => {
    const others = { allowCredentials: [{ type: 'public-key', id: 'b3RoZXI' }] }

    expect(findLinks(kept, ask())).toEqual([link])
    expect(findLinks({ ...kept, credentials: [credential] }, ask(others))).toEqual([link])
  })

  test.each([
    ['where this browser has a passkey', { ...kept, credentials: [credential] }, ask()],
    ['for a page of somebody else', kept, { ...ask(), origin: 'https://login.evil.example' }],
    ['for another relying party', kept, ask({ rpId: 'example.org' })],
    ['for a new passkey', kept, { ...ask(), asked: creation }],
    ['of somebody else', { ...kept, clientLinks: [{ ...link, userId: 'eva' }] }, ask()],
  ])('finds none %s', (_, before, ceremony) => {
    expect(findLinks(before, ceremony)).toEqual([])
  })
})
