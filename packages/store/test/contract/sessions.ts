import { describe, expect, test } from 'vitest'
import {
  anApp,
  anArtefact,
  aPerson,
  aSession,
  aTenant,
  bytes,
  contoso,
  later,
  now,
  type Open,
} from './world.ts'

const first = bytes(32, 1)
const second = bytes(32, 2)

/** What the stores of sessions, apps, consents and artefacts must do. */
export function sessionsContract(open: Open): void {
  describe('keeping sessions', () => {
    const full = aSession({
      proofs: [
        { method: 'password', at: now },
        {
          method: 'passkey',
          at: later(1),
          passkey: {
            credentialId: 'AQ',
            aaguid: '00000000-0000-0000-0000-000000000000',
            attested: true,
            userVerified: true,
            backupEligible: false,
            backupState: false,
          },
        },
      ],
      origin: 'deviceCode',
      passId: 'pass-1',
      staysSignedIn: true,
    })

    test('finds a session by id and by the hash of its secret', async () => {
      const { stores } = await contoso(open)
      await stores.sessions.insert(full, first)

      expect(await stores.sessions.find('contoso', 'session-1')).toEqual(full)
      expect(await stores.sessions.findByToken('contoso', first)).toEqual(full)
      expect(await stores.sessions.findByToken('contoso', second)).toBeUndefined()
    })

    test('lists the ones of a person that are alive, newest first', async () => {
      const { stores } = await contoso(open)
      await stores.sessions.insert(aSession(), bytes(32, 1))
      await stores.sessions.insert(aSession({ sessionId: 'newer', createdAt: later(1) }), bytes(32, 2))
      await stores.sessions.insert(aSession({ sessionId: 'expired', expiresAt: later(10) }), bytes(32, 3))
      await stores.sessions.insert(aSession({ sessionId: 'ended' }), bytes(32, 4))
      await stores.sessions.insert(aSession({ sessionId: 'of-ben', userId: 'id-of-ben' }), bytes(32, 5))
      await stores.sessions.takeAlive('contoso', 'ended', later(2), 'signed_out')

      const alive = await stores.sessions.listOfPerson('contoso', 'id-of-ann', later(10))

      expect(alive.map((session) => session.sessionId)).toEqual(['newer', 'session-1'])
    })

    test('lists with them those that are over but for a refresh token that nobody used yet', async () => {
      const { stores } = await contoso(open)
      const over = ['used', 'past', 'good']
      for (const [at, sessionId] of over.entries()) {
        await stores.sessions.insert(aSession({ sessionId, expiresAt: later(10) }), bytes(32, at))
        const idHash = bytes(32, at)
        const expiresAt = later(sessionId === 'past' ? 11 : 100)
        await stores.artefacts.put(anArtefact({ model: 'RefreshToken', idHash, sessionId, expiresAt }))
        await stores.artefacts.put(anArtefact({ idHash, sessionId: 'used', expiresAt }))
      }
      await stores.artefacts.takeUnused('contoso', 'RefreshToken', bytes(32, 0), later(9))

      const listed = await stores.sessions.listOfPerson('contoso', 'id-of-ann', later(11))

      expect(listed.map((session) => session.sessionId)).toEqual(['good'])
      const unused = (sessionIds: readonly string[]) =>
        stores.artefacts.listUnused('contoso', 'RefreshToken', sessionIds, later(11))
      expect((await unused(over)).map(({ sessionId }) => sessionId)).toEqual(['good'])
      expect(await unused(['used', 'past'])).toEqual([])
      expect(await unused([])).toEqual([])
    })

    test('lists the ones that came from a pass', async () => {
      const { stores } = await contoso(open)
      await stores.sessions.insert(full, bytes(32, 1))
      await stores.sessions.insert({ ...full, sessionId: 'ended' }, bytes(32, 2))
      await stores.sessions.insert(aSession({ sessionId: 'other' }), bytes(32, 3))
      await stores.sessions.takeAlive('contoso', 'ended', later(2), 'pass_gone')

      expect(await stores.sessions.listOfPass('contoso', 'pass-1')).toEqual([full])
    })

    test('rotates for one of two racing elevations', async () => {
      const { stores } = await contoso(open)
      await stores.sessions.insert(aSession(), first)
      const raised = { ...full, passId: undefined, expiresAt: later(9000), securityStamp: 'new' }
      const { passId: _, ...elevated } = raised

      const both = await Promise.all([
        stores.sessions.rotate(elevated, first, second),
        stores.sessions.rotate(elevated, first, bytes(32, 3)),
      ])

      expect(both.toSorted()).toEqual([false, true])
      expect(await stores.sessions.findByToken('contoso', first)).toBeUndefined()
      expect(await stores.sessions.find('contoso', 'session-1')).toEqual(
        aSession({ proofs: full.proofs, expiresAt: later(9000), securityStamp: 'new' }),
      )
    })

    test('does not rotate what has ended', async () => {
      const { stores } = await contoso(open)
      await stores.sessions.insert(aSession(), first)
      await stores.sessions.takeAlive('contoso', 'session-1', later(1), 'signed_out')

      expect(await stores.sessions.rotate(aSession(), first, second)).toBe(false)
      expect(await stores.sessions.findByToken('contoso', second)).toBeUndefined()
    })

    test('stays signed in, and remembers when it was last seen', async () => {
      const { stores } = await contoso(open)
      await stores.sessions.insert(aSession(), first)
      await stores.sessions.putStaySignedIn('contoso', 'session-1', later(99_000))
      await stores.sessions.putLastSeen('contoso', 'session-1', later(20))
      await stores.sessions.putLastSeen('contoso', 'session-1', later(10))

      expect(await stores.sessions.find('contoso', 'session-1')).toEqual(
        aSession({ staysSignedIn: true, expiresAt: later(99_000), lastSeenAt: later(20) }),
      )
    })

    test('is ended by one of many', async () => {
      const { stores } = await contoso(open)
      await stores.sessions.insert(aSession(), first)

      const all = await Promise.all(
        Array.from({ length: 5 }, () =>
          stores.sessions.takeAlive('contoso', 'session-1', later(1), 'signed_out'),
        ),
      )

      const ended = aSession({ endedAt: later(1), endedBecause: 'signed_out' })
      expect(all.filter((session) => session !== undefined)).toEqual([ended])
      expect(await stores.sessions.find('contoso', 'session-1')).toEqual(ended)
    })

    test('remembers the apps it reached', async () => {
      const { stores } = await contoso(open)
      await stores.sessions.insert(aSession(), first)
      await stores.sessions.insertApp('contoso', 'session-1', 'wiki')
      await stores.sessions.insertApp('contoso', 'session-1', 'chat')
      await stores.sessions.insertApp('contoso', 'session-1', 'wiki')

      expect(await stores.sessions.listApps('contoso', 'session-1')).toEqual(['chat', 'wiki'])
    })

    test('is forgotten once it ended or expired long enough ago', async () => {
      const { stores } = await contoso(open)
      await stores.sessions.insert(aSession(), bytes(32, 1))
      await stores.sessions.insert(aSession({ sessionId: 'expired', expiresAt: later(10) }), bytes(32, 2))
      await stores.sessions.insert(aSession({ sessionId: 'ended' }), bytes(32, 3))
      await stores.sessions.insertApp('contoso', 'ended', 'wiki')
      await stores.sessions.takeAlive('contoso', 'ended', later(5), 'signed_out')

      expect(await stores.sessions.removeDead(later(5))).toBe(0)
      expect(await stores.sessions.removeDead(later(20))).toBe(2)
      expect(await stores.sessions.find('contoso', 'session-1')).toEqual(aSession())
      expect(await stores.sessions.listApps('contoso', 'ended')).toEqual([])
    })
  })

  describe('keeping apps', () => {
    const full = anApp({
      backchannelLogoutUri: 'https://wiki.example/out',
      initiateLoginUri: 'https://wiki.example/in',
      leastStrength: 'passwordless',
      deviceCodeAllowed: true,
    })

    test('keeps, changes, lists and removes', async () => {
      const { stores } = await contoso(open)
      await stores.apps.insert(full)
      await stores.apps.insert(anApp({ clientId: 'chat', displayName: 'Chat' }))
      await expect(stores.apps.insert(anApp())).rejects.toMatchObject({ code: 'already_exists' })
      expect(await stores.apps.find('contoso', 'wiki')).toEqual(full)

      await stores.apps.put(
        anApp({ displayName: 'A wiki', secrets: [], enabled: false, createdAt: later(9) }),
      )

      expect(await stores.apps.list('contoso')).toEqual([
        anApp({ displayName: 'A wiki', secrets: [], enabled: false }),
        anApp({ clientId: 'chat', displayName: 'Chat' }),
      ])
      await stores.apps.remove('contoso', 'wiki')
      expect(await stores.apps.find('contoso', 'wiki')).toBeUndefined()
    })

    test('knows which assignments hold for a person, directly or through a group', async () => {
      const { stores } = await contoso(open)
      await stores.apps.insert(anApp())
      await stores.groups.insert({ tenantId: 'contoso', groupId: 'g1', displayName: 'Staff', createdAt: now })
      await stores.groups.insertMember('contoso', 'g1', 'id-of-ann')
      const base = { tenantId: 'contoso', clientId: 'wiki' } as const
      const direct = { ...base, principal: 'person', principalId: 'id-of-ann', role: '' } as const
      const grouped = { ...base, principal: 'group', principalId: 'g1', role: 'editor' } as const
      const bens = { ...base, principal: 'person', principalId: 'id-of-ben', role: 'editor' } as const
      for (const assignment of [direct, grouped, bens, bens]) await stores.apps.insertAssignment(assignment)

      expect(await stores.apps.listAssignmentsOfPerson('contoso', 'wiki', 'id-of-ann')).toEqual([
        grouped,
        direct,
      ])
      expect(await stores.apps.listAssignments('contoso', 'wiki')).toEqual([grouped, direct, bens])

      await stores.apps.removeAssignment(direct)
      await stores.groups.remove('contoso', 'g1')
      expect(await stores.apps.listAssignments('contoso', 'wiki')).toEqual([bens])
    })
  })

  describe('remembering consent', () => {
    const consent = {
      tenantId: 'contoso',
      clientId: 'wiki',
      userId: 'id-of-ann',
      scopes: ['openid'],
      at: now,
    }

    test('adds scopes up, also when two agree at once', async () => {
      const { stores } = await contoso(open)
      await stores.apps.insert(anApp())
      await stores.consents.put(consent)

      await Promise.all([
        stores.consents.put({ ...consent, scopes: ['openid', 'mail'] }),
        stores.consents.put({ ...consent, scopes: ['profile'] }),
      ])

      const [kept] = await stores.consents.list('contoso', 'wiki', 'id-of-ann')
      expect(kept?.scopes.toSorted()).toEqual(['mail', 'openid', 'profile'])
    })

    test('lists the person’s and the administrator’s, and forgets one', async () => {
      const { stores } = await contoso(open)
      await stores.apps.insert(anApp())
      const everybodys = { ...consent, userId: '' }
      await stores.consents.put(consent)
      await stores.consents.put(everybodys)
      await stores.consents.put({ ...consent, userId: 'id-of-ben' })
      expect(await stores.consents.list('contoso', 'wiki', 'id-of-ann')).toEqual([everybodys, consent])

      await stores.consents.remove('contoso', 'wiki', 'id-of-ann')

      expect(await stores.consents.list('contoso', 'wiki', 'id-of-ann')).toEqual([everybodys])
    })
  })

  describe('keeping what the OIDC provider makes', () => {
    const full = anArtefact({
      grantId: 'grant',
      userCode: 'ABCD-EFGH',
      uid: 'uid',
      sessionId: 'session-1',
      expiresAt: later(60),
    })

    test('finds it by its keys until it expires', async () => {
      const { stores } = await contoso(open)
      await stores.artefacts.put(full)
      const { model, idHash } = full

      expect(await stores.artefacts.find('contoso', model, idHash, now)).toEqual(full)
      expect(await stores.artefacts.findByUid('contoso', model, 'uid', now)).toEqual(full)
      expect(await stores.artefacts.findByUserCode('contoso', model, 'ABCD-EFGH', now)).toEqual(full)
      expect(await stores.artefacts.findTenantByUserCode('ABCD-EFGH', now)).toBe('contoso')
      expect(await stores.artefacts.find('contoso', 'AccessToken', idHash, now)).toBeUndefined()
      expect(await stores.artefacts.find('contoso', model, idHash, later(60))).toBeUndefined()
      expect(await stores.artefacts.findTenantByUserCode('ABCD-EFGH', later(60))).toBeUndefined()
    })

    test('is used once, and stays used when it is written again', async () => {
      const { stores } = await contoso(open)
      await stores.artefacts.put(full)

      const used = await Promise.all(
        Array.from({ length: 4 }, () =>
          stores.artefacts.takeUnused('contoso', full.model, full.idHash, later(1)),
        ),
      )
      await stores.artefacts.put({ ...full, payload: '{"b":2}' })

      expect(used.filter(Boolean)).toHaveLength(1)
      expect(await stores.artefacts.takeUnused('contoso', full.model, full.idHash, later(2))).toBe(false)
      expect(await stores.artefacts.find('contoso', full.model, full.idHash, now)).toEqual({
        ...full,
        payload: '{"b":2}',
        consumedAt: later(1),
      })
    })

    test('goes by id, with its grant, with our session, or when it expired', async () => {
      const { stores, rows } = await contoso(open)
      await stores.artefacts.put(anArtefact({ idHash: bytes(32, 1) }))
      await stores.artefacts.put(anArtefact({ idHash: bytes(32, 2), grantId: 'grant' }))
      await stores.artefacts.put(anArtefact({ idHash: bytes(32, 3), sessionId: 'session-1' }))
      await stores.artefacts.put(anArtefact({ idHash: bytes(32, 4), expiresAt: later(1) }))
      await stores.artefacts.put(anArtefact({ idHash: bytes(32, 5), expiresAt: later(9) }))

      await stores.artefacts.remove('contoso', 'AuthorizationCode', bytes(32, 1))
      await stores.artefacts.removeByGrant('contoso', 'grant')
      await stores.artefacts.removeBySession('contoso', 'session-1')

      expect(await stores.artefacts.removeExpired(later(5))).toBe(1)
      expect(await rows('artefact')).toHaveLength(1)
    })
  })

  describe('removing a person', () => {
    test('takes all that is theirs, and leaves everybody else’s', async () => {
      const { stores, rows } = await contoso(open)
      await stores.tenants.insert(aTenant({ tenantId: 'fabrikam' }))
      await stores.people.insert(aPerson('ann', { tenantId: 'fabrikam' }))
      await stores.apps.insert(anApp())
      await stores.groups.insert({ tenantId: 'contoso', groupId: 'g1', displayName: 'Staff', createdAt: now })
      for (const [n, userId] of ['id-of-ann', 'id-of-ben'].entries()) {
        const session = aSession({ sessionId: `session-${n}`, userId })
        await stores.sessions.insert(session, bytes(32, n))
        await stores.artefacts.put(anArtefact({ idHash: bytes(32, n), sessionId: session.sessionId }))
        await stores.groups.insertMember('contoso', 'g1', userId)
        await stores.roles.insert('contoso', userId, 'globalReader')
        await stores.consents.put({ tenantId: 'contoso', clientId: 'wiki', userId, scopes: ['a'], at: now })
        const principal = { principal: 'person', principalId: userId, role: '' } as const
        await stores.apps.insertAssignment({ tenantId: 'contoso', clientId: 'wiki', ...principal })
      }

      await stores.people.remove('contoso', 'id-of-ann')

      expect(await stores.people.find('fabrikam', 'id-of-ann')).toBeDefined()
      for (const table of [
        'session',
        'artefact',
        'group_member',
        'administrator_role',
        'consent',
        'app_assignment',
      ] as const) {
        expect(await rows(table), table).toHaveLength(1)
      }
    })
  })
}
