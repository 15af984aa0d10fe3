import {
  type AccountDeps,
  indexedDbStore,
  type KeeperCryptography,
  keeperShelf,
  newVault,
  type ShelfDeps,
  type Vault,
  webDeviceKeys,
  webKeeperCryptography,
} from '@latchkey/keeper'
import { webExtension } from './web-extension.ts'

/** What every part of the extension works with. */
export interface Keeper extends AccountDeps {
  readonly vault: Vault
  readonly cryptography: KeeperCryptography
  readonly shelf: ReturnType<typeof keeperShelf>
}

/**
 * Open what this profile keeps. Each window, the popup and the background open their own: they share the store, and no
 * secret that was unlocked. A vault is open in one window at most, and closes with it.
 */
export function openKeeper(): Keeper {
  const { subtle } = crypto
  const store = indexedDbStore(indexedDB)
  const now = () => new Date()
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const cryptography = webKeeperCryptography(subtle)
  const vault = newVault({ store, subtle, random, now })
  const shelved: ShelfDeps = { store, vault, cryptography }
  return {
    ...shelved,
    shelf: keeperShelf(shelved),
    subtle,
    now,
    random,
    fetch: fetch.bind(globalThis),
    deviceKeys: webDeviceKeys(subtle),
    surface: 'extension',
    appVersion: webExtension.runtime.getManifest().version,
  }
}
