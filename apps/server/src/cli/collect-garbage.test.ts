import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { collectGarbage } from './collect-garbage.ts'

test('what nobody holds is gone when garbage was collected', async () => {
  const dropped = new WeakRef({})
  const held = { still: true }
  const holding = new WeakRef(held)
  // What a weak reference was just made of stays until the end of the turn.
  await setImmediate()

  await collectGarbage()

  expect(dropped.deref()).toBeUndefined()
  expect(holding.deref()).toBe(held)
})
