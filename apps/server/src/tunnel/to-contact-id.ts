import { hash } from 'node:crypto'

/** The contact of who knows this secret: 16 bytes of its hash. Both are base64url. */
export function toContactId(secret: string): string {
  return hash('sha256', Buffer.from(secret, 'base64url'), 'buffer').subarray(0, 16).toString('base64url')
}
