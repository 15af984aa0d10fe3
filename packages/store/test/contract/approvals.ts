import type { ApprovalRequest, Approver, RememberedBrowser } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import { aDevice, aRegisteredDevice, bytes, contoso, later, now, type Open } from './world.ts'

/** A device that approves, whole. */
export const anApprover = (change: Partial<Approver> = {}): Approver => ({
  tenantId: 'contoso',
  deviceId: 'device-1',
  userId: 'id-of-ann',
  approvalKey: bytes(91, 7),
  subscription: { endpoint: 'https://push.example/1', p256dh: bytes(65, 4), auth: bytes(16, 5) },
  createdAt: now,
  lastUsedAt: later(1),
  ...change,
})

/** A request that waits for a minute. */
export const anApprovalRequest = (change: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  tenantId: 'contoso',
  userId: 'id-of-ann',
  requestId: 'request-1',
  method: 'push',
  flowId: 'flow-1',
  visitHash: bytes(32, 6),
  askedBy: 'session-1',
  number: '42',
  context: '{}',
  state: 'waiting',
  createdAt: now,
  expiresAt: later(60),
  ...change,
})

/** A browser that is remembered. */
export const aRememberedBrowser = (change: Partial<RememberedBrowser> = {}): RememberedBrowser => ({
  tenantId: 'contoso',
  browserId: 'browser-1',
  userId: 'id-of-ann',
  publicKey: bytes(91, 9),
  userAgent: 'Firefox',
  ipAddress: '192.0.2.7',
  createdAt: now,
  lastUsedAt: now,
  ...change,
})

const key = { tenantId: 'contoso', userId: 'id-of-ann', requestId: 'request-1' }
const yes = { state: 'approved', deviceId: 'device-1', at: later(5) } as const

