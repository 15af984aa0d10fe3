import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { addPasskeyHolder, type PasskeyHolder } from './world/people.ts'
import { openWorld, type World } from './world/world.ts'

const everybody = 100_000

let world: World<PasskeyHolder>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const grace = await addPasskeyHolder(deps, tenant, 'grace')
    const { tenantId } = tenant
    await deps.stores.roles.insert(tenantId, grace.person.userId, 'globalAdministrator')
    for (let from = 0; from < everybody; from += 1_000) {
      await deps.stores.atomically(async (tx) => {
        for (let at = from; at < from + 1_000; at++) {
          await tx.people.insert({
            ...grace.person,
            userId: `id-${at}`,
            userName: `person${at}@juniper.example`,
            displayName: `${names[at % names.length]} Number-${at}`,
            userHandle: Buffer.concat([grace.person.userHandle.slice(0, 17), deps.random(32)]),
          })
        }
      })
    }
    return grace
  })
}, 900_000)

afterAll(() => world?.close())

const names = ['Ann', 'Ben', 'Cleo', 'Dana', 'Emil', 'Fatima', 'George']

test('a hundred thousand people are found and paged through, and no frame takes longer than 50 ms', async () => {
  const { page } = await enterAdminCentre(world, world.prepared, '/admin/people')
  await page.getByRole('row').nth(50).waitFor()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))

  // A machine that does something else at the same moment makes any frame long: one undisturbed round is enough.
  const longest: number[] = []
  for (let round = 0; round < 4 && !longest.some((frame) => frame < 50); round++) {
    longest.push(await longestTask(page, () => lookForSomebody(page, 54_321 + round)))
  }

  expect(Math.min(...longest)).toBeLessThan(50)
  expect(asked.some((url) => url.includes('skiptoken='))).toBe(true)
  expect(asked.filter((url) => url.includes('$skip='))).toEqual([])
})

async function lookForSomebody(page: Page, number: number): Promise<void> {
  const search = page.getByRole('searchbox')
  await search.fill('')
  await page.getByRole('row').nth(50).waitFor()
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.getByRole('row').nth(100).waitFor()
  await search.pressSequentially(`number-${number}`, { delay: 40 })
  await page.getByRole('link', { name: `Number-${number}` }).waitFor()
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' })
}

/** How long the longest task took that kept the page from drawing, in milliseconds; 0 if all were shorter than 50. */
async function longestTask(page: Page, does: () => Promise<void>): Promise<number> {
  const tasks = await page.evaluateHandle(() => {
    const seen: number[] = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration)
    }).observe({ type: 'longtask' })
    return seen
  })
  await does()
  return await tasks.evaluate((seen) => Math.max(0, ...seen))
}
