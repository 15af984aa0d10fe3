import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { type AddressRanges, toPlainAddress } from '../http/address-ranges.ts'

/**
 * Where an upgrade came from. Upgrades pass the framework by, so this walks `X-Forwarded-For` from our end as it does,
 * through trusted proxies only.
 */
export function upgradeAddress(request: IncomingMessage, trusted: AddressRanges): string {
  const peer = toPlainAddress(request.socket.remoteAddress ?? '')
  const header = request.headers['x-forwarded-for']
  const said = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((part) => part.trim())
  let address = peer
  for (const before of said.reverse()) {
    if (!trusted.has(address) || isIP(before) === 0) break
    address = toPlainAddress(before)
  }
  return address
}
