import { describe, expect, test } from 'vitest'
import { aMessage, anAudit, aSignIn, aSigningKey, bytes, contoso, later, now, type Open } from './world.ts'

/** What the stores of keys, counters, logs, messages, leases and facts must do. */
export function instanceContract(open: Open): void {
  describe('keeping keys', () => {
    test('lets one process make a sealing key of a number', async () => {
      const { stores } = await open()
      const key = { keyNumber: 1, sealedKey: bytes(60, 1), createdAt: now }
      await stores.sealingKeys.insert({ ...key, keyNumber: 2 })
      await stores.sealingKeys.insert(key)

      const again = stores.sealingKeys.insert({ ...key, sealedKey: bytes(60, 2) })

      await expect(again).rejects.toMatchObject({ code: 'already_exists' })
      expect(await stores.sealingKeys.list()).toEqual([key, { ...key, keyNumber: 2 }])
      await stores.sealingKeys.put({ ...key, sealedKey: bytes(60, 3) })
      await stores.sealingKeys.remove(2)
      expect(await stores.sealingKeys.list()).toEqual([{ ...key, sealedKey: bytes(60, 3) }])
    })

    test('keeps signing keys until they are retired long enough', async () => {
      const { stores } = await contoso(open)
      const rsa = aSigningKey({ keyId: 'key-0', algorithm: 'RS256', createdAt: later(1) })
      await stores.signingKeys.insert(rsa)
      await stores.signingKeys.insert(aSigningKey())
      expect(await stores.signingKeys.list('contoso')).toEqual([aSigningKey(), rsa])

      await stores.signingKeys.putRetiredAt('contoso', 'key-1', later(10))
      await stores.signingKeys.putSealedPrivateKey('contoso', 'key-0', bytes(80, 9))

      expect(await stores.signingKeys.listSealed()).toEqual([
        aSigningKey({ retiredAt: later(10) }),
        { ...rsa, sealedPrivateKey: bytes(80, 9) },
      ])
      expect(await stores.signingKeys.removeRetired(later(10))).toBe(0)
      expect(await stores.signingKeys.removeRetired(later(11))).toBe(1)
    })
  })

  describe('counting attempts', () => {
    test('counts those at once each with its own number', async () => {
      const { stores } = await open()

      const counted = await Promise.all(
        Array.from({ length: 10 }, () => stores.throttle.take('contoso', 'password:ann', now, 60)),
      )

      expect(counted.map((c) => c.attempts).toSorted((a, b) => a - b)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ])
      expect(new Set(counted.map((c) => c.windowEndsAt.getTime()))).toEqual(new Set([later(60).getTime()]))
    })

    test('begins anew when the window is over, or after a success', async () => {
      const { stores } = await open()
      await stores.throttle.take('contoso', 'k', now, 60)
      expect(await stores.throttle.take('contoso', 'k', later(59), 60)).toEqual({
        attempts: 2,
        windowEndsAt: later(60),
      })
      expect(await stores.throttle.take('contoso', 'k', later(60), 60)).toEqual({
        attempts: 1,
        windowEndsAt: later(120),
      })
      await stores.throttle.take('contoso', 'k', later(61), 60)

      await stores.throttle.remove('contoso', 'k')

      expect((await stores.throttle.take('contoso', 'k', later(62), 60)).attempts).toBe(1)
      expect(await stores.throttle.removeExpired(later(122))).toBe(0)
      expect(await stores.throttle.removeExpired(later(123))).toBe(1)
    })
  })

  describe('giving an attempt back', () => {
    test('takes one off, but never the last', async () => {
      const { stores } = await open()
      await stores.throttle.take('contoso', 'k', now, 60)
      await stores.throttle.take('contoso', 'k', now, 60)
      for (let n = 0; n < 3; n++) await stores.throttle.giveBack('contoso', 'k')

      expect((await stores.throttle.take('contoso', 'k', now, 60)).attempts).toBe(2)
    })
  })

  describe('keeping the sign-in log', () => {
    const full = aSignIn({
      detail: 'because',
      method: 'passkey',
      userId: 'id-of-ann',
      userName: 'ann@contoso.example',
      clientId: 'wiki',
      sessionId: 'session-1',
      credentialId: 'AQ',
      aaguid: '00000000-0000-0000-0000-000000000000',
      attested: false,
      userVerified: true,
      backupEligible: true,
      backupState: false,
      strength: 'phishingResistant',
    })

    test('lists newest first, page by page, by person and by correlation', async () => {
      const { stores } = await open()
      await stores.signIns.append(full)
      const second = aSignIn({ signInId: 'sign-in-2', outcome: 'failure', code: 'sign_in_failed' })
      const third = aSignIn({ signInId: 'sign-in-3', correlationId: 'other', userId: 'id-of-ann' })
      await stores.signIns.append(second)
      await stores.signIns.append(third)

      expect(await stores.signIns.find('contoso', 'sign-in-2')).toEqual(second)
      expect(await stores.signIns.find('contoso', 'sign-in-9')).toBeUndefined()
      expect(await stores.signIns.list('contoso', { limit: 2 })).toEqual([third, second])
      expect(await stores.signIns.list('contoso', { limit: 2, before: 'sign-in-2' })).toEqual([full])
      expect(await stores.signIns.list('contoso', { limit: 9, userId: 'id-of-ann' })).toEqual([third, full])
      expect(await stores.signIns.list('contoso', { limit: 9, correlationId: 'correlation-1' })).toEqual([
        second,
        full,
      ])
    })

    test('lists by app, by what was typed, by outcome and by time', async () => {
      const { stores } = await open()
      const second = aSignIn({ signInId: 'sign-in-2', outcome: 'failure', at: later(10) })
      const third = aSignIn({ signInId: 'sign-in-3', at: later(20) })
      for (const record of [full, second, third]) await stores.signIns.append(record)
      const list = (query: object) => stores.signIns.list('contoso', { limit: 9, ...query })

      expect(await list({ clientId: 'wiki' })).toEqual([full])
      expect(await list({ userName: 'ann@contoso.example' })).toEqual([full])
      expect(await list({ outcome: 'failure' })).toEqual([second])
      expect(await list({ from: later(10), until: later(20) })).toEqual([second])
    })

    test('removes what is older than it is kept', async () => {
      const { stores } = await open()
      await stores.signIns.append(full)
      await stores.signIns.append(aSignIn({ signInId: 'sign-in-2', at: later(10) }))

      expect(await stores.signIns.removeBefore(later(10))).toBe(1)
      expect(await stores.signIns.list('contoso', { limit: 9 })).toHaveLength(1)
    })
  })

  describe('keeping the audit log', () => {
    test('knows an app that acted, and the app a person acted through', async () => {
      const { stores } = await open()
      const byApp = anAudit({ actor: { kind: 'app', clientId: 'wiki' }, correlationId: 'other' })
      const through = { kind: 'person', userId: 'id-of-ben', clientId: 'wiki' } as const
      const byPerson = anAudit({ auditId: 'audit-2', actor: through, at: later(10) })
      const bySystem = anAudit({ auditId: 'audit-3', actor: { kind: 'system' }, at: later(20) })
      for (const record of [byApp, byPerson, bySystem]) await stores.audit.append(record)
      const list = (query: object) => stores.audit.list('contoso', { limit: 9, ...query })

      expect(await list({})).toEqual([bySystem, byPerson, byApp])
      expect(await list({ correlationId: 'other' })).toEqual([byApp])
      expect(await list({ from: later(10), until: later(20) })).toEqual([byPerson])
    })

    test('lists newest first, by target and by activity', async () => {
      const { stores } = await open()
      const first = anAudit({
        actor: { kind: 'person', userId: 'id-of-ben' },
        target: { kind: 'person', id: 'id-of-ann', name: 'Ann' },
        ipAddress: '192.0.2.1',
      })
      const second = anAudit({ auditId: 'audit-2', activity: 'passkey_added' })
      const third = anAudit({ auditId: 'audit-3', target: { kind: 'app', id: 'wiki' } })
      for (const record of [first, second, third]) await stores.audit.append(record)

      expect(await stores.audit.find('contoso', 'audit-2')).toEqual(second)
      expect(await stores.audit.find('contoso', 'audit-9')).toBeUndefined()
      expect(await stores.audit.list('contoso', { limit: 2 })).toEqual([third, second])
      expect(await stores.audit.list('contoso', { limit: 2, before: 'audit-2' })).toEqual([first])
      expect(await stores.audit.list('contoso', { limit: 9, targetId: 'id-of-ann' })).toEqual([second, first])
      expect(await stores.audit.list('contoso', { limit: 9, activity: 'pass_issued' })).toEqual([
        third,
        first,
      ])
    })
  })

  describe('keeping messages to send', () => {
    test('gives each message to one of many takers', async () => {
      const { stores } = await open()
      for (let n = 0; n < 20; n++) await stores.outbox.insert(aMessage({ messageId: `m-${n}` }))

      const taken = await Promise.all(
        Array.from({ length: 6 }, () => stores.outbox.takeDue(now, later(60), 5)),
      )

      const ids = taken.flat().map((message) => message.messageId)
      expect(ids).toHaveLength(20)
      expect(new Set(ids).size).toBe(20)
    })

    test('gives what is due, oldest first, and again when its taker died', async () => {
      const { stores } = await open()
      await stores.outbox.insert(aMessage({ messageId: 'later', notBefore: later(100) }))
      await stores.outbox.insert(aMessage({ messageId: 'b' }))
      await stores.outbox.insert(aMessage({ messageId: 'a' }))

      const taken = await stores.outbox.takeDue(now, later(60), 10)
      expect(taken).toEqual([
        aMessage({ messageId: 'a', attempts: 1 }),
        aMessage({ messageId: 'b', attempts: 1 }),
      ])
      expect(await stores.outbox.takeDue(later(59), later(90), 10)).toEqual([])

      const again = await stores.outbox.takeDue(later(60), later(90), 10)
      expect(again.map((message) => message.attempts)).toEqual([2, 2])
      expect(await stores.outbox.count()).toBe(3)
    })

    test('forgets what is sent, and tries again what is not', async () => {
      const { stores } = await open()
      await stores.outbox.insert(aMessage({ messageId: 'sent' }))
      await stores.outbox.insert(aMessage({ messageId: 'failed', kind: 'backchannelLogout' }))
      await stores.outbox.takeDue(now, later(60), 10)

      await stores.outbox.remove('sent')
      await stores.outbox.putRetry('failed', later(30), 'connection refused')

      expect(await stores.outbox.takeDue(later(29), later(60), 10)).toEqual([])
      expect((await stores.outbox.takeDue(later(30), later(90), 10)).map((m) => m.messageId)).toEqual([
        'failed',
      ])
    })
  })

  describe('holding a lease', () => {
    test('gives it to one of many until it ends, and to its holder again', async () => {
      const { stores } = await open()

      const taken = await Promise.all(
        ['a', 'b', 'c', 'd'].map((holder) => stores.leases.take('mail', holder, now, later(60))),
      )
      const holder = ['a', 'b', 'c', 'd'][taken.indexOf(true)] ?? ''

      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await stores.leases.take('mail', holder, later(30), later(90))).toBe(true)
      expect(await stores.leases.take('mail', 'else', later(89), later(150))).toBe(false)
      expect(await stores.leases.take('mail', 'else', later(90), later(150))).toBe(true)
    })

    test('lets go of it only for its holder', async () => {
      const { stores } = await open()
      await stores.leases.take('mail', 'a', now, later(60))
      await stores.leases.remove('mail', 'b')
      expect(await stores.leases.take('mail', 'b', now, later(60))).toBe(false)

      await stores.leases.remove('mail', 'a')

      expect(await stores.leases.take('mail', 'b', now, later(60))).toBe(true)
    })
  })

  describe('knowing facts of the instance', () => {
    test('keeps the first value anybody writes, until it is put on purpose', async () => {
      const { stores } = await open()

      const held = await Promise.all(
        ['a', 'b', 'c'].map((value) => stores.instance.insertFirst('rp_id', value)),
      )

      expect(new Set(held).size).toBe(1)
      expect(await stores.instance.find('rp_id')).toBe(held[0])
      await stores.instance.put('rp_id', 'z')
      expect(await stores.instance.insertFirst('rp_id', 'y')).toBe('z')
      expect(await stores.instance.find('else')).toBeUndefined()
    })
  })
}
