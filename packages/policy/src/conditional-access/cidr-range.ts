/** A block of addresses: those that agree with `bytes` in the first `bits` bits. */
export interface CidrRange {
  readonly bytes: readonly number[]
  readonly bits: number
}

/**
 * Read an address: four bytes, or sixteen. An IPv4 address inside an IPv6 one (`::ffff:192.0.2.1`) is the IPv4 address:
 * it depends on the listening socket alone in which of the two forms it comes. A zone (`%eth0`) is no part of it.
 *
 * @returns `undefined` for what is no address
 */
export function readIpAddress(text: string): readonly number[] | undefined {
  const [plain = ''] = text.split('%')
  const bytes = plain.includes(':') ? readIpv6(plain) : readIpv4(plain)
  return bytes !== undefined && isMapped(bytes) ? bytes.slice(12) : bytes
}

function isMapped(bytes: readonly number[]): boolean {
  return bytes.length === 16 && bytes.slice(0, 12).every((byte, at) => byte === (at < 10 ? 0 : 255))
}

/**
 * Read a block of addresses as `192.0.2.0/24` or `2001:db8::/32`.
 *
 * @returns `undefined` for what is none; for a block whose address has bits behind the prefix (`10.0.0.1/8` may be meant
 *   as one address or as sixteen million); and for IPv4 addresses written as IPv6, which no visitor's address looks like
 */
export function readCidrRange(text: string, family: 'IPv4' | 'IPv6'): CidrRange | undefined {
  const [address = '', length = '', ...more] = text.split('/')
  if (more.length > 0 || !/^(0|[1-9]\d{0,2})$/.test(length)) return undefined
  const bytes = family === 'IPv4' ? readIpv4(address) : readIpv6(address)
  const bits = Number(length)
  if (bytes === undefined || bits > bytes.length * 8 || isMapped(bytes)) return undefined
  const behind = bytes.some((byte, at) => (byte & ~maskAt(bits, at) & 0xff) !== 0)
  return behind ? undefined : { bytes, bits }
}

/** Whether an address is in a block. */
export function isInRange(address: readonly number[], { bytes, bits }: CidrRange): boolean {
  if (address.length !== bytes.length) return false
  for (let at = 0; at * 8 < bits; at++) {
    if ((((address[at] ?? 0) ^ (bytes[at] ?? 0)) & maskAt(bits, at)) !== 0) return false
  }
  return true
}

function maskAt(bits: number, at: number): number {
  const inByte = Math.min(8, Math.max(0, bits - at * 8))
  return (0xff << (8 - inByte)) & 0xff
}

function readIpv4(text: string): readonly number[] | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  // No leading zeros: some read them as octal.
  const bytes = parts.map((part) => (/^(0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256))
  return bytes.every((byte) => byte < 256) ? bytes : undefined
}

/** @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2 */
function readIpv6(text: string): readonly number[] | undefined {
  if (text.includes('.') && text.lastIndexOf(':') > text.indexOf('.')) return undefined
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':').flatMap(readGroup)))
  if (head === undefined || [...head, ...(tail ?? [])].includes(-1)) return undefined
  if (tail === undefined) return head.length === 16 ? head : undefined
  const missing = 16 - head.length - tail.length
  return missing >= 2 ? [...head, ...new Array<number>(missing).fill(0), ...tail] : undefined
}

function readGroup(group: string): readonly number[] {
  if (group.includes('.')) return readIpv4(group) ?? [-1]
  if (!/^[0-9a-f]{1,4}$/i.test(group)) return [-1]
  const value = Number.parseInt(group, 16)
  return [value >> 8, value & 0xff]
}
