import { beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld } from '../test-graph-world.ts'

const readers = ['UserAuthenticationMethod.ReadWrite.All', 'User.ReadWrite.All'] as const

let world: GraphWorld
let admin: Caller
let helpDesk: Caller

beforeEach(async () => {
  world = await openGraphWorld()
  admin = world.as(await world.aPerson('amy', 'globalAdministrator'), ...readers)
  helpDesk = world.as(await world.aPerson('hal', 'helpDesk'), ...readers)
})

describe('finding people', () => {
  test('by what is typed, page after page, with what each has', async () => {
    const lena = await world.aPerson('lena')
    await world.aPerson('leo')
    await world.givePasskey(lena)

    const first = (await helpDesk('GET', '/latchkey/people?$search="le"&$top=1')).json()
    const link = new URL(first['@odata.nextLink'])
    const second = (await helpDesk('GET', `/latchkey/people${link.search}`)).json()

    expect(first.value).toMatchObject([{ displayName: 'lena', passkeys: 1, accountEnabled: true }])
    expect(second.value).toMatchObject([{ displayName: 'leo', passkeys: 0 }])
    expect(second['@odata.nextLink']).toBeUndefined()
  })

  test('by what they lack', async () => {
    await world.aPerson('leo')

    const none = (await admin('GET', '/latchkey/people?only=nothing&$search="leo"')).json()
    const administrators = (await admin('GET', '/latchkey/people?only=administrators')).json()
    const nonsense = await admin('GET', '/latchkey/people?only=everything')

    expect(none.value).toMatchObject([{ displayName: 'leo' }])
    expect(administrators.value.map((each: { displayName: string }) => each.displayName)).toEqual([
      'amy',
      'hal',
    ])
    expect(nonsense.statusCode).toBe(400)
  })

  test('is not for everybody', async () => {
    const nobody = world.as(await world.aPerson('ned'), ...readers)

    expect((await nobody('GET', '/latchkey/people')).statusCode).toBe(403)
  })
})

describe('a person in full', () => {
  test('says what they have and what of it counts', async () => {
    const lena = await world.aPerson('lena')
    await world.givePasskey(lena)

    const found = (await helpDesk('GET', `/latchkey/people/${lena.userId}`)).json()

    expect(found).toMatchObject({
      displayName: 'lena',
      canSignIn: true,
      passkeys: [{ passkeyType: expect.any(String), dormantBecause: null }],
      pass: null,
      allowedMethods: expect.arrayContaining([
        { method: 'temporaryAccessPass', allowed: true, because: null },
      ]),
    })
  })

  test('lists and ends their sessions', async () => {
    const lena = await world.aPerson('lena')
    const { sessionId } = await world.aSession(lena)

    const before = (await helpDesk('GET', `/latchkey/people/${lena.userId}/sessions`)).json()
    const ended = await helpDesk('DELETE', `/latchkey/people/${lena.userId}/sessions/${sessionId}`)
    const again = await helpDesk('DELETE', `/latchkey/people/${lena.userId}/sessions/${sessionId}`)
    const after = (await helpDesk('GET', `/latchkey/people/${lena.userId}/sessions`)).json()

    expect(before.value).toContainEqual(
      expect.objectContaining({ id: sessionId, isAppsOnly: false, apps: [] }),
    )
    expect([ended.statusCode, again.statusCode]).toEqual([204, 404])
    expect(after.value.map(({ id }: { id: string }) => id)).not.toContain(sessionId)
  })

  test('the session of one is not ended as that of another', async () => {
    const lena = await world.aPerson('lena')
    const leo = await world.aPerson('leo')
    const { sessionId } = await world.aSession(lena)

    const refused = await helpDesk('DELETE', `/latchkey/people/${leo.userId}/sessions/${sessionId}`)

    expect(refused.statusCode).toBe(404)
    expect((await world.deps.stores.sessions.find(lena.tenantId, sessionId))?.endedAt).toBeUndefined()
  })
})

describe('having somebody register again', () => {
  test('takes what they have, ends their sessions and gives a pass', async () => {
    const lena = await world.aPerson('lena')
    await world.givePasskey(lena)
    const { sessionId } = await world.aSession(lena)

    const answer = await admin('POST', `/latchkey/people/${lena.userId}/requireAgain`, { body: {} })

    expect(answer.statusCode).toBe(200)
    expect(answer.json().temporaryAccessPass).toEqual(expect.any(String))
    const { stores } = world.deps
    expect(await stores.credentials.listOfPerson(lena.tenantId, lena.userId)).toEqual([])
    expect((await stores.sessions.find(lena.tenantId, sessionId))?.endedAt).toBeDefined()
    expect(await stores.passes.find(lena.tenantId, lena.userId)).toBeDefined()
  })

  test('removes nothing where no pass can be issued', async () => {
    const lena = await world.aPerson('lena')
    await world.givePasskey(lena)

    const body = { lifetimeInMinutes: 100_000 }
    const answer = await admin('POST', `/latchkey/people/${lena.userId}/requireAgain`, { body })

    expect(answer.statusCode).toBe(400)
    const { credentials } = world.deps.stores
    expect(await credentials.listOfPerson(lena.tenantId, lena.userId)).toHaveLength(1)
  })

  test('is not for the help desk', async () => {
    const lena = await world.aPerson('lena')

    const answer = await helpDesk('POST', `/latchkey/people/${lena.userId}/requireAgain`, { body: {} })

    expect(answer.statusCode).toBe(403)
  })
})
