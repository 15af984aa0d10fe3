import { KeeperRefusal, type Vault } from '@latchkey/keeper'

/**
 * A vault that tells when too many wrong PINs have wiped it, wherever they were typed, and is locked then: what was sealed
 * beside it has to go as well, and whoever typed them has to see it.
 */
export function tellingVault(vault: Vault, onWiped: () => Promise<void>): Vault {
  return {
    ...vault,
    async unlock(secret) {
      try {
        await vault.unlock(secret)
      } catch (refusal) {
        if (refusal instanceof KeeperRefusal && refusal.code === 'wiped') {
          vault.lock()
          await onWiped()
        }
        throw refusal
      }
    },
  }
}
