import type { StepEvent } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import { contoso, later, now, type Open } from './world.ts'

export const aStep = (change: Partial<StepEvent> = {}): StepEvent => ({
  tenantId: 'contoso',
  eventId: 'event-1',
  at: now,
  step: 'offered',
  userId: 'id-of-ann',
  device: 'iphone',
  ...change,
})

const all = { from: now, until: later(3600), limit: 9 }

/** What keeping the steps people came to must do. */
export function stepsContract(open: Open): void {
  describe('keeping steps', () => {
    test('gives back the whole event, the oldest first, page by page and by person', async () => {
      const { stores } = await contoso(open)
      const full = aStep({
        step: 'failed',
        browser: 'safari',
        method: 'passkey',
        aaguid: 'blue',
        code: 'origin_mismatch',
        waveId: 'wave-1',
        mailKind: 'T-7',
        elapsedMilliseconds: 2100,
        correlationId: 'c',
      })
      const { userId: _, ...nobody } = aStep({ eventId: 'event-2', step: 'guideOpened' })
      const last = aStep({ eventId: 'event-3', at: later(3600) })
      for (const event of [last, nobody, full]) await stores.stepEvents.append(event)

      expect(await stores.stepEvents.list('contoso', all)).toEqual([full, nobody])
      expect(await stores.stepEvents.list('contoso', { ...all, limit: 1 })).toEqual([full])
      expect(await stores.stepEvents.list('contoso', { ...all, after: 'event-1' })).toEqual([nobody])
      expect(
        await stores.stepEvents.list('contoso', { ...all, until: later(3601), userId: 'id-of-ann' }),
      ).toEqual([full, last])
    })

    test('knows who came to a step, and since when', async () => {
      const { stores } = await contoso(open)
      await stores.stepEvents.append(aStep({ step: 'created', at: later(60) }))

      expect(await stores.stepEvents.hasStep('contoso', 'id-of-ann', 'created', later(60))).toBe(true)
      expect(await stores.stepEvents.hasStep('contoso', 'id-of-ann', 'created', later(61))).toBe(false)
      expect(await stores.stepEvents.hasStep('contoso', 'id-of-ann', 'used', now)).toBe(false)
      expect(await stores.stepEvents.hasStep('contoso', 'id-of-ben', 'created', now)).toBe(false)
    })

    test('forgets one person, and whatever is old', async () => {
      const { stores, rows } = await contoso(open)
      await stores.stepEvents.append(aStep())
      await stores.stepEvents.append(aStep({ eventId: 'event-2', userId: 'id-of-ben' }))
      await stores.stepEvents.append(aStep({ eventId: 'event-3', userId: 'id-of-ben', at: later(9) }))

      expect(await stores.stepEvents.removeOfPerson('contoso', 'id-of-ann')).toBe(1)
      expect(await stores.stepEvents.removeBefore(later(9))).toBe(1)
      expect(await rows('step_event')).toMatchObject([{ event_id: 'event-3' }])
    })

    test('forgets people who are removed', async () => {
      const { stores, rows } = await contoso(open)
      await stores.stepEvents.append(aStep())

      await stores.people.remove('contoso', 'id-of-ann')

      expect(await rows('step_event')).toEqual([])
    })
  })
}
