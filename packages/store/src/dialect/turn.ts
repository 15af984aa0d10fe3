import type { CompiledQuery, QueryResult } from 'kysely'
import type { Ground } from '../database.ts'
import { UnitOver } from './unit-faults.ts'

/** What one unit of work executes through. */
export interface Turn {
  execute<O>(query: CompiledQuery<O>): Promise<QueryResult<O>>
  /**
   * The unit has done all it wants to: wait for what it began and did not await.
   *
   * @throws the first fault of any of its statements, even one the unit caught: what came after rests on nothing
   */
  finish(): Promise<void>
  /** Nothing can be executed through it from now on. */
  end(): void
}

/**
 * Begin a unit's turn.
 *
 * A fault dooms the unit on both databases alike. PostgreSQL would answer its commit with a silent rollback, and SQLite
 * would keep the rest: neither is "all of it or nothing".
 */
export function beginTurn(execute: Ground['execute']): Turn {
  const begun = new Set<Promise<unknown>>()
  let over = false
  let fault: { readonly reason: unknown } | undefined

  return {
    async execute(query) {
      if (over) throw new UnitOver()
      const result = execute(query)
      begun.add(result)
      try {
        return await result
      } catch (reason) {
        fault ??= { reason }
        throw reason
      } finally {
        begun.delete(result)
      }
    },
    async finish() {
      if (begun.size > 0) await Promise.allSettled(begun)
      if (fault !== undefined) throw fault.reason
    },
    end() {
      over = true
    },
  }
}
