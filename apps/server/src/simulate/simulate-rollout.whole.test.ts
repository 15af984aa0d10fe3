import { expect, test } from 'vitest'
import { openTestWorld } from '../test-world.ts'
import { simulateRollout } from './simulate-rollout.ts'

const simulation = { people: 8, weeks: 5, seed: 3 }
const monday = new Date('2026-03-02T00:00:00Z')

async function play() {
  const world = await openTestWorld({ LATCHKEY_LOG_LEVEL: 'warn' })
  const clock = { at: monday.getTime() }
  const deps = { ...world.deps, now: () => new Date(clock.at) }
  try {
    const result = await simulateRollout(deps, clock, simulation, () => {})
    const [tenant] = await deps.stores.tenants.list()
    const waves = await deps.stores.waves.list(tenant?.tenantId ?? '')
    const all = { from: monday, until: new Date(clock.at), limit: 10_000 }
    const events = await deps.stores.stepEvents.list(tenant?.tenantId ?? '', all)
    const steps = events.filter(({ userId }) => userId !== undefined)
    // What happened at one instant has no order.
    return {
      result,
      waves: waves.map(({ kind, state }) => `${kind} ${state}`),
      steps: steps.map(({ step, device, at }) => `${at.toISOString()} ${device} ${step}`).toSorted(),
    }
  } finally {
    await world.close()
  }
}

test('the same seed gives the same numbers, and the events say what happened', {
  timeout: 300_000,
}, async () => {
  const first = await play()
  const second = await play()

  expect(second).toEqual(first)
  expect(first.result.created).toBeGreaterThan(0)
  // The administrator has one, too, and the test person.
  expect(first.steps.filter((each) => each.endsWith(' created'))).toHaveLength(first.result.created + 2)
  expect(first.steps.filter((each) => each.endsWith(' failed'))).toHaveLength(first.result.failures)

  // In the end everybody is asked for one: some come without, hear whom to ask, and some of them are helped.
  expect(first.waves.filter((each) => each.startsWith('enforcement'))).toHaveLength(1)
  expect(first.result).toMatchObject({ enforced: simulation.people, waiting: 0 })
  expect(first.result.heldUp).toBeGreaterThanOrEqual(first.result.helped)
  expect(first.result.helped).toBeGreaterThan(0)
})
