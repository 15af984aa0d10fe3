import { describe, expect, test } from 'vitest'
import {
  aCredential,
  anUnfinished,
  aPass,
  aPerson,
  aTenant,
  aTotp,
  bytes,
  contoso,
  fates,
  later,
  now,
  type Open,
} from './world.ts'

/** What the stores of passkeys, challenges, passwords, one-time codes, passes and links must do. */
export function methodsContract(open: Open): void {
  describe('keeping passkeys', () => {
    const full = aCredential({
      uvInitialized: true,
      backupState: true,
      signCount: 4_294_967_295,
      attestation: {
        format: 'packed',
        type: 'basic',
        trusted: true,
        evidence: 'hardware',
        anchor: 'metadata',
        object: bytes(900, 9),
        clientDataJson: bytes(200, 8),
      },
      lastUsedAt: later(5),
      lastUsedFrom: '2001:db8::1',
    })

    test('gives back the whole record', async () => {
      const { stores } = await contoso(open)
      await stores.credentials.insert(full)

      expect(await stores.credentials.find('contoso', full.id)).toEqual(full)
      expect(await stores.credentials.find('contoso', bytes(32, 99))).toBeUndefined()
    })

    test('finds a passkey by RP ID in whichever tenant has it, and lists it, without what its attestation was', async () => {
      const { stores } = await contoso(open)
      await stores.credentials.insert(full)
      const { object, clientDataJson, ...attestation } = full.attestation
      const short = { ...full, attestation }

      expect(await stores.credentials.findByRp('id.example', full.id)).toEqual(short)
      expect(await stores.credentials.findByRp('elsewhere.example', full.id)).toBeUndefined()
      expect(await stores.credentials.findByRp('id.example', bytes(32, 99))).toBeUndefined()
      expect(await stores.credentials.listOfPerson('contoso', full.userId)).toEqual([short])
    })

    test('refuses a credential id that another tenant has, and keeps nothing of it', async () => {
      const { stores, rows } = await contoso(open)
      await stores.tenants.insert(aTenant({ tenantId: 'fabrikam' }))
      await stores.people.insert(aPerson('ann', { tenantId: 'fabrikam' }))
      await stores.credentials.insert(aCredential())

      const stolen = stores.credentials.insert(aCredential({ tenantId: 'fabrikam' }))

      await expect(stolen).rejects.toMatchObject({ code: 'credential_already_registered' })
      expect(await rows('credential')).toHaveLength(1)
    })

    test('lets one of two at once register a credential id', async () => {
      const { stores, rows } = await contoso(open)

      const both = await Promise.allSettled([
        stores.credentials.insert(aCredential()),
        stores.credentials.insert(aCredential({ userId: 'id-of-ben' })),
      ])

      expect(fates(both)).toEqual(['fulfilled', 'rejected'])
      expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({
        code: 'credential_already_registered',
      })
      expect(await rows('credential')).toHaveLength(1)
    })

    test('lists newest first', async () => {
      const { stores } = await contoso(open)
      const newer = aCredential({ id: bytes(16, 5), createdAt: later(1) })
      await stores.credentials.insert(aCredential())
      await stores.credentials.insert(newer)

      expect(await stores.credentials.listOfPerson('contoso', 'id-of-ann')).toEqual([newer, aCredential()])
      expect(await stores.credentials.listOfPerson('contoso', 'id-of-ben')).toEqual([])
      expect(await stores.credentials.count('id.example')).toBe(2)
      expect(await stores.credentials.count('elsewhere.example')).toBe(0)
    })

    test('keeps a use: the counter only grows, verification is never forgotten', async () => {
      const { stores } = await contoso(open)
      await stores.credentials.insert(aCredential())
      const use = { signCount: 7, backupState: true, userVerified: true, at: later(1), from: '192.0.2.7' }
      expect(await stores.credentials.putUse('contoso', bytes(32, 1), use)).toBe(true)

      const next = { signCount: 3, backupState: false, userVerified: false, at: later(2), from: '192.0.2.8' }
      expect(await stores.credentials.putUse('contoso', bytes(32, 1), next)).toBe(true)

      expect(await stores.credentials.find('contoso', bytes(32, 1))).toEqual(
        aCredential({
          signCount: 7,
          uvInitialized: true,
          backupState: false,
          lastUsedAt: later(2),
          lastUsedFrom: '192.0.2.8',
        }),
      )
      expect(await stores.credentials.putUse('contoso', bytes(32, 99), use)).toBe(false)
    })

    test('renames and removes only what is the person’s own', async () => {
      const { stores } = await contoso(open)
      await stores.credentials.insert(aCredential())
      await stores.credentials.putName('contoso', 'id-of-ben', bytes(32, 1), 'Stolen')
      expect(await stores.credentials.remove('contoso', 'id-of-ben', bytes(32, 1))).toBe(false)
      await stores.credentials.putName('contoso', 'id-of-ann', bytes(32, 1), 'Blue key')
      expect((await stores.credentials.find('contoso', bytes(32, 1)))?.name).toBe('Blue key')

      expect(await stores.credentials.remove('contoso', 'id-of-ann', bytes(32, 1))).toBe(true)

      expect(await stores.credentials.findByRp('id.example', bytes(32, 1))).toBeUndefined()
      expect(await stores.credentials.remove('contoso', 'id-of-ann', bytes(32, 1))).toBe(false)
      await stores.credentials.insert(aCredential({ userId: 'id-of-ben' }))
    })
  })

  describe('spending a challenge', () => {
    const challenge = { tenantId: 'contoso', nonce: bytes(32, 1), expiresAt: later(300) }

    test('lets one of many racing answers through', async () => {
      const { stores } = await open()

      const all = await Promise.allSettled(
        Array.from({ length: 8 }, () => stores.spentChallenges.insert(challenge)),
      )

      expect(all.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
      for (const each of all) {
        if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'challenge_spent' })
      }
    })

    test('lets one of two racing units through, and keeps nothing of the other', async () => {
      const { stores, rows } = await contoso(open)
      const answer = (ip: string) =>
        stores.atomically(async (tx) => {
          await tx.throttle.take('contoso', ip, now, 60)
          await tx.spentChallenges.insert(challenge)
        })

      const both = await Promise.allSettled([answer('192.0.2.1'), answer('192.0.2.2')])

      expect(fates(both)).toEqual(['fulfilled', 'rejected'])
      expect(await rows('throttle')).toHaveLength(1)
    })

    test('forgets what is past its time, and only that', async () => {
      const { stores } = await open()
      await stores.spentChallenges.insert(challenge)
      await stores.spentChallenges.insert({ ...challenge, nonce: bytes(32, 2), expiresAt: later(400) })

      expect(await stores.spentChallenges.removeExpired(later(301))).toBe(1)

      await stores.spentChallenges.insert(challenge)
      await expect(
        stores.spentChallenges.insert({ ...challenge, nonce: bytes(32, 2) }),
      ).rejects.toMatchObject({ code: 'challenge_spent' })
    })

    test('forgets many, in pieces', async () => {
      const { stores } = await open()
      await stores.atomically(async (tx) => {
        for (let i = 0; i < 1203; i++) {
          const nonce = new Uint8Array([i >> 8, i & 255])
          await tx.spentChallenges.insert({ tenantId: 'contoso', nonce, expiresAt: now })
        }
      })

      expect(await stores.spentChallenges.removeExpired(later(1))).toBe(1203)
    })
  })

  describe('keeping registrations that came to nothing', () => {
    test('keeps the latest of each kind, for as long as it is told', async () => {
      const { stores } = await contoso(open)
      const phone = anUnfinished({ aaguid: 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4', expiresAt: later(100) })
      const key = anUnfinished({ kind: 'security-key', at: later(1), expiresAt: later(50) })
      await stores.unfinished.put(anUnfinished({ code: 'browser_failed' }))
      await stores.unfinished.put(phone)
      await stores.unfinished.put(key)

      expect(await stores.unfinished.listOfPerson('contoso', 'id-of-ann', now)).toEqual([key, phone])
      expect(await stores.unfinished.listOfPerson('contoso', 'id-of-ann', later(50))).toEqual([phone])
      expect(await stores.unfinished.listOfPerson('contoso', 'id-of-ben', now)).toEqual([])
    })

    test('forgets one, and all that is over', async () => {
      const { stores } = await contoso(open)
      await stores.unfinished.put(anUnfinished({ expiresAt: later(10) }))
      await stores.unfinished.put(anUnfinished({ kind: 'security-key', expiresAt: later(10) }))

      expect(await stores.unfinished.remove('contoso', 'id-of-ann', 'security-key')).toBe(true)
      expect(await stores.unfinished.remove('contoso', 'id-of-ann', 'security-key')).toBe(false)
      expect(await stores.unfinished.removeExpired(later(11))).toBe(1)
      expect(await stores.unfinished.listOfPerson('contoso', 'id-of-ann', now)).toEqual([])
    })
  })

  describe('keeping passwords', () => {
    const password = {
      tenantId: 'contoso',
      userId: 'id-of-ann',
      hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
      changedAt: now,
    }

    test('replaces, finds and removes', async () => {
      const { stores } = await contoso(open)
      await stores.passwords.put(password)
      const changed = { ...password, hash: '$argon2id$v=19$other', changedAt: later(1) }
      await stores.passwords.put(changed)

      expect(await stores.passwords.find('contoso', 'id-of-ann')).toEqual(changed)
      expect(await stores.passwords.find('contoso', 'id-of-ben')).toBeUndefined()
      expect(await stores.passwords.remove('contoso', 'id-of-ann')).toBe(true)
      expect(await stores.passwords.remove('contoso', 'id-of-ann')).toBe(false)
    })

    test('does not keep a password that is not hashed', async () => {
      const { stores } = await contoso(open)

      await expect(stores.passwords.put({ ...password, hash: 'hunter2' })).rejects.toThrow()
    })
  })

  describe('keeping one-time codes', () => {
    test('accepts a step once, and none before it', async () => {
      const { stores } = await contoso(open)
      await stores.totps.insert(aTotp())

      const both = await Promise.all([
        stores.totps.takeStep('contoso', 'totp-1', 100, later(1)),
        stores.totps.takeStep('contoso', 'totp-1', 100, later(1)),
      ])

      expect(both.toSorted()).toEqual([false, true])
      expect(await stores.totps.takeStep('contoso', 'totp-1', 99, later(2))).toBe(false)
      expect(await stores.totps.takeStep('contoso', 'totp-1', 101, later(3))).toBe(true)
      expect(await stores.totps.listOfPerson('contoso', 'id-of-ann')).toEqual([
        aTotp({ lastStep: 101, lastUsedAt: later(3) }),
      ])
    })

    test('walks through all of the instance, to seal them again', async () => {
      const { stores } = await contoso(open)
      await stores.tenants.insert(aTenant({ tenantId: 'fabrikam' }))
      await stores.people.insert(aPerson('ann', { tenantId: 'fabrikam' }))
      await stores.totps.insert(aTotp({ totpId: 'b' }))
      await stores.totps.insert(aTotp({ totpId: 'a', tenantId: 'fabrikam' }))
      await stores.totps.insert(aTotp({ totpId: 'c' }))

      const first = await stores.totps.listSealed({ limit: 2 })
      const rest = await stores.totps.listSealed({ limit: 2, after: 'b' })
      await stores.totps.putSealedSecret('contoso', 'c', bytes(60, 77))

      expect(first.map((totp) => totp.totpId)).toEqual(['a', 'b'])
      expect(rest.map((totp) => totp.totpId)).toEqual(['c'])
      expect((await stores.totps.listSealed({ limit: 1, after: 'b' }))[0]?.sealedSecret).toEqual(
        bytes(60, 77),
      )
    })

    test('removes only what is the person’s own', async () => {
      const { stores } = await contoso(open)
      await stores.totps.insert(aTotp())

      expect(await stores.totps.remove('contoso', 'id-of-ben', 'totp-1')).toBe(false)
      expect(await stores.totps.remove('contoso', 'id-of-ann', 'totp-1')).toBe(true)
      expect(await stores.totps.listOfPerson('contoso', 'id-of-ann')).toEqual([])
    })
  })

  describe('knowing what a person has', () => {
    test('counts passkeys and says whether there is a password or a generator', async () => {
      const { stores } = await contoso(open)
      await stores.credentials.insert(aCredential())
      await stores.totps.insert(aTotp({ userId: 'id-of-ben' }))

      expect(await stores.people.findMethods('contoso', 'id-of-ann')).toEqual({
        passkeys: 1,
        password: false,
        totp: false,
      })
      expect(await stores.people.findMethods('contoso', 'id-of-ben')).toEqual({
        passkeys: 0,
        password: false,
        totp: true,
      })
    })
  })

  describe('keeping Temporary Access Passes', () => {
    test('keeps one per person and says which one it replaced', async () => {
      const { stores } = await contoso(open)
      expect(await stores.passes.put(aPass())).toBeUndefined()

      expect(await stores.passes.put(aPass({ passId: 'pass-2', once: false }))).toBe('pass-1')

      expect(await stores.passes.find('contoso', 'id-of-ann')).toEqual(
        aPass({ passId: 'pass-2', once: false }),
      )
      expect(await stores.passes.take('contoso', 'pass-1', later(1))).toBe(false)
    })

    test('keeps one of many that are issued at once', async () => {
      const { stores, rows } = await contoso(open)

      const replaced = await Promise.all(
        ['a', 'b', 'c', 'd'].map((passId) => stores.passes.put(aPass({ passId }))),
      )

      expect(await rows('temporary_access_pass')).toHaveLength(1)
      expect(replaced.filter((passId) => passId === undefined)).toHaveLength(1)
      expect(new Set(replaced).size).toBe(4)
    })

    test('gives a one-time pass to one of many', async () => {
      const { stores } = await contoso(open)
      await stores.passes.put(aPass())

      const taken = await Promise.all(
        Array.from({ length: 6 }, () => stores.passes.take('contoso', 'pass-1', later(1))),
      )

      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await stores.passes.find('contoso', 'id-of-ann')).toEqual(aPass({ usedAt: later(1) }))
    })

    test('gives a pass for many uses again, and remembers its first use', async () => {
      const { stores } = await contoso(open)
      await stores.passes.put(aPass({ once: false }))

      expect(await stores.passes.take('contoso', 'pass-1', later(1))).toBe(true)
      expect(await stores.passes.take('contoso', 'pass-1', later(2))).toBe(true)
      expect((await stores.passes.find('contoso', 'id-of-ann'))?.usedAt).toEqual(later(1))
    })

    test.each([
      ['before its time', later(-1), false],
      ['at its start', now, true],
      ['just before its end', new Date(later(3600).getTime() - 1), true],
      ['at its end', later(3600), false],
    ])('is taken %s or not', async (_, at, taken) => {
      const { stores } = await contoso(open)
      await stores.passes.put(aPass())

      expect(await stores.passes.take('contoso', 'pass-1', at)).toBe(taken)
    })

    test('is removed once', async () => {
      const { stores } = await contoso(open)
      await stores.passes.put(aPass())

      expect(await stores.passes.remove('contoso', 'id-of-ann')).toBe('pass-1')
      expect(await stores.passes.remove('contoso', 'id-of-ann')).toBeUndefined()
      expect(await stores.passes.take('contoso', 'pass-1', later(1))).toBe(false)
    })
  })

  describe('keeping one-time links', () => {
    const link = {
      tokenHash: bytes(32, 1),
      purpose: 'first-administrator',
      createdAt: now,
      expiresAt: later(60),
    } as const

    test('looking spends nothing, taking gives it to one', async () => {
      const { stores } = await open()
      await stores.links.insert(link)
      expect(await stores.links.find(link.tokenHash, now)).toEqual(link)
      expect(await stores.links.find(link.tokenHash, now)).toEqual(link)

      const both = await Promise.all([
        stores.links.take(link.tokenHash, now),
        stores.links.take(link.tokenHash, now),
      ])

      expect(both.filter((taken) => taken !== undefined)).toEqual([link])
      expect(await stores.links.find(link.tokenHash, now)).toBeUndefined()
    })

    test('is no more once it is too old or taken back', async () => {
      const { stores } = await open()
      await stores.links.insert(link)
      expect(await stores.links.find(link.tokenHash, later(60))).toBeUndefined()
      expect(await stores.links.take(link.tokenHash, later(60))).toBeUndefined()

      await stores.links.removeAll('first-administrator')

      expect(await stores.links.take(link.tokenHash, now)).toBeUndefined()
    })
  })
}
