/** How long a number of things took, in milliseconds. */
export interface Latencies {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** Nearest-rank percentiles. All zero when nothing was measured. */
export function toLatencies(milliseconds: readonly number[]): Latencies {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99) }
}

/** The middle one; of an even number the upper of the two middle ones. 0 of none. */
export function toMedian(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
