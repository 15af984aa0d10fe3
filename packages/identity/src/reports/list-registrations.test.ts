import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { onlyModels, patchMethods } from '../../test/rules.ts'
import { aPersonWithPasskey, openWorld, operator, type World } from '../../test/world.ts'
import { listRegistrations } from '../administer.ts'
import { issuePass, type Tenant } from '../index.ts'

const model = '11111111-1111-4111-8111-111111111111'
const aaguid = '00000000-0000-0000-0000-000000000000'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
})
afterAll(() => world.close())

const list = () => listRegistrations(world.deps, tenant.tenantId)
const giveCodes = (userId: string) =>
  world.stores.totps.insert({
    tenantId: tenant.tenantId,
    userId,
    totpId: crypto.randomUUID(),
    name: 'Phone',
    sealedSecret: new Uint8Array([1]),
    lastStep: 0,
    createdAt: world.deps.now(),
  })

test('what the rules do not let through stays registered', async () => {
  const { person } = await aPersonWithPasskey(world, tenant)
  await giveCodes(person.userId)
  expect(await list()).toMatchObject([
    {
      passkeys: [{ aaguid, backupEligible: true, usable: true }],
      totp: { registered: true, usable: true },
      systemPreferred: false,
    },
  ])

  await patchMethods(world, tenant.tenantId, 'Fido2', onlyModels(model))
  await patchMethods(world, tenant.tenantId, 'SoftwareOath', { state: 'disabled' })

  expect(await list()).toMatchObject([
    { passkeys: [{ aaguid, usable: false }], totp: { registered: true, usable: false } },
  ])
})

test('codes open no account that is kept for emergencies', async () => {
  const person = await world.aPerson(tenant)
  await giveCodes(person.userId)
  await world.stores.people.put({ ...person, breakGlass: true })

  expect(await list()).toMatchObject([{ totp: { registered: true, usable: false } }])
})

test('a pass counts while it works', async () => {
  const person = await world.aPerson(tenant)
  const startsAt = new Date(world.deps.now().getTime() + 60_000)
  await issuePass(world.deps, { ...operator, ...person, startsAt, lifetimeMinutes: 60 })

  const counts: boolean[] = []
  for (const seconds of [0, 59, 1, 3599, 1]) {
    world.after(seconds)
    counts.push(...(await list()).map(({ pass }) => pass))
  }

  expect(counts).toEqual([false, false, true, true, false])
})

test('many are asked about at once, and only those who are meant', async () => {
  const people = [await world.aPerson(tenant, 'ann'), await world.aPerson(tenant, 'ben')]
  await world.aPerson(tenant, 'cleo')
  const asked = vi.fn(world.stores.lockOut.listHeld)
  const stores = { ...world.stores, lockOut: { ...world.stores.lockOut, listHeld: asked } }

  const userIds = people.map(({ userId }) => userId)
  const found = await listRegistrations({ ...world.deps, stores }, tenant.tenantId, userIds)

  expect(found.map(({ userId }) => userId)).toEqual(userIds.toSorted())
  expect(asked).toHaveBeenCalledOnce()
})
