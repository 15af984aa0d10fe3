import { KeeperRefusal } from '../refusal.ts'
import { type Kept, nothingKept } from './kept.ts'

/**
 * Read what a store gave back: `undefined` is nothing yet. Only the outside is looked at, for it was written by us; what
 * is sealed proves itself when it is opened.
 *
 * @throws KeeperRefusal `storage_unreadable` for anything else than a document of this version
 */
export function readKept(value: unknown): Kept {
  if (value === undefined || value === null) return nothingKept
  if (!isKept(value)) throw new KeeperRefusal('storage_unreadable')
  return value
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  if (!('version' in value) || value.version !== 1) return false
  if (!('accounts' in value) || !Array.isArray(value.accounts)) return false
  return 'credentials' in value && Array.isArray(value.credentials)
}
