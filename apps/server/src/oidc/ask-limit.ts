import { IdentityRefusal, toNetworkPrefix } from '@latchkey/identity'
import { LRUCache } from 'lru-cache'

/**
 * How many requests one network (IPv4 /24, IPv6 /56) may begin in a minute. Each leaves a row for about an hour, and
 * nobody has to be anybody to begin one. An office behind one address that opens all its apps at nine stays far below.
 */
export const asksPerMinute = { authorize: 1200, deviceCode: 120, helpSearch: 600, helpReference: 60 } as const

/** More networks than that at once, and the quietest are forgotten. */
const mostNetworks = 10_000

/** The longest value of a parameter that is kept until the person has signed in, in characters. */
const longestParameter = 4096

/** Counts what networks begin. In memory, for this node: it bounds what is written, and guards no secret. */
export interface AskLimit {
  /** @throws IdentityRefusal `too_many_attempts` */
  count(kind: keyof typeof asksPerMinute, ipAddress: string): void
}

/** Make a limit that has counted nothing. */
export function askLimit(now: () => Date): AskLimit {
  const counters = new LRUCache<string, { readonly minute: number; count: number }>({ max: mostNetworks })
  return {
    count(kind, ipAddress) {
      const minute = Math.floor(now().getTime() / 60_000)
      const key = `${kind} ${toNetworkPrefix(ipAddress)}`
      const known = counters.get(key)
      const counter = known?.minute === minute ? known : { minute, count: 0 }
      counters.set(key, counter)
      if (counter.count >= asksPerMinute[kind]) {
        const retryAt = new Date((minute + 1) * 60_000)
        throw new IdentityRefusal('too_many_attempts', { detail: kind, retryAt })
      }
      counter.count++
    },
  }
}

/**
 * Refuse a request that is larger than any app makes it.
 *
 * @throws IdentityRefusal `invalid_input`, naming the parameter
 */
export function requireModestForm(form: URLSearchParams): void {
  for (const [name, value] of form) {
    if (value.length > longestParameter) throw new IdentityRefusal('invalid_input', { detail: name })
  }
}
