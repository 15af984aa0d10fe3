import type { RunningLogStream } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import {
  aCredential,
  anAudit,
  aPass,
  aPerson,
  aSignIn,
  bytes,
  contoso,
  later,
  now,
  type Open,
  type Opened,
} from './world.ts'

export const aLogStream = (change: Partial<RunningLogStream> = {}): RunningLogStream => ({
  tenantId: 'contoso',
  streamId: 'stream-1',
  displayName: 'Archive',
  address: 'https://logs.example/in',
  logs: ['audit', 'signIns'],
  enabled: true,
  createdAt: now,
  sealedSecret: bytes(40, 1),
  former: { sealedSecret: bytes(41, 2), until: later(60) },
  state: { signInsUntil: 'a', auditUntil: 'b', attempts: 0, notBefore: now },
  ...change,
})

export const aDay = {
  day: '2026-03-01',
  people: 5,
  withPasskey: 3,
  signIns: 9,
  passkeySignIns: 6,
  failures: 2,
  wouldFail: 1,
}

export const aSummary = {
  at: now,
  people: { people: 5, withPasskey: 3, onlyPhishable: 2 },
  passes: { inUse: 1, nextEndsAt: later(60) },
  badModels: [{ aaguid: 'x', name: 'Blue key', statuses: ['REVOKED'], people: 2 }],
  watched: [{ policyId: 'p', displayName: 'Keys', signIns: 4, people: 2 }],
}

const policy = (policyId: string, result: string) => ({
  access: {
    outcome: 'allowed' as const,
    policies: [
      { policyId, displayName: 'A rule', result, missing: [], grantControls: ['mfa'], sessionControls: [] },
    ],
  },
})

