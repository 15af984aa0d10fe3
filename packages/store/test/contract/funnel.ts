import type { StepEvent } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import { aStep } from './steps.ts'
import { aSignIn, contoso, later, now, type Open, type Opened } from './world.ts'

const day = 86_400

/** Append events, each with an id that says when it was. */
async function happened(stores: Opened['stores'], ...events: readonly Partial<StepEvent>[]): Promise<void> {
  for (const [at, event] of events.entries()) {
    await stores.stepEvents.append(aStep({ eventId: `event-${String(at).padStart(3, '0')}`, ...event }))
  }
}

/** An id of the sign-in log that sorts as one made at that moment would. */
const signInId = (at: Date, number: number): string => {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(number).padStart(12, '0')}`
}

/** What counting a rollout rests on. */
export function funnelContract(open: Open): void {
  describe('counting a rollout', () => {
    test('says when people came to each step first and last; whoever is nobody is not among them', async () => {
      const { stores } = await contoso(open)
      const { userId: _, ...nobody } = aStep({ step: 'guideOpened' })
      await stores.stepEvents.append({ ...nobody, eventId: 'event-of-nobody' })
      await happened(
        stores,
        { step: 'started', at: later(5) },
        { step: 'started', at: later(2) },
        { step: 'created', at: later(9) },
        { step: 'started', at: later(7), userId: 'id-of-ben' },
      )

      expect(await stores.funnel.listReached('contoso')).toEqual([
        { userId: 'id-of-ann', step: 'created', firstAt: later(9), lastAt: later(9) },
        { userId: 'id-of-ann', step: 'started', firstAt: later(2), lastAt: later(5) },
        { userId: 'id-of-ben', step: 'started', firstAt: later(7), lastAt: later(7) },
      ])
    })

    test('knows what somebody failed with last, what they held last, and what their passkeys are', async () => {
      const { stores } = await contoso(open)
      await happened(
        stores,
        { step: 'failed', at: later(1), code: 'browser_cancelled', device: 'iphone' },
        { step: 'failed', at: later(2), code: 'not_allowed_by_policy', aaguid: 'blue', device: 'samsung' },
        { step: 'created', at: later(3), aaguid: 'green', device: 'unknown' },
        { step: 'created', at: later(4), aaguid: 'green', device: 'unknown' },
        { step: 'created', at: later(5), aaguid: 'blue', device: 'unknown' },
        { step: 'failed', at: later(6), userId: 'id-of-ben', code: 'browser_aborted', device: 'unknown' },
      )

      expect(await stores.funnel.listLastFailures('contoso')).toEqual([
        { userId: 'id-of-ann', at: later(2), code: 'not_allowed_by_policy', aaguid: 'blue' },
        { userId: 'id-of-ben', at: later(6), code: 'browser_aborted' },
      ])
      expect(await stores.funnel.listDevices('contoso')).toEqual([{ userId: 'id-of-ann', device: 'samsung' }])
      expect(await stores.funnel.listModels('contoso')).toEqual([
        { userId: 'id-of-ann', aaguid: 'blue' },
        { userId: 'id-of-ann', aaguid: 'green' },
      ])
    })

    test('takes the first failure of each day for a trouble', async () => {
      const { stores } = await contoso(open)
      const failed = { step: 'failed', code: 'browser_cancelled' } as const
      await happened(
        stores,
        { ...failed, at: later(10) },
        { ...failed, at: later(5) },
        // In UTC the day ends at midnight: fifteen hours after this world begins.
        { ...failed, at: later(15 * 3600 - 1) },
        { ...failed, at: later(15 * 3600) },
        { ...failed, at: later(6), userId: 'id-of-ben' },
      )

      expect(await stores.funnel.listTroubles('contoso')).toEqual([
        { userId: 'id-of-ann', at: later(5) },
        { userId: 'id-of-ann', at: later(15 * 3600) },
        { userId: 'id-of-ben', at: later(6) },
      ])
    })

    test('takes what was sent to many for one announcement', async () => {
      const { stores } = await contoso(open)
      const sent = { step: 'mailSent', waveId: 'wave-1', mailKind: 'T-7' } as const
      await happened(
        stores,
        { ...sent, at: later(9) },
        { ...sent, at: later(8), userId: 'id-of-ben' },
        { ...sent, at: later(day), mailKind: 'T-1' },
        { step: 'mailSent', at: later(3) },
      )

      expect(await stores.funnel.listAnnouncements('contoso')).toEqual([
        { at: later(3), people: 1 },
        { waveId: 'wave-1', mailKind: 'T-7', at: later(8), people: 2 },
        { waveId: 'wave-1', mailKind: 'T-1', at: later(day), people: 1 },
      ])
    })

    test('says with which browsers people were there', async () => {
      const { stores } = await contoso(open)
      const seen = async (number: number, change: object) => {
        const at = later(number)
        await stores.signIns.append(aSignIn({ signInId: signInId(at, number), at, ...change }))
      }
      await seen(1, { userId: 'id-of-ann', userAgent: 'old' })
      await seen(20, { userId: 'id-of-ann', userAgent: 'Safari' })
      await seen(30, { userId: 'id-of-ann', userAgent: 'Safari' })
      await seen(40, { userId: 'id-of-ann', userAgent: 'Firefox' })
      await seen(50, { userAgent: 'nobody' })

      expect(await stores.funnel.listSeen('contoso', later(10))).toEqual([
        { userId: 'id-of-ann', userAgent: 'Firefox', lastAt: later(40) },
        { userId: 'id-of-ann', userAgent: 'Safari', lastAt: later(30) },
      ])
    })

    test('gives the middle and the slow end of the times it takes to sign in', async () => {
      const { stores } = await contoso(open)
      const signIn = async (number: number, change: object) => {
        const at = later(number)
        await stores.signIns.append(aSignIn({ signInId: signInId(at, number), at, ...change }))
      }
      for (let each = 1; each <= 10; each++) {
        await signIn(each, { method: 'passkey', elapsedMilliseconds: 11_000 - each * 1000 })
      }
      await signIn(11, { method: 'password', elapsedMilliseconds: 40_000 })
      await signIn(12, { method: 'password', elapsedMilliseconds: 30_000 })
      // These count for nothing: nobody measured, it failed, it was too long ago.
      await signIn(13, { method: 'passkey' })
      await signIn(14, { method: 'password', outcome: 'failure', code: 'x', elapsedMilliseconds: 1 })
      await signIn(-60, { method: 'password', elapsedMilliseconds: 1 })

      expect(await stores.funnel.timeSignIns('contoso', now)).toEqual([
        { method: 'passkey', signIns: 10, medianMilliseconds: 5000, ninetiethMilliseconds: 9000 },
        { method: 'password', signIns: 2, medianMilliseconds: 30_000, ninetiethMilliseconds: 40_000 },
      ])
    })

    test('counts failures by what they are and by model, of both ways', async () => {
      const { stores } = await contoso(open)
      await happened(
        stores,
        { step: 'failed', at: later(1), code: 'not_allowed_by_policy', aaguid: 'blue' },
        { step: 'failed', at: later(2), code: 'not_allowed_by_policy', aaguid: 'blue' },
        {
          step: 'failed',
          at: later(3),
          code: 'not_allowed_by_policy',
          aaguid: 'blue',
          userId: 'id-of-ben',
        },
        { step: 'failed', at: later(-1), code: 'long ago' },
      )
      const failed = async (number: number, change: object) => {
        const at = later(number)
        await stores.signIns.append(
          aSignIn({ signInId: signInId(at, number), at, outcome: 'failure', ...change }),
        )
      }
      await failed(4, { code: 'browser_cancelled', outcome: 'interrupted', detail: 'get: NotAllowedError' })
      await failed(5, { code: 'browser_cancelled', outcome: 'interrupted', userId: 'id-of-ann' })
      await failed(6, { code: 'browser_cancelled', outcome: 'interrupted', detail: 'create: AbortError' })
      await failed(7, { code: '', outcome: 'success' })
      await failed(-60, { code: 'long_ago' })

      expect(await stores.funnel.countFailures('contoso', now)).toEqual([
        {
          when: 'registering',
          code: 'not_allowed_by_policy',
          aaguid: 'blue',
          failures: 3,
          people: 2,
          lastAt: later(3),
        },
        { when: 'signingIn', code: 'browser_cancelled', failures: 2, people: 1, lastAt: later(5) },
      ])
    })
  })
}
