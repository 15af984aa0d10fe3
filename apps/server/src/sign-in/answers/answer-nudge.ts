import { IdentityRefusal } from '@latchkey/identity'
import { failNudge, snoozeNudge } from '@latchkey/rollout/nudge'
import { z } from 'zod'
import { findNudgeHere } from '../find-nudge-here.ts'
import { findNextUrl } from '../next-step.ts'
import { findSignedIn, type Step } from '../step.ts'

/** `failed`: it was tried, and came to nothing. */
export const nudgeShape = { answer: z.enum(['skip', 'failed']) }

/**
 * *Skip for now* to the campaign, counted once in a visit; or *Skip* after it did not work, which is not. Where it cannot be
 * put off any more there is nothing to skip before it was tried.
 */
export async function answerNudge(
  step: Step,
  { answer }: { readonly answer: 'skip' | 'failed' },
): Promise<object> {
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined) throw new IdentityRefusal('session_ended')
  const { deps, flow, request } = step
  const told = { person: signedIn.person, visit: flow.id, visitor: request.visitor }
  if (answer === 'failed') await failNudge(deps, told)
  else {
    const decision = await findNudgeHere(step, signedIn)
    if (decision.nudge && decision.snoozesLeft === 0) {
      throw new IdentityRefusal('invalid_input', { detail: 'no snoozes are left' })
    }
    await snoozeNudge(deps, told)
  }
  return { navigate: await findNextUrl(step, signedIn, { passed: [...flow.passed, 'nudge'] }) }
}
