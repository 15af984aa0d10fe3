import { describe, expect, test } from 'vitest'
import { proofsSince } from './proven-method.ts'

const now = new Date('2026-03-01T12:00:00Z')
const provenAt = (seconds: number) => ({
  method: 'password' as const,
  at: new Date(now.getTime() + seconds * 1000),
})

describe('counting only what was proven since', () => {
  test.each([
    ['a proof before it', -61, false],
    ['a proof at that very moment', -60, true],
    ['a proof after it', -1, true],
    ['a proof by a node whose clock is ahead', 59, true],
    ['a proof from before the clock jumped back', 3600, false],
  ])('%s', (_, seconds, counts) => {
    const proofs = proofsSince([provenAt(seconds)], new Date(now.getTime() - 60_000), now)

    expect(proofs).toHaveLength(counts ? 1 : 0)
  })

  test('anything, if nothing was asked', () => {
    expect(proofsSince([provenAt(-86_400), provenAt(3600)], undefined, now)).toHaveLength(2)
  })
})
