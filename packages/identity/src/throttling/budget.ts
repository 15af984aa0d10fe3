import { LRUCache } from 'lru-cache'

/** How often something may be done in a minute, by key. What is over is counted and not done. */
export interface Budget {
  /**
   * Ask for one.
   *
   * @returns undefined if there is none left in this minute; else how many were refused since the last one
   */
  take(key: string, perMinute: number, at: Date): number | undefined
}

interface Minute {
  readonly number: number
  taken: number
  refused: number
}

/** Make a budget that remembers a bounded number of keys. */
export function newBudget(): Budget {
  const minutes = new LRUCache<string, Minute>({ max: 10_000 })
  return {
    take(key, perMinute, at) {
      const number = Math.floor(at.getTime() / 60_000)
      const before = minutes.get(key)
      const minute = before?.number === number ? before : { number, taken: 0, refused: before?.refused ?? 0 }
      minutes.set(key, minute)
      if (minute.taken >= perMinute) {
        minute.refused++
        return undefined
      }
      minute.taken++
      const { refused } = minute
      minute.refused = 0
      return refused
    },
  }
}
