import { ApiProblem } from '@latchkey/api'
import type { AccountAnswer } from '@latchkey/api/authenticator'
import { describe, expect, test } from 'vitest'
import { checkAccount } from './check-accounts.ts'
import type { KeptCodes } from './notes.ts'
import type { PhoneAccount } from './open-phone.ts'

const account = {
  tenantId: 't',
  organisation: 'Juniper Works',
  userId: 'u',
  userName: 'pia@juniper.example',
  displayName: 'Pia',
  rpId: 'juniper.example',
  origins: [],
  userHandle: 'AQ',
}

const device = {
  deviceId: 'd',
  name: 'Android',
  surface: 'phoneApp',
  aaguid: '18cf9cd9-f298-437f-b66f-abd9972a7e18',
  appVersion: '0.1.0',
  evidence: 'software',
  state: 'active',
  expiresAt: '2027-05-20T00:00:00Z',
  renewsAt: '2027-04-20T00:00:00Z',
  tooOld: false,
} as const

const passkey = {
  id: 'p1',
  name: 'Passkey on Android',
  synced: true,
  here: false,
  createdAt: '2026-11-21T00:00:00Z',
}

const answer: AccountAnswer = {
  account,
  device,
  passkeys: [passkey],
  methods: [],
  offers: { passkey: true, ownKey: true, push: true, codes: true },
}

const before: PhoneAccount = {
  id: 't.u',
  kept: { serverUrl: 'https://juniper.example', account, device, x5c: [], deviceKey: {} },
  codes: [],
  made: ['p1'],
  ownKeys: [],
  links: [],
  seen: { answer, at: 0 },
}

const codes: KeptCodes = {
  id: 'c',
  accountId: 't.u',
  serverId: 's',
  issuer: 'Juniper Works',
  account: 'pia@juniper.example',
  algorithm: 'SHA-1',
  digits: 6,
  periodSeconds: 30,
  sealed: new Uint8Array(),
  sealedBy: 'phone',
}

/** A phone whose server says this. */
function phone(
  says: AccountAnswer | undefined | Error,
  gone: readonly KeptCodes[] = [],
  goneKeys: readonly string[] = [],
) {
  return {
    async compare() {
      if (says instanceof Error) throw says
      return { gone, goneKeys, ...(says && { answer: says }) }
    },
  }
}

const problem = (code: string, status = 401) => new ApiProblem({ status, code })

describe('comparing an account with its organisation', () => {
  test('finds nothing to say when nothing changed', async () => {
    expect(await checkAccount(phone(answer), before)).toEqual({ state: 'fine', cleaned: [] })
  })

  test('says which passkey and whose codes are gone', async () => {
    expect(await checkAccount(phone({ ...answer, passkeys: [] }, [codes]), before)).toEqual({
      state: 'fine',
      cleaned: [
        { kind: 'passkey', name: 'Passkey on Android' },
        { kind: 'codes', account: 'pia@juniper.example' },
      ],
    })
  })

  test('says which key of this app is gone', async () => {
    const seen = {
      answer: { ...answer, passkeys: [passkey, { ...passkey, id: 'own', name: 'Authenticator' }] },
      at: 0,
    }

    expect(await checkAccount(phone(answer, [], ['own']), { ...before, seen, ownKeys: ['own'] })).toEqual({
      state: 'fine',
      cleaned: [{ kind: 'passkey', name: 'Authenticator' }],
    })
  })

  test('says that the phone was taken off, once', async () => {
    const kept = { ...before.kept, device: { ...device, state: 'revoked' as const } }

    expect(await checkAccount(phone(undefined), before)).toEqual({
      state: 'revoked',
      cleaned: [{ kind: 'device', account: 'pia@juniper.example' }],
    })
    expect(await checkAccount(phone(undefined), { ...before, kept })).toEqual({
      state: 'revoked',
      cleaned: [],
    })
  })

  test.each([
    ['an app that is too old', { ...answer, device: { ...device, tooOld: true } }, 'tooOld'],
    ['a registration that has run out', { ...answer, device: { ...device, state: 'expired' } }, 'expired'],
    ['a device that is switched off', problem('device_revoked'), 'revoked'],
    ['a clock that is wrong', problem('device_clock_wrong'), 'clockWrong'],
    ['no network', problem('browser_offline', 0), 'unreachable'],
    ['a fault of the server', problem('fault', 500), 'unreachable'],
  ] as const)('names %s', async (_, says, state) => {
    expect((await checkAccount(phone(says), before)).state).toBe(state)
  })

  test('does not hide what is no answer at all', async () => {
    await expect(checkAccount(phone(new TypeError('broken')), before)).rejects.toThrow(TypeError)
  })
})
