import { listSessions } from '@latchkey/identity'
import { endSessionOfPerson } from '@latchkey/identity/administer'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listTokenHolders } from './list-token-holders.ts'
import { authorize, newClient, newPerson, type OidcWorld, openOidcWorld, signIn } from './test-oidc-world.ts'

let world: OidcWorld
beforeAll(async () => {
  world = await openOidcWorld()
})
afterAll(() => world.close())

const offline = { scope: 'openid profile offline_access' }

/** Somebody whose browser's session is over, and an app that goes on. */
async function anAppThatGoesOn(name: string) {
  const { deps, tenant } = world
  const { tenantId } = tenant
  const person = await newPerson(world, tenant, `${name}@${world.person.userName.split('@')[1]}`)
  const { client, app } = await newClient(world, tenant)
  const { cookies, session } = await signIn(world, person)
  const tokens = await authorize(world, client, cookies, offline)
  const { sessionId } = session
  await deps.stores.sessions.putStaySignedIn(tenantId, sessionId, new Date(deps.now().getTime() - 1000))
  const list = async () => {
    const sessions = await listSessions(deps, tenantId, person.userId)
    const holders = await listTokenHolders(
      deps,
      tenantId,
      sessions.map((each) => each.sessionId),
    )
    return sessions.map((each) => [each.sessionId, holders.get(each.sessionId) ?? []])
  }
  return { person, client, app, tokens, sessionId, list }
}

describe('a session that is over in the browser', () => {
  test('is listed with the app that goes on, and when that was last used', async () => {
    const { client, app, tokens, sessionId, list } = await anAppThatGoesOn('ines')
    const holder = {
      clientId: app.clientId,
      displayName: app.displayName,
      lastUsedAt: expect.any(Date),
    }

    expect(await list()).toEqual([[sessionId, [holder]]])
    const renewed = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')
    expect(await list()).toEqual([[sessionId, [holder]]])
    await oidc.tokenRevocation(client, renewed.refresh_token ?? '')
    expect(await list()).toEqual([])
  })

  test('is ended there, and the app with it', async () => {
    const { person, client, tokens, sessionId, list } = await anAppThatGoesOn('ivo')

    await endSessionOfPerson(world.deps, { ...person, sessionId, actor: { kind: 'operator' } })

    expect(await list()).toEqual([])
    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('of which no app holds a token is not listed', async () => {
    const { deps, tenant } = world
    const { session } = await signIn(world, world.person, undefined, {
      expiresAt: new Date(deps.now().getTime() - 1),
    })

    const listed = await listSessions(deps, tenant.tenantId, world.person.userId)

    expect(listed.map(({ sessionId }) => sessionId)).not.toContain(session.sessionId)
    expect(await listTokenHolders(deps, tenant.tenantId, [session.sessionId])).toEqual(new Map())
  })
})
