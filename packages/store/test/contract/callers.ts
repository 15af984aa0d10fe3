import { describe, expect, test } from 'vitest'
import { anApp, aSession, bytes, contoso, now, type Open } from './world.ts'

/** What the stores of permissions and callers must do. */
export function callersContract(open: Open): void {
  const permission = (clientId: string, name: string, resourceId = 'api') => ({
    tenantId: 'contoso',
    clientId,
    resourceId,
    permission: name,
    grantedAt: now,
  })

  describe('keeping what apps may do for themselves', () => {
    test('once each, by app and by resource', async () => {
      const { stores } = await contoso(open)
      await stores.apps.insert(anApp())
      await stores.apps.insert(anApp({ clientId: 'chat' }))
      for (const each of [
        permission('wiki', 'Write'),
        permission('wiki', 'Read'),
        permission('wiki', 'Read'),
      ])
        await stores.apps.insertPermission(each)
      await stores.apps.insertPermission(permission('chat', 'Read'))
      await stores.apps.insertPermission(permission('chat', 'Read', 'other'))

      expect(await stores.apps.listPermissions('contoso', 'wiki')).toEqual([
        permission('wiki', 'Read'),
        permission('wiki', 'Write'),
      ])
      expect(await stores.apps.listPermissionsOfResource('contoso', 'api')).toEqual([
        permission('chat', 'Read'),
        permission('wiki', 'Read'),
        permission('wiki', 'Write'),
      ])
      expect(await stores.apps.removePermission(permission('wiki', 'Read'))).toBe(true)
      expect(await stores.apps.removePermission(permission('wiki', 'Read'))).toBe(false)
      await stores.apps.remove('contoso', 'chat')
      expect(await stores.apps.listPermissionsOfResource('contoso', 'api')).toEqual([
        permission('wiki', 'Write'),
      ])
    })
  })

  describe('finding who calls', () => {
    const session = aSession({ proofs: [{ method: 'password', at: now }] })

    test('finds the session, its person, and whether the app is on', async () => {
      const { stores } = await contoso(open)
      await stores.sessions.insert(session, bytes(32, 1))
      await stores.apps.insert(anApp())
      await stores.apps.insert(anApp({ clientId: 'chat', enabled: false }))
      const found = {
        session: await stores.sessions.find('contoso', session.sessionId),
        person: await stores.people.find('contoso', session.userId),
      }

      const find = (clientId: string) => stores.callers.findHolder('contoso', session.sessionId, clientId)

      expect(await find('wiki')).toEqual({ ...found, appEnabled: true, appKind: 'web' })
      expect(await find('chat')).toEqual({ ...found, appEnabled: false, appKind: 'web' })
      expect(await find('nobody')).toEqual(found)
      expect(await stores.callers.findHolder('contoso', 'none', 'wiki')).toBeUndefined()
    })

    test('finds the roles, and the scopes that hold for the person in the app', async () => {
      const { stores } = await contoso(open)
      await stores.apps.insert(anApp())
      await stores.apps.insert(anApp({ clientId: 'chat' }))
      const find = () => stores.callers.findPowers('contoso', 'id-of-ann', 'wiki')
      expect(await find()).toEqual({ roles: [], scopes: [] })

      await stores.roles.insert('contoso', 'id-of-ann', 'helpDesk')
      await stores.roles.insert('contoso', 'id-of-ann', 'globalReader')
      await stores.roles.insert('contoso', 'id-of-ben', 'userAdministrator')
      const consent = { tenantId: 'contoso', clientId: 'wiki', at: now }
      await stores.consents.put({ ...consent, userId: 'id-of-ann', scopes: ['b', 'a'] })
      await stores.consents.put({ ...consent, userId: '', scopes: ['c', 'a'] })
      await stores.consents.put({ ...consent, userId: 'id-of-ben', scopes: ['d'] })
      await stores.consents.put({ ...consent, clientId: 'chat', userId: 'id-of-ann', scopes: ['e'] })

      expect(await find()).toEqual({ roles: ['globalReader', 'helpDesk'], scopes: ['a', 'b', 'c'] })
    })

    test('finds what an app may do for itself at one resource', async () => {
      const { stores } = await contoso(open)
      await stores.apps.insert(anApp({ enabled: false }))
      const find = (clientId = 'wiki') => stores.callers.findApplication('contoso', clientId, 'api')
      expect(await find()).toEqual({ enabled: false, permissions: [] })

      await stores.apps.insertPermission(permission('wiki', 'Write'))
      await stores.apps.insertPermission(permission('wiki', 'Read'))
      await stores.apps.insertPermission(permission('wiki', 'Else', 'other'))

      expect(await find()).toEqual({ enabled: false, permissions: ['Read', 'Write'] })
      expect(await find('nobody')).toBeUndefined()
    })
  })
}
