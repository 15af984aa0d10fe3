import { z } from 'zod'
import { toShownProblem } from '../../page/shown-problem.ts'
import { noteBrowserFailure } from '../../steps/note-registration-step.ts'
import { explainFailure } from '../explain-failure.ts'
import { findSignedIn, type Step } from '../step.ts'
import type { StepEvents } from '../step-events.ts'

const short = z.string().max(200)

export const reportShape = {
  failure: z.object({
    ceremony: z.enum(['get', 'create']),
    name: short,
    message: short,
    elapsedMilliseconds: z.number().min(0).max(86_400_000),
    timeoutMilliseconds: z.number().min(0).max(86_400_000),
    automatic: z.boolean(),
    focused: z.boolean(),
    framed: z.boolean(),
    secure: z.boolean(),
    transports: z.array(short).max(20),
    capabilities: z.record(short, z.boolean()),
  }),
}

const Report = z.object(reportShape)

/**
 * The browser did not give a passkey: say what most likely happened, in words, and note it under the same code and the
 * same correlation id, so that the help desk finds what the person saw.
 */
export function answerReport(events: StepEvents) {
  return async (step: Step, { failure }: z.infer<typeof Report>): Promise<object> => {
    const code = explainFailure(failure)
    const { name, message, elapsedMilliseconds } = failure
    step.request.server.recentProblems.note(step.request.id, code)
    events.note(step, {
      code,
      detail: `${failure.ceremony}: ${name} after ${Math.round(elapsedMilliseconds)} ms ${message}`.trim(),
    })
    // Whoever was not asked for anything has failed at nothing.
    if (failure.ceremony === 'create' && !failure.automatic) {
      const signedIn = await findSignedIn(step)
      if (signedIn !== undefined)
        noteBrowserFailure(step.request, signedIn.person, { code, elapsedMilliseconds })
    }
    return {
      type: `urn:latchkey:${code}`,
      correlationId: step.request.id,
      ...toShownProblem(step.said, code),
    }
  }
}
