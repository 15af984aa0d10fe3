import { type StepEvent, type StepNote, toStepEvent, type Visitor } from '@latchkey/identity'
import type { FastifyInstance } from 'fastify'
import type { ServerDeps } from '../server-deps.ts'
import { reportLimit } from './report-limit.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly steps: StepBuffer
  }
}

/** Steps that people came to and that prove nothing: buffered, limited, and lost when it is too much. */
export interface StepBuffer {
  note(visitor: Visitor, step: Omit<StepNote, 'visitor'>): void
  /** Write what is buffered. */
  flush(): Promise<void>
}

/** How many may wait to be written. */
const mostWaiting = 2000

/** An office behind one address opens its mail at nine. Whoever is signed in has a budget of the same size. */
const limits = { perNetwork: 300, ofAll: 6000 }

const flushMilliseconds = 1000

/** Give the server its buffer, which is written from time to time and when the server stops. */
export function decorateSteps(app: FastifyInstance, deps: ServerDeps): void {
  const steps = stepBuffer(deps)
  app.decorate('steps', steps)
  const flush = () =>
    steps.flush().catch((error: unknown) => deps.log.error({ err: error }, 'step events lost'))
  const timer = setInterval(flush, flushMilliseconds).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await flush()
  })
}

function stepBuffer(deps: ServerDeps): StepBuffer {
  let waiting: StepEvent[] = []
  const isTooMuch = reportLimit(deps.now, limits)
  return {
    note(visitor, step) {
      if (waiting.length >= mostWaiting || isTooMuch(visitor.ipAddress)) return
      waiting.push(toStepEvent(deps, { ...step, visitor }))
    },
    async flush() {
      const events = waiting
      waiting = []
      if (events.length > 0) await keep(deps, events)
    },
  }
}

/** Keep events in one unit of work. Whoever was removed in the meantime is nobody's figure. */
async function keep({ stores }: ServerDeps, events: readonly StepEvent[]): Promise<void> {
  await stores.atomically(async (tx) => {
    for (const event of events) {
      const { tenantId, userId } = event
      if (userId === undefined || (await tx.people.find(tenantId, userId)) !== undefined) {
        await tx.stepEvents.append(event)
      }
    }
  })
}
