import { type Person, type StepName, toStepEvent } from '@latchkey/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld } from '../../test-graph-world.ts'

let world: GraphWorld
let reader: Caller
let helper: Caller
let administrator: Caller
let anna: Person
let ben: Person
beforeAll(async () => {
  world = await openGraphWorld()
  anna = await world.aPerson('anna')
  ben = await world.aPerson('ben')
  reader = world.as(await world.aPerson('rosa', 'reportsReader'), 'Reports.Read.All')
  const users = ['User.ReadWrite.All', 'Reports.Read.All']
  helper = world.as(await world.aPerson('hans', 'helpDesk'), ...users)
  administrator = world.as(await world.aPerson('ute', 'userAdministrator'), ...users)
  await world.givePasskey(anna)
  for (const step of ['offered', 'created', 'firstUsed'] as const) await came(anna, step)
  await came(ben, 'failed', { code: 'browser_cancelled' })
})
afterAll(() => world.close())

async function came({ tenantId, userId }: Person, step: StepName, more: object = {}): Promise<void> {
  await world.deps.stores.stepEvents.append(toStepEvent(world.deps, { tenantId, userId, step, ...more }))
}

const root = '/latchkey/rollout'

describe('asking for the figures', () => {
  test('gives them, with a forecast until the day that was asked for', async () => {
    const answer = await reader('GET', `${root}/numbers?deadline=2026-03-12T09:00:00Z&callsPerFailure=1`)

    expect(answer.statusCode).toBe(200)
    const numbers = answer.json()
    expect(numbers).toMatchObject({
      people: 5,
      stages: { capable: 5, invited: 2, opened: 2, started: 2, created: 1, used: 1 },
      usedWithinWeek: 1,
      steps: { offered: 1, created: 1, firstUsed: 1, failed: 1 },
      standing: { withPasskey: 1, onlyPhishable: 0, phishableBeside: 0, onlyPasskeys: 1, nothing: 4 },
      callsPerFailure: 1,
      forecast: { deadlineOf: 'asked', deadlineDateTime: '2026-03-12T09:00:00Z' },
    })
    expect(numbers.forecast.days).toHaveLength(10)
    const half = await reader('GET', `${root}/numbers?deadline=2026-03-12T09:00:00Z&callsPerFailure=0.5`)
    expect(half.json().forecast.days[0].calls).toBeCloseTo(numbers.forecast.days[0].calls / 2)
  })

  test.each(['deadline=soon', 'callsPerFailure=many', 'callsPerFailure=-1', 'callsPerFailure='])(
    'refuses %s',
    async (query) => {
      expect((await reader('GET', `${root}/numbers?${query}`)).statusCode).toBe(400)
    },
  )

  test('is for who reads reports, and for nobody else', async () => {
    for (const path of ['/numbers', '/numbers/export', '/left']) {
      expect((await helper('GET', root + path)).statusCode, path).toBe(403)
    }
  })

  test('lists who is left and why, by name', async () => {
    const failed = (await reader('GET', `${root}/left?reason=failed`)).json()
    expect(failed.value).toEqual([
      expect.objectContaining({
        id: ben.userId,
        userPrincipalName: 'ben@juniper.example',
        reason: 'failed',
        code: 'browser_cancelled',
        lastStep: 'failed',
      }),
    ])
    expect((await reader('GET', `${root}/left`)).json().value).toHaveLength(4)
    expect((await reader('GET', `${root}/left?reason=failed&code=another`)).json().value).toEqual([])
    expect((await reader('GET', `${root}/left?reason=tired`)).statusCode).toBe(400)
  })

  test('gives them away as lines, and writes down who took them; no other site makes a browser do it', async () => {
    const lines = await reader('GET', `${root}/numbers/export?format=csv`)
    expect(lines.headers['content-disposition']).toContain('rollout-2026-03-02.csv')
    expect(lines.body).toContain('"stage","created","1"\r\n')
    expect(lines.body).toContain('"left","failed / browser_cancelled","1"\r\n')

    expect((await reader('GET', `${root}/numbers/export?format=xml`)).statusCode).toBe(400)
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await reader('GET', `${root}/numbers/export`, { headers })).statusCode).toBe(403)
    const { tenantId } = world.tenant
    const kept = await world.deps.stores.audit.list(tenantId, { limit: 9, activity: 'log_exported' })
    expect(kept).toMatchObject([{ target: { id: 'rollout' }, detail: { format: 'csv' } }])
  })
})

describe('the steps of one person', () => {
  const path = () => `${root}/people/${anna.userId}/steps`

  test('are given out to who may read people, and forgotten by who may change them', async () => {
    const given = await helper('GET', path())
    expect(
      given
        .json()
        .value.map(({ step }: { readonly step: string }) => step)
        .toSorted(),
    ).toEqual(['created', 'firstUsed', 'offered'])
    expect((await reader('GET', path())).statusCode).toBe(403)
    expect((await helper('DELETE', path())).statusCode).toBe(403)

    expect((await administrator('DELETE', path())).statusCode).toBe(204)

    expect((await helper('GET', path())).json().value).toEqual([])
    const { stages, standing } = (await reader('GET', `${root}/numbers`)).json()
    expect(stages).toMatchObject({ invited: 1, created: 0 })
    expect(standing).toMatchObject({ withPasskey: 1 })
    const { tenantId } = world.tenant
    const erased = await world.deps.stores.audit.list(tenantId, { limit: 9, activity: 'steps_erased' })
    expect(erased).toMatchObject([{ target: { id: anna.userId }, detail: { events: 3 } }])
  })
})
