import { type Kept, nothingKept } from './kept.ts'

/**
 * Where an authenticator keeps what it remembers. Each surface has one: IndexedDB, a file.
 */
export interface KeeperStore {
  /** @throws KeeperRefusal `storage_unreadable` */
  read(): Promise<Kept>
  /**
   * Change what is kept, in one atomic step among all tabs and processes that share the store. It is durable when the
   * promise is fulfilled; if it is rejected, nothing has changed.
   *
   * @param change from what is kept to what will be, and an answer; pure and synchronous. May be called again after a
   *   race. What it throws is thrown on, and nothing is kept.
   * @throws KeeperRefusal `storage_unreadable`
   */
  change<T>(change: (kept: Kept) => readonly [kept: Kept, answer: T]): Promise<T>
}

/** A store that forgets everything when the process ends: for tests and for trying things out. */
export function memoryStore(initial: Kept = nothingKept): KeeperStore {
  let kept = structuredClone(initial)
  return {
    async read() {
      return kept
    },
    async change(change) {
      const [next, answer] = change(kept)
      kept = next
      return answer
    },
  }
}
