/** Chance that is the same each time it begins with the same seed. Not for secrets. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  /** In [from, to). */
  between(from: number, to: number): number
  /** One of these, by its share of all shares. */
  pick<T extends { readonly share: number }>(choices: readonly [T, ...(readonly T[])]): T
}

/** Begin with a seed: mulberry32, whose 2^32 states are plenty for dice. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  return {
    next,
    happens: (probability) => next() < probability,
    between: (from, to) => from + next() * (to - from),
    pick(choices) {
      const all = choices.reduce((sum, { share }) => sum + share, 0)
      let left = next() * all
      for (const choice of choices) {
        left -= choice.share
        if (left < 0) return choice
      }
      return choices[0]
    },
  }
}
