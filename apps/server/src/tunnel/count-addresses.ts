import { isIPv6 } from 'node:net'

/** How many sockets are open from where. */
export interface AddressCount {
  /** Count one more, if there may be. */
  take(address: string, most: number): boolean
  release(address: string): void
}

/** Count by address; those of IPv6 by network, because a single machine has a whole one. */
export function countAddresses(): AddressCount {
  const counts = new Map<string, number>()
  return {
    take(address, most) {
      const place = toPlace(address)
      const count = counts.get(place) ?? 0
      if (count >= most) return false
      counts.set(place, count + 1)
      return true
    },
    release(address) {
      const place = toPlace(address)
      const left = (counts.get(place) ?? 0) - 1
      if (left > 0) counts.set(place, left)
      else counts.delete(place)
    },
  }
}

/** Where an address belongs: itself, or the first 64 bits of one of IPv6, spelt in one way. */
export function toPlace(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const groups = head.split(':').filter((group) => group !== '')
  const after = tail?.split(':').filter((group) => group !== '') ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0')
  const whole = tail === undefined ? groups : [...groups, ...zeros, ...after]
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
