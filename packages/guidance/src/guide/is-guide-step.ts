import type { GuideStepId } from '@latchkey/words/guide'
import { reviewedSteps } from './reviewed-steps.ts'

/** Whether the guide has a step of this name. */
export function isGuideStep(name: string): name is GuideStepId {
  return Object.hasOwn(reviewedSteps, name)
}
