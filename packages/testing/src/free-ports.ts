import { createServer } from 'node:net'

/**
 * Where ports are looked for: below those that systems lend to outgoing connections and to whoever asks for any port
 * (from 32768 on with Linux, from 49152 on elsewhere), and above those that browsers refuse to visit. A port of these
 * stays free between the moment it was found and the moment a program listens at it.
 */
export const lookedThrough = { from: 11_000, to: 31_999 } as const

const given = new Set<number>()

/**
 * The first of a row of ports at `localhost` that nobody listens at, and that this process was not given before. Where
 * it begins to look is left to chance, so that processes that look at the same time find different ones.
 *
 * @param count how many in a row
 */
export async function findFreePorts(count = 1): Promise<number> {
  for (;;) {
    const row = chooseRow(count)
    // Before it waits for anything: somebody else of this process may look at this moment.
    for (const port of row) given.add(port)
    const free = await Promise.all(row.map(isFree))
    const [first = 0] = row
    if (!free.includes(false)) return first
  }
}

function chooseRow(count: number): readonly number[] {
  const { from, to } = lookedThrough
  for (;;) {
    const first = from + Math.floor(Math.random() * (to - from - count + 2))
    const row = Array.from({ length: count }, (_, index) => first + index)
    if (!row.some((port) => given.has(port))) return row
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)))
  })
}
