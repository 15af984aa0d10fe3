import type { GuideStepId, GuideValues } from '@latchkey/words/guide'
import type { GuideStep } from './guide-plan.ts'
import { reviewedSteps } from './reviewed-steps.ts'

/** What a step has beside what is known of it. */
type StepMore = Partial<GuideValues> & Pick<GuideStep, 'links' | 'place' | 'instead'>

/** Make a step, with what is known of it. */
export function makeStep(id: GuideStepId, { name = '', least = '', ...more }: StepMore = {}): GuideStep {
  return { id, values: { name, least }, reviewed: reviewedSteps[id], ...more }
}
