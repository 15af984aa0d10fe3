import { expect, test } from 'vitest'
import { benchGroupCommit } from './store.ts'

test('writers who come together share commits', async () => {
  const figures = await benchGroupCommit({ runMillis: 400, rounds: 3 })

  expect(figures.ratio).toBeGreaterThanOrEqual(3)
  expect(figures.ratioWithDelay).toBeGreaterThanOrEqual(5)
})
