import type { VerifyingKey } from '@latchkey/webauthn'
import { LRUCache } from 'lru-cache'
import { newWorkQueue, type WorkQueue } from './passwords/work-queue.ts'
import type { RulesSnapshot } from './rules/get-rules.ts'
import type { Stores } from './stores.ts'
import { type Budget, newBudget } from './throttling/budget.ts'
import type { ModelUsers } from './trust/count-model-users.ts'

/**
 * What a process remembers between requests, beside the stores it belongs to. All of it may be lost: nothing is decided
 * by it.
 */
export interface Memory {
  /** Public keys, imported, by their bytes. */
  readonly verifyingKeys: LRUCache<string, VerifyingKey>
  /** How many failures may still be written down. */
  readonly failures: Budget
  /** The line in which password hashes wait. */
  readonly hashing: WorkQueue
  /** Compiled rules, by tenant; each says of which version they are. */
  readonly rules: LRUCache<string, RulesSnapshot>
  /** How many people have which model, by tenant, and when that was counted. */
  readonly modelUsers: LRUCache<string, ModelUsers>
  /** When the keyring was last read because of an unknown key number. */
  keysReadAt?: number
}

const memories = new WeakMap<Stores, Memory>()

/** The memory that belongs to these stores. */
export function memoryOf(stores: Stores): Memory {
  const known = memories.get(stores)
  if (known !== undefined) return known
  const memory: Memory = {
    verifyingKeys: new LRUCache({ max: 10_000 }),
    rules: new LRUCache({ max: 1000 }),
    modelUsers: new LRUCache({ max: 100 }),
    failures: newBudget(),
    hashing: newWorkQueue(),
  }
  memories.set(stores, memory)
  return memory
}