export function approvalsContract(open: Open): void {
  async function ready() {
    const opened = await contoso(open)
    const { stores } = opened
    await stores.devices.insert(aDevice())
    await stores.registeredDevices.insert(aRegisteredDevice())
    await stores.approvers.put(anApprover())
    return opened
  }

  describe('keeping devices that approve', () => {
    test('gives one back with its name, and replaces what it said before', async () => {
      const { stores } = await ready()
      const { surface, appVersion } = aRegisteredDevice()

      expect(await stores.approvers.find('contoso', 'device-1')).toEqual({
        ...anApprover(),
        name: aDevice().displayName,
        surface,
        appVersion,
      })
      const { subscription: _, lastUsedAt: __, ...bare } = anApprover({ approvalKey: bytes(91, 8) })
      await stores.approvers.put(bare)

      const [again, ...others] = await stores.approvers.listOfPerson('contoso', 'id-of-ann')
      expect(again).toMatchObject(bare)
      expect(again?.subscription).toBeUndefined()
      expect(others).toEqual([])
    })

    test('counts as a method as long as its device is there and switched on', async () => {
      const { stores } = await ready()
      const has = () => stores.people.findMethods('contoso', 'id-of-ann')

      expect((await has()).push).toBe(true)
      await stores.devices.put(aDevice({ enabled: false }))
      expect((await has()).push).toBeUndefined()
      expect(await stores.approvers.find('contoso', 'device-1')).toBeUndefined()

      await stores.devices.put(aDevice())
      expect((await has()).push).toBe(true)
      await stores.devices.remove('contoso', aDevice().objectId)
      expect((await has()).push).toBeUndefined()
    })

    test('forgets a subscription only if it is still the one', async () => {
      const { stores } = await ready()

      await stores.approvers.forgetSubscription('contoso', 'device-1', 'https://push.example/old')
      expect((await stores.approvers.find('contoso', 'device-1'))?.subscription).toBeDefined()
      await stores.approvers.forgetSubscription('contoso', 'device-1', 'https://push.example/1')
      expect((await stores.approvers.find('contoso', 'device-1'))?.subscription).toBeUndefined()
    })
  })

  describe('keeping requests for approval', () => {
    test('of many at once one waits', async () => {
      const { stores } = await ready()

      const kept = await Promise.all(
        [1, 2, 3, 4].map((number) =>
          stores.approvalRequests.insertUnlessOneWaits(anApprovalRequest({ requestId: `r${number}` })),
        ),
      )

      expect(kept.filter(Boolean)).toHaveLength(1)
      const waiting = await stores.approvalRequests.find('contoso', 'id-of-ann')
      expect(waiting).toEqual(anApprovalRequest({ requestId: `r${kept.indexOf(true) + 1}` }))
    })

    test.each([
      ['waits no more', async () => later(61)],
      ['waits for longer than any does', async () => later(-61)],
      [
        'was denied',
        async (answer: (state: 'denied') => Promise<boolean>) => {
          await answer('denied')
          return later(6)
        },
      ],
    ])('one takes the place of another that %s', async (_, before) => {
      const { stores } = await ready()
      const { approvalRequests: requests } = stores
      await requests.insertUnlessOneWaits(anApprovalRequest())
      const createdAt = await before((state) => requests.answer(key, { ...yes, state }))

      const expiresAt = new Date(createdAt.getTime() + 60_000)
      const next = anApprovalRequest({ requestId: 'request-2', createdAt, expiresAt })
      expect(await requests.insertUnlessOneWaits(next)).toBe(true)
      expect(await requests.find('contoso', 'id-of-ann')).toEqual(next)
    })

    test('takes one answer, within its time, and gives the approval to one', async () => {
      const { stores } = await ready()
      const { approvalRequests: requests } = stores
      await requests.insertUnlessOneWaits(anApprovalRequest())

      expect(await requests.answer(key, { ...yes, at: later(60) })).toBe(false)
      const answers = await Promise.all([
        requests.answer(key, yes),
        requests.answer(key, { ...yes, state: 'denied' }),
        requests.answer(key, yes),
      ])
      expect(answers.filter(Boolean)).toHaveLength(1)
      if (answers[1]) return

      expect(await requests.takeApproved(key, later(6))).toBeUndefined()
      const taken = await Promise.all([requests.takeApproved(key, now), requests.takeApproved(key, now)])
      expect(taken.filter((each) => each !== undefined)).toEqual([
        anApprovalRequest({ state: 'used', deviceId: 'device-1', answeredAt: later(5) }),
      ])
    })

    test('what is withdrawn cannot be answered, and what is over is forgotten', async () => {
      const { stores } = await ready()
      const { approvalRequests: requests } = stores
      await requests.insertUnlessOneWaits(anApprovalRequest())
      await requests.withdraw(key, later(1))

      expect(await requests.answer(key, yes)).toBe(false)
      await requests.putPause('contoso', 'id-of-ann', later(10))
      await requests.putPause('contoso', 'id-of-ann', later(20))
      expect(await requests.findPause('contoso', 'id-of-ann')).toEqual(later(20))
      expect(await requests.removeOver(later(19))).toBe(1)
      expect(await requests.removeOver(later(21))).toBe(1)
      expect(await requests.find('contoso', 'id-of-ann')).toBeUndefined()
    })
  })

  describe('keeping remembered browsers', () => {
    test('lists the last used first, and forgets one or all', async () => {
      const { stores } = await ready()
      const { rememberedBrowsers: browsers } = stores
      await browsers.insert(aRememberedBrowser())
      await browsers.insert(aRememberedBrowser({ browserId: 'browser-2' }))
      await browsers.putUsed('contoso', 'browser-1', later(9))

      const listed = await browsers.listOfPerson('contoso', 'id-of-ann')
      expect(listed.map(({ browserId }) => browserId)).toEqual(['browser-1', 'browser-2'])
      expect(await browsers.find('contoso', 'browser-1')).toEqual(
        aRememberedBrowser({ lastUsedAt: later(9) }),
      )
      expect(await browsers.remove('contoso', 'id-of-ben', 'browser-1')).toBe(false)
      expect(await browsers.remove('contoso', 'id-of-ann', 'browser-1')).toBe(true)
      expect(await browsers.removeOfPerson('contoso', 'id-of-ann')).toBe(1)
    })
  })
}
