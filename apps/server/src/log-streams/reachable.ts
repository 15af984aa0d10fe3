import { lookup as lookUp } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { type AddressRanges, readAddressRanges, toPlainAddress } from '../http/address-ranges.ts'

/**
 * Addresses that are not on the internet, or lead back into a network from it: this machine, its neighbours, private
 * networks, what is made up for documents and tests, groups, and IPv6 addresses that wrap an IPv4 one.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const notPublic4 = readAddressRanges([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
])

/** Apart from the others: a list takes an IPv4 address for the IPv6 address that wraps it. */
const notPublic6 = readAddressRanges([
  '::/96',
  '::ffff:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
])

/** Where something may be sent that administrators of an organisation chose. */
export interface Reachable {
  /** Networks that are not public, and that the operator names all the same. */
  readonly allowed: AddressRanges
  /** Without encryption nothing goes further than where the operator said. */
  readonly encrypted: boolean
}

/** Whether an address may be connected to. */
export function mayReach(address: string, { allowed, encrypted }: Reachable): boolean {
  const [withoutZone = ''] = address.split('%')
  const plain = toPlainAddress(withoutZone)
  const family = isIP(plain)
  if (family === 0) return false
  if (allowed.has(plain)) return true
  return encrypted && !(family === 4 ? notPublic4 : notPublic6).has(plain)
}

/** A destination that may not be connected to. */
class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** See that a host which is an address itself may be reached: nobody looks that up. @throws Unreachable */
export function requireReachable(host: string, reachable: Reachable): void {
  if (isIP(host) !== 0 && !mayReach(host, reachable)) throw unreachable(host, reachable)
}

/**
 * Look a name up, and give only addresses that may be reached. Handed to each connection, which then goes to exactly what
 * was checked: a name that means something else a moment later gains nothing.
 */
export function reachableLookup(reachable: Reachable): LookupFunction {
  return (host, options, done) => {
    lookUp(host, { ...options, all: true }, (cause, found) => {
      if (cause !== null) return done(cause, '', 0)
      const good = found.filter(({ address }) => mayReach(address, reachable))
      const [first] = good
      if (first === undefined) return done(unreachable(host, reachable), '', 0)
      if (options.all === true) done(null, good)
      else done(null, first.address, first.family)
    })
  }
}

function unreachable(host: string, { encrypted }: Reachable): Unreachable {
  return new Unreachable(
    encrypted
      ? `${host} is in a private network: the operator can allow it with LATCHKEY_PRIVATE_DESTINATIONS`
      : `without encryption only networks are reached that the operator allows with LATCHKEY_PRIVATE_DESTINATIONS; ${host} is in none`,
  )
}
