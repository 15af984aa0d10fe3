import { toNetworkPrefix } from '@latchkey/identity'

/** How many one network may tell in a minute. */
const mostPerMinute = 20

/** How many all of them together may: whoever has many networks fills no disk either. */
const mostOfAllPerMinute = 600

/** Limits what browsers tell, which is written down and proves nothing. @returns whether one more is too much */
export function reportLimit(
  now: () => Date,
  { perNetwork = mostPerMinute, ofAll = mostOfAllPerMinute } = {},
): (ipAddress: string) => boolean {
  let counted = new Map<string, number>()
  let taken = 0
  let minute = 0
  return (ipAddress) => {
    const current = Math.floor(now().getTime() / 60_000)
    if (current !== minute) {
      minute = current
      counted = new Map()
      taken = 0
    }
    const network = toNetworkPrefix(ipAddress)
    const count = (counted.get(network) ?? 0) + 1
    if (count > perNetwork || taken >= ofAll) return true
    counted.set(network, count)
    taken++
    return false
  }
}
