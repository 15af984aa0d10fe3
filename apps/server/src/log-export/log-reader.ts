import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { HomeCount, ModelCount } from '@latchkey/identity'
import type { LeftAsk, NumbersAsk, PersonLeft, RolloutNumbers } from '@latchkey/rollout'
import type { FastifyBaseLogger } from 'fastify'
import type {
  ExportAnswer,
  ExportStart,
  LogAsk,
  LogExportAsk,
  LogPage,
  ThreadAnswer,
  ThreadQuestion,
  ThreadStart,
} from './log-ask.ts'

/** Reads much of the logs at once, where nobody who signs in waits for it. */
export interface LogReader {
  /** @param before the id that the page before ended with */
  readPage(ask: LogAsk, before?: string): Promise<LogPage>
  /** Everything, as bytes that are made as fast as they are taken. Whoever takes no more destroys it. */
  openExport(ask: LogExportAsk): Readable
  /** How many exports are under way. */
  readonly exporting: number
  countHome(tenantId: string): Promise<HomeCount>
  /** How many people have passkeys of each model. */
  countModels(tenantId: string): Promise<readonly ModelCount[]>
  /** How far a rollout has come. */
  countRollout(ask: NumbersAsk): Promise<RolloutNumbers>
  /** Who may have a passkey and has none. */
  listLeft(ask: LeftAsk): Promise<readonly PersonLeft[]>
  stop(): Promise<void>
}

/** What a reader in threads of its own takes. */
export interface LogReaderDeps extends ThreadStart {
  readonly now: () => Date
  readonly log: Pick<FastifyBaseLogger, 'error'>
}

/**
 * A reader in threads of their own, each with its own connection that can only read: one that answers pages and counts,
 * begun on first need and again if it fails, and one for each export, which ends with it.
 */
export function logReader(deps: LogReaderDeps): LogReader {
  let thread: ReturnType<typeof startThread> | undefined
  const exports = new Set<Readable>()
  const ask = async (question: Asked): Promise<ThreadAnswer> => {
    thread ??= startThread(deps, (ended) => {
      if (thread === ended) thread = undefined
    })
    return await thread.ask(question)
  }
  return {
    async readPage(wanted, before) {
      const answer = await ask({ kind: 'page', ask: wanted, ...(before !== undefined && { before }) })
      if ('page' in answer) return answer.page
      throw new Error('the thread answered something else')
    },
    openExport(wanted) {
      const bytes = streamFromThread(deps, wanted)
      exports.add(bytes)
      bytes.once('close', () => void exports.delete(bytes))
      return bytes
    },
    get exporting() {
      return exports.size
    },
    async countHome(tenantId) {
      const answer = await ask({ kind: 'home', tenantId })
      if ('home' in answer) return answer.home
      throw new Error('the thread answered something else')
    },
    async countModels(tenantId) {
      const answer = await ask({ kind: 'models', tenantId })
      if ('models' in answer) return answer.models
      throw new Error('the thread answered something else')
    },
    async countRollout(wanted) {
      const answer = await ask({ kind: 'rollout', ask: wanted })
      if ('rollout' in answer) return answer.rollout
      throw new Error('the thread answered something else')
    },
    async listLeft(wanted) {
      const answer = await ask({ kind: 'left', ask: wanted })
      if ('left' in answer) return answer.left
      throw new Error('the thread answered something else')
    },
    async stop() {
      for (const bytes of exports) bytes.destroy()
      await thread?.end(new Error('the server stops'))
    },
  }
}

type Asked = ThreadQuestion extends infer Q ? (Q extends unknown ? Omit<Q, 'number' | 'now'> : never) : never

interface Waiting {
  readonly resolve: (answer: ThreadAnswer) => void
  readonly reject: (cause: Error) => void
}

/** A thread that nobody asks anything for so long ends: it takes memory. */
const idleMilliseconds = 60_000

/** How long one question may take: counting a hundred thousand people and a month of their sign-ins takes seconds. */
const patienceMilliseconds = 5 * 60_000

interface Thread {
  ask(asked: Asked): Promise<ThreadAnswer>
  /** Whoever waits hears why. */
  end(because: Error): Promise<void>
}

function startThread(deps: LogReaderDeps, whenEnded: (thread: Thread) => void): Thread {
  const { database, countryDatabase } = deps
  const start: ThreadStart = { database, countryDatabase }
  const worker = new Worker(new URL('./log-thread.ts', import.meta.url), { workerData: start })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  const idle = setTimeout(() => void thread.end(new Error('nobody asked anything')), idleMilliseconds)
  idle.unref()
  const thread: Thread = {
    async ask(question) {
      const number = ++asked
      idle.refresh()
      const late = setTimeout(
        () => void thread.end(new Error('the thread took too long')),
        patienceMilliseconds,
      )
      try {
        const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
          waiting.set(number, { resolve, reject })
          worker.postMessage({ ...question, number, now: deps.now() } satisfies ThreadQuestion)
        })
        if ('failure' in answer) throw new Error('the thread failed', { cause: answer.failure })
        return answer
      } finally {
        clearTimeout(late)
        waiting.delete(number)
        if (waiting.size === 0) idle.refresh()
      }
    },
    async end(because) {
      whenEnded(thread)
      clearTimeout(idle)
      for (const { reject } of waiting.values()) reject(because)
      await worker.terminate()
    },
  }
  worker.on('message', (answer: ThreadAnswer) => waiting.get(answer.number)?.resolve(answer))
  worker.on('error', (cause) => {
    deps.log.error({ err: cause }, 'the thread that reads the logs broke')
    void thread.end(new Error('the thread broke', { cause }))
  })
  worker.on('exit', (code) => void thread.end(new Error(`the thread ended with ${code}`)))
  // A thread that nobody waits for keeps no process alive.
  worker.unref()
  return thread
}

/** Bytes from a thread that makes the next piece when this one has gone: a slow reader slows it down, and nothing piles up. */
function streamFromThread(deps: LogReaderDeps, ask: LogExportAsk): Readable {
  const { database, countryDatabase } = deps
  const start: ExportStart = { database, countryDatabase, ask, now: deps.now() }
  const worker = new Worker(new URL('./export-thread.ts', import.meta.url), { workerData: start })
  const bytes = new Readable({
    read: () => worker.postMessage('next'),
    destroy(cause, done) {
      void worker.terminate().then(() => done(cause))
    },
  })
  worker.on('message', (answer: ExportAnswer) => {
    if ('failure' in answer) bytes.destroy(new Error('the export failed', { cause: answer.failure }))
    else bytes.push(answer.piece ?? null)
  })
  worker.on('error', (cause) => bytes.destroy(cause))
  worker.on('exit', () => {
    if (!bytes.readableEnded && !bytes.destroyed) bytes.destroy(new Error('the export ended early'))
  })
  worker.unref()
  return bytes
}
