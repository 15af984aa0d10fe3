import { describe, expect, test } from 'vitest'
import { pooledRandom } from './pooled-random.ts'

describe('fetching random bytes many at a time', () => {
  test('gives each out once', () => {
    const random = pooledRandom()
    const given = Array.from({ length: 5000 }, () => Buffer.from(random(16)).toString('hex'))

    expect(new Set(given).size).toBe(5000)
  })

  test('gives as many as were asked for, across the end of what it has', () => {
    const random = pooledRandom()
    const lengths = [4095, 2, 1, 4096, 5000, 0, 7]

    expect(lengths.map((length) => random(length).length)).toEqual(lengths)
  })

  test('what was given does not change afterwards', () => {
    const random = pooledRandom()
    const first = random(32)
    const kept = first.slice()
    for (let round = 0; round < 300; round += 1) random(32)

    expect(first).toEqual(kept)
    expect(first).not.toEqual(new Uint8Array(32))
  })
})
