import { BlockList, isIP } from 'node:net'

/** A set of networks, as CIDR ranges or single addresses. */
export interface AddressRanges {
  /** Whether the address is in one of them. What is no address is in none. */
  has(address: string): boolean
  readonly isEmpty: boolean
}

/**
 * Read networks, as `10.0.0.0/8`, `fd00::/8` or single addresses.
 *
 * @throws RangeError naming the first that is none
 */
export function readAddressRanges(texts: readonly string[]): AddressRanges {
  const list = new BlockList()
  for (const text of texts) addRange(list, text)
  return {
    isEmpty: texts.length === 0,
    has(address) {
      const plain = toPlainAddress(address)
      const family = isIP(plain)
      return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6')
    },
  }
}

/** Write an IPv4 address that came through an IPv6 socket (`::ffff:192.0.2.1`) as what it is. */
export function toPlainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  return mapped?.[1] ?? address
}

function addRange(list: BlockList, text: string): void {
  const [address = '', prefix] = text.split('/')
  const family = isIP(address)
  const longest = family === 4 ? 32 : 128
  const length = prefix === undefined ? longest : Number(prefix)
  const usable = family !== 0 && /^\d+$/.test(prefix ?? '0') && length <= longest
  if (!usable) throw new RangeError('not a network or address')
  list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6')
}
