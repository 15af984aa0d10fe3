import { Worker } from 'node:worker_threads'
import {
  analyseChange,
  type LockOutAsk,
  type LockOutFindings,
  type LockOutShelves,
  type PlaceOf,
} from '@latchkey/identity'
import type { FastifyBaseLogger } from 'fastify'
import type { ThreadAnswer, ThreadAsk, ThreadStart } from './lock-out-messages.ts'

/** How long a thread may take to answer: many times what ten thousand people and two hundred policies take. */
const patienceMilliseconds = 60_000

/** Works out whom a change shuts out, in a thread of its own. */
export interface LockOutAnalyst {
  analyse(ask: LockOutAsk): Promise<LockOutFindings>
  /** Ends the thread, if there is one. Whoever waits for it is answered from here. */
  stop(): Promise<void>
}

/** What it needs: to begin the thread, and to do without it. */
export interface AnalystDeps extends ThreadStart {
  readonly stores: LockOutShelves
  readonly placeOf: PlaceOf
  readonly now: () => Date
  readonly log: Pick<FastifyBaseLogger, 'error'>
  /** A minute, if absent. */
  readonly patienceMilliseconds?: number
}

/**
 * Make an analyst. Its thread begins with the first question and reads the database by itself, so that nobody who signs
 * in waits. If it fails, or takes too long, that is logged and the question is answered here: a change of rules is rare,
 * and worth the wait. The next question begins another thread.
 */
export function lockOutAnalyst(deps: AnalystDeps): LockOutAnalyst {
  let thread: Thread | undefined
  const current = () => {
    thread ??= startThread(deps, (ended) => {
      if (thread === ended) thread = undefined
    })
    return thread
  }
  return {
    async analyse(ask) {
      try {
        return await current().ask(ask, deps.now())
      } catch (cause) {
        deps.log.error({ err: cause }, 'whom a change shuts out is worked out in the process itself')
        return await analyseChange(deps.stores, { now: deps.now, lockOut: deps }, ask)
      }
    },
    async stop() {
      await thread?.end(new Error('the server stops'))
    },
  }
}

interface Thread {
  ask(ask: LockOutAsk, now: Date): Promise<LockOutFindings>
  /** Whoever waits hears why. */
  end(because: Error): Promise<void>
}

interface Waiting {
  readonly resolve: (findings: LockOutFindings) => void
  readonly reject: (cause: Error) => void
}

function startThread(deps: AnalystDeps, whenEnded: (thread: Thread) => void): Thread {
  const { database, countryDatabase } = deps
  const start: ThreadStart = { database, countryDatabase }
  const worker = new Worker(new URL('./lock-out-thread.ts', import.meta.url), { workerData: start })
  const waiting = new Map<number, Waiting>()
  let asked = 0

  const thread: Thread = {
    async ask(ask, now) {
      const number = ++asked
      const question: ThreadAsk = { number, ask, now }
      const late = setTimeout(() => {
        void thread.end(new Error('the thread took too long'))
      }, deps.patienceMilliseconds ?? patienceMilliseconds)
      try {
        return await new Promise<LockOutFindings>((resolve, reject) => {
          waiting.set(number, { resolve, reject })
          worker.postMessage(question)
        })
      } finally {
        clearTimeout(late)
        waiting.delete(number)
      }
    },
    async end(because) {
      whenEnded(thread)
      for (const { reject } of waiting.values()) reject(because)
      await worker.terminate()
    },
  }
  worker.on('message', (answer: ThreadAnswer) => {
    const asker = waiting.get(answer.number)
    if ('findings' in answer) asker?.resolve(answer.findings)
    else asker?.reject(new Error('the thread failed', { cause: answer.failure }))
  })
  worker.on('error', (cause) => void thread.end(new Error('the thread broke', { cause })))
  worker.on('exit', (code) => void thread.end(new Error(`the thread ended with ${code}`)))
  // A thread that nobody waits for keeps no process alive.
  worker.unref()
  return thread
}
