import { createServer } from 'node:net'
import { expect, test, vi } from 'vitest'
import { findFreePorts, lookedThrough } from './free-ports.ts'

const { from, to } = lookedThrough

/** Let chance say these, one after another: the first port of all, the second, … */
function choose(...ports: readonly number[]) {
  const chance = vi.spyOn(Math, 'random')
  for (const port of ports) chance.mockReturnValueOnce((port - from) / (to - from + 1))
}

test('finds ports that no system lends', async () => {
  const found = await Promise.all(Array.from({ length: 50 }, () => findFreePorts()))

  expect(new Set(found).size).toBe(50)
  expect(Math.min(...found)).toBeGreaterThanOrEqual(from)
  expect(Math.max(...found)).toBeLessThanOrEqual(to)
})

test('passes over a row in which somebody listens', async () => {
  const first = await findFreePorts(3)
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(first + 4, 'localhost', resolve))
  choose(first + 3, to)

  expect(await findFreePorts(2)).not.toBe(first + 3)
  await new Promise((resolve) => server.close(resolve))
})

test('gives none twice to two who look at the same moment', async () => {
  const free = await findFreePorts(2)
  choose(free + 2, free + 2)

  const [one, other] = await Promise.all([findFreePorts(), findFreePorts()])

  expect(one).not.toBe(other)
})

test('gives none twice, while nobody listens yet', async () => {
  const first = await findFreePorts(2)
  choose(first + 1)

  expect(await findFreePorts()).not.toBe(first + 1)
})
