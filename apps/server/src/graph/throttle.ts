import { LRUCache } from 'lru-cache'
import { GraphRefusal } from './graph-refusal.ts'
import type { GraphCaller } from './graph-route.ts'

/** How many requests a caller may make at once, and how many a second after that. */
const burst = 600
const perSecond = 30

interface Bucket {
  left: number
  at: number
}

/** Counts what each caller asks. */
export interface Throttle {
  /** Count one. @throws GraphRefusal `tooManyRequests` */
  count(tenantId: string, caller: GraphCaller): void
}

/**
 * Limit how much each caller asks: an app, and within it each person. Kept in this process alone: it protects the machine
 * from a script in a loop and decides nothing else.
 */
export function newThrottle(now: () => Date): Throttle {
  const buckets = new LRUCache<string, Bucket>({ max: 10_000 })
  return {
    count(tenantId, caller) {
      const who = caller.kind === 'delegated' ? caller.person.userId : ''
      const key = `${tenantId} ${caller.clientId} ${who}`
      const at = now().getTime()
      const bucket = buckets.get(key) ?? { left: burst, at }
      const earned = (Math.max(0, at - bucket.at) / 1000) * perSecond
      bucket.left = Math.min(burst, bucket.left + earned)
      bucket.at = at
      buckets.set(key, bucket)
      if (bucket.left < 1) throw tooMany(Math.ceil((1 - bucket.left) / perSecond))
      bucket.left -= 1
    },
  }
}

function tooMany(seconds: number): GraphRefusal {
  return new GraphRefusal('tooManyRequests', 'Too many requests. Try again after what Retry-After says.', {
    headers: { 'retry-after': String(Math.max(1, seconds)) },
  })
}
