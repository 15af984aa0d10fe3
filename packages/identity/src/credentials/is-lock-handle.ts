import { toUtf8 } from '@latchkey/encoding'

const lockPrefix = toUtf8('lock:')

/**
 * Whether a user handle is that of a passkey which unlocks an authenticator of ours on its device. It is random but for
 * how it begins; people's begin with their version, 1. Such a passkey is registered nowhere, and signs nobody in.
 */
export function isLockHandle(userHandle: Uint8Array | undefined): boolean {
  return userHandle !== undefined && lockPrefix.every((byte, i) => userHandle[i] === byte)
}
