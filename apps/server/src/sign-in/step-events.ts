import { recordSignIn, type Visitor } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { reportLimit } from '../steps/report-limit.ts'
import type { Step } from './step.ts'

/** Things that happened on the way, told by browsers. Not evidence: buffered, limited, and lost when it is too much. */
export interface StepEvents {
  note(step: Step, event: { readonly code: string; readonly detail: string }): void
  /** Write what is buffered. */
  flush(): Promise<void>
}

/** How many may wait to be written. */
const mostWaiting = 500

interface Event {
  readonly tenantId: string
  readonly userName: string | undefined
  readonly clientId: string | undefined
  readonly code: string
  readonly detail: string
  readonly visitor: Visitor
}

/** Make the buffer. Whoever makes it flushes it from time to time. */
export function stepEvents(deps: ServerDeps): StepEvents {
  let waiting: Event[] = []
  const isTooMuch = reportLimit(deps.now)

  return {
    note({ flow, request }, { code, detail }) {
      const { visitor } = request
      if (flow.tenantId === undefined || waiting.length >= mostWaiting || isTooMuch(visitor.ipAddress)) return
      const { tenantId, userName } = flow
      waiting.push({ tenantId, userName, clientId: flow.app?.clientId, code, detail, visitor })
      deps.metrics.countSignIn({ outcome: 'interrupted', method: 'passkey', code })
    },
    async flush() {
      const events = waiting
      waiting = []
      for (const { userName, clientId, ...event } of events) {
        await recordSignIn(deps, {
          ...event,
          outcome: 'interrupted',
          method: 'passkey',
          ...(userName !== undefined && { userName }),
          ...(clientId !== undefined && { clientId }),
        })
      }
    },
  }
}
