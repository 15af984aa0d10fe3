import { markBreakGlass } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addPasskey, makePerson, makeTenant } from '../security-info/test-people.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { watchBreakGlass } from './watch-break-glass.ts'

const quarter = 90 * 86_400_000

describe('watching over accounts for emergencies', () => {
  let world: TestWorld

  beforeEach(async () => {
    world = await openTestWorld()
  })

  afterEach(async () => await world.close())

  test('reminds of each that nobody used for a quarter, once, whichever node looks', async () => {
    for (const domain of ['birch.example', 'juniper.example']) {
      const { person, browser } = await makePerson(world, await makeTenant(world, domain), 'rescue')
      await addPasskey(browser)
      await markBreakGlass(world.deps, { ...person, actor: { kind: 'operator' } })
    }
    expect(await watchBreakGlass(world.deps, 'one')).toBe(0)
    world.clock.at = new Date(world.clock.at.getTime() + quarter)

    const rounds = await Promise.all([watchBreakGlass(world.deps, 'one'), watchBreakGlass(world.deps, 'two')])

    expect(rounds.toSorted()).toEqual([2, undefined])
    expect(await watchBreakGlass(world.deps, 'two')).toBe(0)
  })
})