/** What searching, sending on and counting the logs must do. */
export function logsContract(open: Open): void {
  describe('searching the sign-in log', () => {
    const records = [
      aSignIn({ signInId: '1', method: 'passkey', aaguid: 'blue', clientId: 'wiki' }),
      aSignIn({ signInId: '2', outcome: 'failure', code: 'sign_in_failed', method: 'password' }),
      aSignIn({ signInId: '3', ipAddress: '198.51.100.7', decision: policy('p1', 'success') }),
      aSignIn({ signInId: '4', decision: policy('p2', 'reportOnlyFailure') }),
      aSignIn({ signInId: '5', decision: policy('p1', 'reportOnlyInterrupted') }),
    ]

    test.each([
      [{ aaguid: 'blue' }, ['1']],
      [{ method: 'password' }, ['2']],
      [{ clientId: 'wiki', method: 'passkey' }, ['1']],
      [{ code: 'sign_in_failed' }, ['2']],
      [{ outcome: 'failure' }, ['2']],
      [{ outcome: 'success', before: '4' }, ['3', '1']],
      [{ ipAddress: '198.51.100.7' }, ['3']],
      [{ policyId: 'p1' }, ['5', '3']],
      [{ policyId: '%' }, []],
      [{ reportOnly: 'wouldFail' }, ['5', '4']],
      [{ since: '4' }, ['5', '4']],
    ] as const)('finds what was asked for: %j', async (query, expected) => {
      const { stores } = await contoso(open)
      for (const record of records) await stores.signIns.append(record)

      const found = await stores.signIns.list('contoso', { limit: 9, ...query })

      expect(found.map(({ signInId }) => signInId)).toEqual(expected)
    })

    test('gives a stretch of either log, oldest first', async () => {
      const { stores } = await contoso(open)
      for (const record of records) await stores.signIns.append(record)
      for (const auditId of ['1', '2', '3']) await stores.audit.append(anAudit({ auditId }))

      const signIns = await stores.signIns.listAfter('contoso', { after: '1', until: '5', limit: 2 })
      const audit = await stores.audit.listAfter('contoso', { after: '1', until: '9', limit: 9 })

      expect(signIns).toEqual([records[1], records[2]])
      expect(audit.map(({ auditId }) => auditId)).toEqual(['2', '3'])
    })
  })

  describe('keeping where logs are sent', () => {
    test('gives a stream back as it was', async () => {
      const { stores } = await contoso(open)
      const { sealedSecret: _, former: __, ...plain } = aLogStream({ streamId: 'stream-2', enabled: false })
      await stores.logStreams.insert(aLogStream())
      await stores.logStreams.insert(plain)

      expect(await stores.logStreams.find('contoso', 'stream-1')).toEqual(aLogStream())
      expect(await stores.logStreams.list('contoso')).toEqual([aLogStream(), plain])
      expect(await stores.logStreams.listDue(now)).toEqual([aLogStream()])
      expect(await stores.logStreams.listSealed()).toEqual([aLogStream()])
    })

    test('remembers since when it fails, and forgets it with the next delivery', async () => {
      const { stores } = await contoso(open)
      const { logStreams } = stores
      await logStreams.insert(aLogStream())
      const failure = { attempts: 1, notBefore: later(9), at: now, error: 'down' }
      await logStreams.putFailed('contoso', 'stream-1', failure)
      await logStreams.putFailed('contoso', 'stream-1', { ...failure, attempts: 2, at: later(5) })

      expect((await logStreams.find('contoso', 'stream-1'))?.state).toEqual({
        ...aLogStream().state,
        attempts: 2,
        notBefore: later(9),
        failure: { since: now, at: later(5), error: 'down' },
      })
      expect(await logStreams.listDue(later(8))).toEqual([])

      await logStreams.putDelivered('contoso', 'stream-1', { signInsUntil: 'c', at: later(10) })

      expect((await logStreams.find('contoso', 'stream-1'))?.state).toEqual({
        signInsUntil: 'c',
        auditUntil: 'b',
        attempts: 0,
        notBefore: later(9),
        deliveredAt: later(10),
      })
    })

    test('keeps how far it has come when an administrator changes it', async () => {
      const { stores } = await contoso(open)
      await stores.logStreams.insert(aLogStream())
      await stores.logStreams.putDelivered('contoso', 'stream-1', { auditUntil: 'z', at: now })

      await stores.logStreams.put(aLogStream({ displayName: 'Other', logs: ['audit'] }))

      const kept = await stores.logStreams.find('contoso', 'stream-1')
      expect(kept).toMatchObject({ displayName: 'Other', logs: ['audit'], state: { auditUntil: 'z' } })
      await stores.logStreams.putDue('contoso', 'stream-1', later(1))
      expect((await stores.logStreams.find('contoso', 'stream-1'))?.state.notBefore).toEqual(later(1))
      await stores.logStreams.remove('contoso', 'stream-1')
      expect(await stores.logStreams.list('contoso')).toEqual([])
    })
  })

  describe('counting for the first page', () => {
    const people = async ({ stores }: Opened) => {
      await stores.people.insert(aPerson('off', { enabled: false }, 30))
      await stores.people.insert(aPerson('dora', {}, 40))
      await stores.credentials.insert(aCredential({ aaguid: 'blue' }))
      await stores.credentials.insert(aCredential({ aaguid: 'blue', id: bytes(32, 7) }))
      const password = { tenantId: 'contoso', hash: '$argon2id$', changedAt: now }
      for (const name of ['ann', 'ben']) await stores.passwords.put({ ...password, userId: `id-of-${name}` })
    }

    test('counts whoever may sign in, by what they have', async () => {
      const opened = await contoso(open)
      await people(opened)

      expect(await opened.stores.home.countPeople('contoso', later(1))).toEqual({
        people: 3,
        withPasskey: 1,
        onlyPhishable: 1,
      })
      expect(await opened.stores.home.countPeople('contoso', now)).toMatchObject({ people: 0 })
      expect(await opened.stores.home.countModels('contoso')).toEqual([{ aaguid: 'blue', people: 1 }])
    })

    test('counts passes that are not used up', async () => {
      const { stores } = await contoso(open)
      await stores.passes.put(aPass({ usedAt: now }))
      await stores.passes.put(aPass({ userId: 'id-of-ben', passId: 'pass-2', once: false, usedAt: now }))

      expect(await stores.home.countPasses('contoso', now)).toEqual({ inUse: 1, nextEndsAt: later(3600) })
      expect(await stores.home.countPasses('contoso', later(3600))).toEqual({ inUse: 0 })
    })

    test('counts a sign-in once, however many steps it took', async () => {
      const { stores } = await contoso(open)
      const all = [
        aSignIn({ signInId: '1', method: 'passkey' }),
        aSignIn({ signInId: '2', method: 'password' }),
        aSignIn({ signInId: '3', method: 'totp' }),
        aSignIn({ signInId: '4', clientId: 'wiki', decision: policy('p', 'reportOnlyFailure') }),
        aSignIn({ signInId: '5', outcome: 'failure', code: 'sign_in_failed', method: 'password' }),
        aSignIn({ signInId: '6', method: 'passkey' }),
      ]
      for (const record of all) await stores.signIns.append(record)

      expect(await stores.home.countSignIns('contoso', { since: '1', until: '6' })).toEqual({
        signIns: 2,
        passkeySignIns: 1,
        failures: 1,
        wouldFail: 1,
      })
    })

    test('keeps the last count of each day, and one summary', async () => {
      const { stores } = await contoso(open)
      await stores.home.putDay('contoso', { ...aDay, people: 1 })
      await stores.home.putDay('contoso', aDay)
      await stores.home.putDay('contoso', { ...aDay, day: '2026-02-01' })
      await stores.home.putSummary('contoso', { ...aSummary, badModels: [] })
      await stores.home.putSummary('contoso', aSummary)

      expect(await stores.home.listDays('contoso', '2026-02-02')).toEqual([aDay])
      expect(await stores.home.findSummary('contoso')).toEqual(aSummary)
    })
  })
}
