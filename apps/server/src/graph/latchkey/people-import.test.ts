import { beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld } from '../test-graph-world.ts'

let world: GraphWorld
let admin: Caller

beforeEach(async () => {
  world = await openGraphWorld()
  admin = world.as(await world.aPerson('amy', 'userAdministrator'), 'User.ReadWrite.All')
})

async function bring(text: string): Promise<string> {
  const { id } = (await admin('POST', '/latchkey/people/imports', { body: { name: 'people.csv' } })).json()
  const half = Math.ceil(text.length / 2)
  for (const [number, part] of [text.slice(0, half), text.slice(half)].entries()) {
    await admin('POST', `/latchkey/people/imports/${id}/parts`, { body: { number, text: part } })
  }
  return id
}

const step = async (id: string, what: string) =>
  (await admin('POST', `/latchkey/people/imports/${id}/${what}`)).json()
const linesOf = async (id: string) =>
  (await admin('GET', `/latchkey/people/imports/${id}/lines`)).json().value
const findByName = async (name: string) =>
  await world.deps.stores.people.findByUserName(world.tenant.tenantId, `${name}@juniper.example`)

describe('bringing people from a file', () => {
  test('says what each line would do, and changes nobody', async () => {
    await world.aPerson('ben')
    await world.aPerson('cid', 'globalAdministrator')
    const id = await bring(
      [
        'userName,displayName,groups',
        'ann@juniper.example,Ann Lee,',
        'ben@juniper.example,Benjamin,',
        'ben@juniper.example,Twice,',
        'dan@elsewhere.example,Dan,',
        'cid@juniper.example,Sidney,',
        'eva@juniper.example,Eva,Nowhere',
      ].join('\n'),
    )

    const preview = await step(id, 'preview')

    expect(preview).toMatchObject({
      state: 'previewed',
      problem: null,
      counts: { create: 1, change: 1, refused: 4 },
    })
    expect(
      (await linesOf(id)).map((each: { state: string; reason: string }) => each.reason ?? each.state),
    ).toEqual(['create', 'change', 'twice', 'userName', 'not_permitted', 'group'])
    expect(await findByName('ann')).toBeUndefined()
    expect((await findByName('ben'))?.displayName).toBe('ben')
  })

  test('says what is wrong with a file that cannot be read', async () => {
    const id = await bring('userName\n"ann@juniper.example')

    expect(await step(id, 'preview')).toMatchObject({
      state: 'draft',
      problem: { because: 'quote_not_closed', line: 2 },
    })
  })

  test('carries it out once, in batches, and undoes it', async () => {
    await world.aPerson('ben')
    const many = Array.from({ length: 150 }, (_, at) => `new${at}@juniper.example,New ${at}`)
    const id = await bring(['userName,displayName', 'ben@juniper.example,Benjamin', ...many].join('\n'))
    await step(id, 'preview')

    const first = await step(id, 'carryOut')
    const second = await step(id, 'carryOut')
    const again = await step(id, 'carryOut')

    expect([first.done, second.done, again.done]).toEqual([false, true, true])
    expect(again).toMatchObject({ state: 'committed', counts: { created: 150, changed: 1 } })
    expect((await findByName('ben'))?.displayName).toBe('Benjamin')

    await step(id, 'undo')
    const undone = await step(id, 'undo')

    expect(undone).toMatchObject({ state: 'undone', done: true, counts: { undone: 151 } })
    expect(await findByName('new7')).toBeUndefined()
    expect((await findByName('ben'))?.displayName).toBe('ben')
  })

  test('keeps what moved on since, and says why', async () => {
    const ben = await world.aPerson('ben')
    const id = await bring(
      'userName,displayName\nann@juniper.example,Ann\nben@juniper.example,Benjamin\neva@juniper.example,Eva',
    )
    await step(id, 'preview')
    await step(id, 'carryOut')
    const { deps } = world
    await deps.stores.people.put({ ...ben, displayName: 'Benny' })
    const eva = await findByName('eva')
    await world.givePasskey(eva ?? ben)

    const undone = await step(id, 'undo')

    expect(undone.counts).toEqual({ undone: 1, kept: 2 })
    expect((await linesOf(id)).map((each: { reason: string }) => each.reason)).toEqual([
      null,
      'changed_since',
      'has_methods',
    ])
    expect((await findByName('ben'))?.displayName).toBe('Benny')
  })

  test('puts people into groups by name', async () => {
    const { stores } = world.deps
    const { tenantId } = world.tenant
    await stores.groups.insert({ tenantId, groupId: 'g', displayName: 'Pilots', createdAt: world.deps.now() })
    const ben = await world.aPerson('ben')
    const id = await bring(
      'userName;displayName;groups\nann@juniper.example;Ann;pilots\nben@juniper.example;;PILOTS',
    )
    await step(id, 'preview')

    await step(id, 'carryOut')

    expect(await stores.groups.listMembers(tenantId, 'g')).toContain(ben.userId)
    expect(await stores.groups.listMembers(tenantId, 'g')).toHaveLength(2)

    await step(id, 'undo')

    expect(await stores.groups.listMembers(tenantId, 'g')).toEqual([])
  })

  test('is for whoever changes people, alone', async () => {
    const helpDesk = world.as(await world.aPerson('hal', 'helpDesk'), 'User.ReadWrite.All')

    const answer = await helpDesk('POST', '/latchkey/people/imports', { body: { name: 'x' } })

    expect(answer.statusCode).toBe(403)
  })
})
