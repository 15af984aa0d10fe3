import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aVisitor, codeOf, openWorld, type World } from '../../test/world.ts'
import type { Tenant } from '../index.ts'
import { type Attempt, clearAttempts, countAttempt } from './count-attempt.ts'
import { toNetworkPrefix } from './network-prefix.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
})
afterAll(() => world.close())

const attempt = (userName: string, ipAddress = '192.0.2.7'): Attempt => ({
  tenantId: tenant.tenantId,
  userName,
  method: 'password',
  visitor: aVisitor({ ipAddress }),
})
const count = (...ask: Parameters<typeof attempt>) => codeOf(countAttempt(world.deps, attempt(...ask)))

describe('counting attempts', () => {
  test('lets ten through for an account, and says when the next one counts', async () => {
    for (let i = 0; i < 10; i++) expect(await count('anna')).toBe('done')
    const windowEndsAt = new Date(world.deps.now().getTime() + 600_000)

    await expect(countAttempt(world.deps, attempt('anna'))).rejects.toMatchObject({
      code: 'too_many_attempts',
      retryAt: windowEndsAt,
    })
    expect(await count('berta')).toBe('done')
    world.after(600)
    expect(await count('anna')).toBe('done')
  })

  test('lets a hundred through for a network, whoever they are for', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, (_, i) => count(`n${i}`, `192.0.2.${i}`)))

    expect(new Set(all)).toEqual(new Set(['done']))
    expect(await count('anna', '192.0.2.200')).toBe('too_many_attempts')
    expect(await count('anna', '192.0.3.1')).toBe('done')
  })

  test('gives a success back, so that an office may sign in all at once', async () => {
    for (let i = 0; i < 150; i++) {
      expect(await count(`n${i}`)).toBe('done')
      await clearAttempts(world.stores, attempt(`n${i}`))
    }
  })

  test('keeps tenants and methods apart', async () => {
    for (let i = 0; i < 11; i++) await count('anna')
    const other = { ...attempt('anna'), method: 'totp' } as const

    expect(await codeOf(countAttempt(world.deps, other))).toBe('done')
    tenant = await world.aTenant()
    expect(await count('anna')).toBe('done')
  })

  test('shuts nobody out for a year when the clock jumps back', async () => {
    for (let i = 0; i < 11; i++) await count('anna')
    world.after(-365 * 86_400)

    expect(await count('anna')).toBe('done')
    world.after(365 * 86_400)
  })
})

describe('telling networks apart', () => {
  test.each([
    ['192.0.2.7', '192.0.2.0/24'],
    ['::ffff:192.0.2.7', '192.0.2.0/24'],
    ['::ffff:c000:207', '192.0.2.0/24'],
    ['2001:db8:1:2ff:1:2:3:4', '2001:db8:1:200::/56'],
    ['2001:DB8:1:201::9', '2001:db8:1:200::/56'],
    ['2001:db8:1:300::', '2001:db8:1:300::/56'],
    ['fe80::1%eth0', 'fe80:0:0:0::/56'],
    ['::1', '0:0:0:0::/56'],
    ['', 'unknown'],
    ['somewhere', 'unknown'],
  ])('%s is of %s', (address, prefix) => {
    expect(toNetworkPrefix(address)).toBe(prefix)
  })
})
