import type { Deps } from '../deps.ts'
import { memoryOf } from '../memory.ts'
import { readKeyNumber } from './open-keyring.ts'

/**
 * Open something sealed, also when another node sealed it with a key that we have not read yet.
 *
 * @throws IdentityRefusal `sealed_unreadable`
 */
export async function openSealed(
  deps: Pick<Deps, 'stores' | 'keyring' | 'now'>,
  purpose: string,
  sealed: Uint8Array,
  bound: Uint8Array,
): Promise<Uint8Array> {
  await meetKey(deps, readKeyNumber(sealed))
  return deps.keyring.open(purpose, sealed, bound)
}

/**
 * Read the keys again if we do not have this one. At most once a second: a number can be made up by anybody, and a flood
 * of made-up numbers must not become a flood of reads.
 */
export async function meetKey(
  deps: Pick<Deps, 'stores' | 'keyring' | 'now'>,
  keyNumber: number,
): Promise<void> {
  if (deps.keyring.has(keyNumber)) return
  const memory = memoryOf(deps.stores)
  const at = deps.now().getTime()
  if (memory.keysReadAt !== undefined && Math.abs(at - memory.keysReadAt) < 1000) return
  memory.keysReadAt = at
  await deps.keyring.refresh()
}
