import { newId, type OutboxMessage } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { decideRetry, type Senders, sendDue } from './outbox-worker.ts'

const tenantId = '0190a1b2-0000-7000-8000-000000000001'

describe('sending the outbox', () => {
  let world: TestWorld
  let sent: string[]
  let senders: Senders

  beforeEach(async () => {
    world = await openTestWorld()
    sent = []
    const send = async ({ messageId }: OutboxMessage) => void sent.push(messageId)
    senders = { mail: send, backchannelLogout: send, push: send }
    await world.deps.stores.tenants.insert({
      tenantId,
      displayName: 'Juniper',
      settings: (await import('@latchkey/identity')).defaultTenantSettings,
      demo: false,
      createdAt: world.clock.at,
      rulesVersion: 0,
    })
  })

  afterEach(async () => await world.close())

  async function insert(): Promise<string> {
    const messageId = newId(world.deps)
    const { at } = world.clock
    await world.deps.stores.outbox.insert({
      messageId,
      tenantId,
      kind: 'mail',
      payload: '{}',
      createdAt: at,
      notBefore: at,
      attempts: 0,
    })
    return messageId
  }

  test('sends each message once, although two nodes look at the same moment', async () => {
    const inserted = [await insert(), await insert(), await insert()]

    await Promise.all([sendDue(world.deps, senders), sendDue(world.deps, senders)])
    await sendDue(world.deps, senders)

    expect([...sent].sort()).toEqual([...inserted].sort())
    expect(await world.deps.stores.outbox.count()).toBe(0)
  })

  test('tries again later what could not be sent', async () => {
    const messageId = await insert()
    const failing: Senders = { ...senders, mail: () => Promise.reject(new Error('no route')) }

    await sendDue(world.deps, failing)
    await sendDue(world.deps, senders)
    expect(sent).toEqual([])

    world.clock.at = new Date(world.clock.at.getTime() + 60_000)
    await sendDue(world.deps, senders)

    expect(sent).toEqual([messageId])
  })

  test('gives up in the end, and says so', async () => {
    await insert()
    const failing: Senders = { ...senders, mail: () => Promise.reject(new Error('no route')) }
    world.clock.at = new Date(world.clock.at.getTime() + 8 * 24 * 60 * 60_000)

    await sendDue(world.deps, failing)

    expect(await world.deps.stores.outbox.count()).toBe(0)
    expect(world.logged.join('')).toContain('given up')
  })

  test('takes over what a node that died had taken', async () => {
    const messageId = await insert()
    const { at } = world.clock
    await world.deps.stores.outbox.takeDue(at, new Date(at.getTime() + 60_000), 10)
    await sendDue(world.deps, senders)
    expect(sent).toEqual([])

    world.clock.at = new Date(at.getTime() + 61_000)
    await sendDue(world.deps, senders)

    expect(sent).toEqual([messageId])
  })
})

describe('deciding when to try again', () => {
  const createdAt = new Date('2026-03-02T09:00:00Z')
  const message = { messageId: 'm', tenantId, payload: '{}', createdAt, notBefore: createdAt }
  const inHours = (hours: number) => new Date(createdAt.getTime() + hours * 3_600_000)

  test.each([
    ['soon at first', 1, 15],
    ['later each time', 5, 240],
    ['within the hour always', 40, 3600],
  ])('tries %s', (_, attempts, seconds) => {
    const retryAt = decideRetry({ ...message, kind: 'mail', attempts }, createdAt)

    expect(retryAt).toEqual(new Date(createdAt.getTime() + seconds * 1000))
  })

  test('a mail is of use for a week, a logout for a day', () => {
    const mail = { ...message, kind: 'mail' as const, attempts: 40 }
    const logout = { ...message, kind: 'backchannelLogout' as const, attempts: 40 }

    expect(decideRetry(mail, inHours(7 * 24 - 2))).toBeDefined()
    expect(decideRetry(mail, inHours(7 * 24))).toBeUndefined()
    expect(decideRetry(logout, inHours(22))).toBeDefined()
    expect(decideRetry(logout, inHours(24))).toBeUndefined()
  })
})
