import { isReachable } from '../device-links/is-reachable.ts'
import type { CredentialRecord } from './credential-record.ts'

/**
 * Whether the device that a passkey was made on lets it be used: it is switched on, and can be asked at all. What the
 * rules say of the passkey is another question.
 */
export function isAtHand({ device }: Pick<CredentialRecord, 'device'>): boolean {
  return device === undefined || (device.live && isReachable({ device }))
}
