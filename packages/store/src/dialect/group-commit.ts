// Not the global: a test that fakes the clock must not stop the writer.
import { setImmediate } from 'node:timers'
import type { SqliteConnection } from './sqlite-connection.ts'
import { beginTurn, type Turn } from './turn.ts'
import { UnitStalled } from './unit-faults.ts'

/** So many units share one commit at most: what bounds how long the others wait for their turn. */
const groupLimit = 128

// Executed as statements, not as scripts: they are prepared once.
const savepoint = { sql: 'savepoint unit', parameters: [] }
const release = { sql: 'release unit', parameters: [] }
const rollbackTo = { sql: 'rollback to unit', parameters: [] }

/** The one writer of a SQLite file. */
export interface GroupCommit {
  /** Run a unit of work: kept durably, all of it or nothing, before this resolves. */
  run<T>(work: (turn: Turn) => Promise<T>): Promise<T>
  /** Finish what is queued; then refuse. */
  close(): Promise<void>
}

/** A unit that waits for its turn, with its answer's two ends. */
interface Waiting {
  /** Do the work; what it returns gives the answer, once the commit has succeeded. */
  readonly attempt: () => Promise<() => void>
  readonly reject: (reason: unknown) => void
}

/**
 * Let many units of work share one commit.
 *
 * A commit waits for the disk, and everybody waits with it, because `node:sqlite` is synchronous. So units are gathered
 * until the event loop has handed over everything that arrived with them, and then run strictly one after another, each
 * within a savepoint of its own, and are committed at once. Nobody is answered before that, not even with a refusal: it
 * may rest on what a neighbour wrote. If the commit fails, all of them fail.
 *
 * Everything a unit may await is done without leaving the microtask queue. When that queue has run dry and a unit is not
 * finished, it awaits something else, while everybody waits for it: it fails by name, alone.
 */
export function groupCommit(connection: SqliteConnection): GroupCommit {
  const waiting: Waiting[] = []
  /** Fails the unit whose turn it is. */
  let failCurrent: ((reason: UnitStalled) => void) | undefined
  let scheduled = false
  let closing: (() => void) | undefined
  let closed = false

  const schedule = () => {
    if (scheduled) return
    scheduled = true
    setImmediate(() => queueMicrotask(runGroup))
  }

  /** A tick comes after the last microtask: whoever has the turn by then awaits something that is not ours. */
  const watch = () => {
    process.nextTick(() => {
      if (failCurrent === undefined) return
      failCurrent(new UnitStalled())
      queueMicrotask(watch)
    })
  }

  const runGroup = async () => {
    const group: Waiting[] = []
    const answers: (() => void)[] = []
    try {
      connection.exec('begin immediate')
      watch()
      while (waiting.length > 0 && group.length < groupLimit) {
        const next = waiting.shift()
        if (next === undefined) break
        group.push(next)
        answers.push(await next.attempt())
      }
      connection.exec('commit')
      for (const answer of answers) answer()
    } catch (reason) {
      // If nothing could be begun, those who wait would meet the same.
      if (group.length === 0) group.push(...waiting.splice(0))
      for (const { reject } of group) reject(reason)
      if (connection.inTransaction) connection.exec('rollback')
    } finally {
      scheduled = false
      if (waiting.length > 0) schedule()
      else closing?.()
    }
  }

  /** One unit's turn. Throws only what ends the whole group. */
  const attempt = async <T>(
    work: (turn: Turn) => Promise<T>,
    resolve: (value: T) => void,
    reject: (reason: unknown) => void,
  ): Promise<() => void> => {
    const turn = beginTurn(async (query) => connection.execute(query))
    connection.execute(savepoint)
    try {
      const value = await new Promise<T>((done, fail) => {
        failCurrent = fail
        work(turn).then(done, fail)
      })
      await turn.finish()
      connection.execute(release)
      return () => resolve(value)
    } catch (reason) {
      // A full disk makes SQLite roll back by itself: then there is no savepoint and no group any more.
      if (!connection.inTransaction) throw reason
      connection.execute(rollbackTo)
      connection.execute(release)
      return () => reject(reason)
    } finally {
      turn.end()
      failCurrent = undefined
    }
  }

  return {
    run<T>(work: (turn: Turn) => Promise<T>) {
      return new Promise<T>((resolve, reject) => {
        if (closed) return reject(new Error('The database is closed'))
        waiting.push({ attempt: () => attempt(work, resolve, reject), reject })
        schedule()
      })
    },
    close() {
      closed = true
      return new Promise((resolve) => {
        closing = resolve
        if (!scheduled) resolve()
      })
    },
  }
}
