import { randomFillSync } from 'node:crypto'

/** How many random bytes are fetched at once: asking costs far more than a byte does. */
const poolLength = 4096

/** Random bytes from the system's generator, fetched many at a time. Each is given out once, and not kept. */
export function pooledRandom(): (length: number) => Uint8Array {
  const pool = new Uint8Array(poolLength)
  let next = poolLength
  return (length) => {
    if (length > poolLength) return randomFillSync(new Uint8Array(length))
    if (next + length > poolLength) {
      randomFillSync(pool)
      next = 0
    }
    const bytes = pool.slice(next, next + length)
    pool.fill(0, next, next + length)
    next += length
    return bytes
  }
}
