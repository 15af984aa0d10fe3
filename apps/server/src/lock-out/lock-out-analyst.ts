import { Worker } from 'node:worker_threads'
import type { Impact, ImpactAsk, LockOutAsk, LockOutFindings, PlaceOf } from '@latchkey/identity'
import type { ImpactShelves, LockOutShelves } from '@latchkey/identity/administer'
import type { PersonInGroups, Rehearsal, RehearsalAsk } from '@latchkey/rollout'
import type { FastifyBaseLogger } from 'fastify'
import type { ThreadAnswer, ThreadAsk, ThreadQuestion, ThreadStart } from './lock-out-messages.ts'

/** How long a thread may take to answer: many times what ten thousand people and two hundred policies take. */
const patienceMilliseconds = 60_000

/** Works out whom a change shuts out, in a thread of its own. */
export interface LockOutAnalyst {
  analyse(ask: LockOutAsk): Promise<LockOutFindings>
  /** What a policy did to past sign-ins, in the same thread. Fails if the thread does: nobody has to know. */
  impactOf(ask: ImpactAsk): Promise<Impact>
  /** What a wave would do to its people, and who can be in one: as `impactOf`. */
  rehearse(ask: RehearsalAsk): Promise<Rehearsal>
  listPeople(tenantId: string): Promise<readonly PersonInGroups[]>
  /** Ends the thread, if there is one. Whoever waits for it is answered from here. */
  stop(): Promise<void>
}

/** What it needs: to begin the thread, and to do without it. */
export interface AnalystDeps extends ThreadStart {
  readonly stores: LockOutShelves & ImpactShelves
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
        const answer = await current().ask({ about: 'lockOut', ask }, deps.now())
        if ('findings' in answer) return answer.findings
        throw new Error('the thread answered something else')
      } catch (cause) {
        deps.log.error({ err: cause }, 'whom a change shuts out is worked out in the process itself')
        const { analyseChange } = await import('@latchkey/identity/administer')
        return await analyseChange(deps.stores, { now: deps.now, lockOut: deps }, ask)
      }
    },
    async impactOf(ask) {
      const answer = await current().ask({ about: 'impact', ask }, deps.now())
      if ('impact' in answer) return answer.impact
      throw new Error('the thread answered something else')
    },
    async rehearse(ask) {
      const answer = await current().ask({ about: 'wave', ask }, deps.now())
      if ('rehearsal' in answer) return answer.rehearsal
      throw new Error('the thread answered something else')
    },
    async listPeople(tenantId) {
      const answer = await current().ask({ about: 'wavePeople', tenantId }, deps.now())
      if ('people' in answer) return answer.people
      throw new Error('the thread answered something else')
    },
    async stop() {
      await thread?.end(new Error('the server stops'))
    },
  }
}

interface Thread {
  ask(question: ThreadQuestion, now: Date): Promise<Answered>
  /** Whoever waits hears why. */
  end(because: Error): Promise<void>
}

type Answered = Exclude<ThreadAnswer, { readonly failure: string }>

interface Waiting {
  readonly resolve: (answer: Answered) => void
  readonly reject: (cause: Error) => void
}

function startThread(deps: AnalystDeps, whenEnded: (thread: Thread) => void): Thread {
  const { database, countryDatabase } = deps
  const start: ThreadStart = { database, countryDatabase }
  const worker = new Worker(new URL('./lock-out-thread.ts', import.meta.url), { workerData: start })
  const waiting = new Map<number, Waiting>()
  let asked = 0

  const thread: Thread = {
    async ask(asking, now) {
      const number = ++asked
      const question: ThreadAsk = { ...asking, number, now }
      const late = setTimeout(() => {
        void thread.end(new Error('the thread took too long'))
      }, deps.patienceMilliseconds ?? patienceMilliseconds)
      try {
        return await new Promise<Answered>((resolve, reject) => {
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
    if ('failure' in answer) asker?.reject(new Error('the thread failed', { cause: answer.failure }))
    else asker?.resolve(answer)
  })
  worker.on('error', (cause) => void thread.end(new Error('the thread broke', { cause })))
  worker.on('exit', (code) => void thread.end(new Error(`the thread ended with ${code}`)))
  // A thread that nobody waits for keeps no process alive.
  worker.unref()
  return thread
}
