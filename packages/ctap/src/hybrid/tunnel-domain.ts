import { concatBytes, toUtf8 } from '@latchkey/encoding'
import type { HybridCryptography } from './hybrid-cryptography.ts'
import { HybridRefusal } from './hybrid-refusal.ts'

/** Those that were given out. They belong to the makers of telephones, and are theirs to use. */
const assigned = ['cable.ua5v.com', 'cable.auth.com']
const firstDerived = 256
const topLevels = ['com', 'org', 'net', 'info']
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * Find the host name of the tunnel service with this number. From 256 on, numbers stand for names that are derived
 * from them, so that whoever owns such a name has a tunnel service that every browser finds.
 *
 * @param id 16 bits
 * @throws HybridRefusal `unknown_tunnel_domain`
 * @see https://fidoalliance.org/specs/fido-v2.3-ps-20260226/fido-client-to-authenticator-protocol-v2.3-ps-20260226.html#hybrid-tunnel-domains
 */
export async function toTunnelDomain(
  cryptography: Pick<HybridCryptography, 'sha256'>,
  id: number,
): Promise<string> {
  if (!Number.isInteger(id) || id < 0 || id > 0xffff) throw new HybridRefusal('unknown_tunnel_domain')
  if (id < firstDerived) {
    const domain = assigned[id]
    if (domain === undefined) throw new HybridRefusal('unknown_tunnel_domain')
    return domain
  }
  const name = concatBytes(toUtf8('caBLEv2 tunnel server domain'), Uint8Array.of(id & 0xff, id >> 8, 0))
  const hash = await cryptography.sha256(name)
  let value = hash.subarray(0, 8).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const topLevel = topLevels[Number(value & 3n)]
  let label = ''
  for (value >>= 2n; value !== 0n; value >>= 5n) label += alphabet[Number(value & 31n)]
  return `cable.${label}.${topLevel}`
}
