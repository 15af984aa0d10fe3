import { describe, expect, test } from 'vitest'
import { toLatencies, toMedian } from './latencies.ts'

describe('summing up how long things took', () => {
  test('takes the nearest rank, whatever the order', () => {
    const oneToHundred = Array.from({ length: 100 }, (_, at) => 100 - at)

    expect(toLatencies(oneToHundred)).toEqual({ p50: 50, p95: 95, p99: 99 })
  })

  test('gives the one there is, and zero when there is none', () => {
    expect(toLatencies([7])).toEqual({ p50: 7, p95: 7, p99: 7 })
    expect(toLatencies([])).toEqual({ p50: 0, p95: 0, p99: 0 })
  })

  test('has a middle that one outlier does not move', () => {
    expect(toMedian([3, 1000, 1])).toBe(3)
  })
})
