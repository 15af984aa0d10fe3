import { expect, test } from 'vitest'
import { benchGroupCommit } from './store.ts'

// Whatever else the machine does takes away from the many and not from the one: noise only lowers the ratio.
test('writers who come together share commits', { retry: 2 }, async () => {
  const figures = await benchGroupCommit({ runMillis: 400, rounds: 3 })

  expect(figures.ratio).toBeGreaterThanOrEqual(3)
  expect(figures.ratioWithDelay).toBeGreaterThanOrEqual(5)
})
