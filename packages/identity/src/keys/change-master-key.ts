import type { Stores } from '../stores.ts'
import { openSealingKey, sealSealingKey } from './sealed-sealing-key.ts'

/**
 * Seal the sealing keys under another master key, all of them in one unit. Servers that run go on with what they have
 * opened; the next start needs the new key.
 *
 * @returns how many
 * @throws IdentityRefusal `sealed_unreadable` if `from` is not the master key: then nothing has changed
 */
export async function changeMasterKey(change: {
  readonly stores: Stores
  readonly from: Uint8Array
  readonly to: Uint8Array
  readonly random: (length: number) => Uint8Array
}): Promise<number> {
  return change.stores.atomically(async ({ sealingKeys }) => {
    const listed = await sealingKeys.list()
    for (const key of listed) {
      const opened = openSealingKey(change.from, key.keyNumber, key.sealedKey)
      const sealedKey = sealSealingKey(change.to, key.keyNumber, opened, change.random)
      await sealingKeys.put({ ...key, sealedKey })
    }
    return listed.length
  })
}
