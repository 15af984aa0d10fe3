import { toStepEvent } from '@latchkey/identity'
import { createTenant } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lifetimes } from '../oidc/lifetimes.ts'
import { makePerson, makeTenant } from '../security-info/test-people.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { clean } from './cleaning.ts'

describe('forgetting what is past its time', () => {
  let world: TestWorld
  let tenantId: string

  beforeEach(async () => {
    world = await openTestWorld()
    const tenant = await createTenant(world.deps, {
      displayName: 'Juniper',
      domain: 'juniper.example',
      actor: { kind: 'operator' },
    })
    tenantId = tenant.tenantId
  })

  afterEach(async () => await world.close())

  const inSeconds = (seconds: number) => new Date(world.clock.at.getTime() + seconds * 1000)

  test('remembers an answered challenge for twice its lifetime', async () => {
    const { ceremonySeconds, stores } = world.deps
    await stores.spentChallenges.insert({
      tenantId,
      nonce: new Uint8Array(16),
      expiresAt: inSeconds(ceremonySeconds),
    })

    world.clock.at = inSeconds(2 * ceremonySeconds - 1)
    expect(await clean(world.deps, 'one')).toMatchObject({ spentChallenges: 0 })

    world.clock.at = inSeconds(2)
    expect(await clean(world.deps, 'one')).toMatchObject({ spentChallenges: 1 })
  })

  test('forgets the steps of a rollout after as many days as it is told', async () => {
    const { person } = await makePerson(world, await makeTenant(world, 'elm.example'), 'eva')
    const { at } = world.clock
    const { stepDays } = world.deps.config
    await world.deps.stores.stepEvents.append(
      toStepEvent(world.deps, { tenantId: person.tenantId, userId: person.userId, step: 'offered' }),
    )

    world.clock.at = new Date(at.getTime() + stepDays * 86_400_000)
    expect(await clean(world.deps, 'one')).toMatchObject({ steps: 0 })

    world.clock.at = new Date(at.getTime() + stepDays * 86_400_000 + 1)
    expect(await clean(world.deps, 'one')).toMatchObject({ steps: 1 })
  })

  test('keeps a session for as long as a refresh token that was made in its last moment can live', async () => {
    const { person } = await makePerson(world, await makeTenant(world, 'birch.example'), 'ada')
    const { tenantId, userId } = person
    const [session] = await world.deps.stores.sessions.listOfPerson(tenantId, userId, new Date(0))
    const overAt = (session?.expiresAt.getTime() ?? 0) + lifetimes.refreshToken * 1000
    expect(session).toBeDefined()

    world.clock.at = new Date(overAt - 1000)
    expect(await clean(world.deps, 'one')).toMatchObject({ sessions: 0 })

    world.clock.at = new Date(overAt + 1000)
    expect(await clean(world.deps, 'one')).toMatchObject({ sessions: 1 })
  })

  test('is done by one node at a time, and by another when that one died', async () => {
    const { at } = world.clock
    await world.deps.stores.leases.take('cleaning', 'one', at, inSeconds(600))

    expect(await clean(world.deps, 'two')).toBeUndefined()

    world.clock.at = inSeconds(601)
    expect(await clean(world.deps, 'two')).toBeDefined()
  })
})
