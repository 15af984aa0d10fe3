import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network that an address belongs to: the first 24 bits of an IPv4 address, the first 56 of an IPv6 address, which
 * is what one household or office is given. An IPv4 address written as IPv6 is an IPv4 address.
 */
export function toNetworkPrefix(ipAddress: string): string {
  const address = ipAddress.replace(/%.*$/, '').toLowerCase()
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (!isIPv6(address)) return 'unknown'

  const groups = toGroups(address)
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (mapped) {
    const [high = 0, low = 0] = groups.slice(6)
    return `${high >> 8}.${high & 0xff}.${low >> 8}.0/24`
  }
  const [a = 0, b = 0, c = 0, d = 0] = groups
  return `${[a, b, c, d & 0xff00].map((group) => group.toString(16)).join(':')}::/56`
}

/** The eight groups of an IPv6 address. */
function toGroups(address: string): readonly number[] {
  const [front = '', back] = withoutDots(address).split('::')
  const first = readGroups(front)
  if (back === undefined) return first
  const last = readGroups(back)
  return [...first, ...new Array<number>(8 - first.length - last.length).fill(0), ...last]
}

function readGroups(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}

/** The last 32 bits may be written as IPv4. */
function withoutDots(address: string): string {
  return address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number)
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  })
}
