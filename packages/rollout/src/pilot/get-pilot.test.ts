import type { StepEvent } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import { toWays } from './get-pilot.ts'

let count = 0
const event = (step: StepEvent['step'], device: string, more: Partial<StepEvent> = {}): StepEvent => ({
  tenantId: 'contoso',
  eventId: String(++count),
  at: new Date(count * 1000),
  step,
  userId: 'pia',
  device,
  ...more,
})

describe('what a pilot went through', () => {
  test('is told by device, as far as they came on each', () => {
    const ways = toWays([
      event('started', 'windows'),
      event('failed', 'windows', { code: 'browser_cancelled' }),
      event('failed', 'windows', { code: 'origin_mismatch' }),
      event('failed', 'windows', { code: 'browser_cancelled' }),
      event('created', 'samsung'),
      event('firstUsed', 'samsung'),
      event('created', 'pixel'),
      event('started', 'iphone'),
      event('offered', 'mac'),
    ])

    expect(ways.map(({ device, reached, failures }) => [device, reached, failures])).toEqual([
      ['iphone', 'started', []],
      ['samsung', 'signedIn', []],
      ['pixel', 'created', []],
      ['windows', 'failed', ['browser_cancelled', 'origin_mismatch']],
    ])
  })

  test('is not through by using what was made before', () => {
    expect(toWays([event('used', 'pixel'), event('created', 'pixel')])[0]?.reached).toBe('created')
  })
})
