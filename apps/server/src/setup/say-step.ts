import type { GuideStep } from '@latchkey/guidance'
import { type SaidGuideStep, sayGuideStep } from '@latchkey/words/guide'
import type { SetupView } from './setup-view.ts'

/** Say a step: as the organisation does, or else as we do. */
export function sayStep(
  { guide, overrides }: Pick<SetupView, 'guide' | 'overrides'>,
  { id, values }: Pick<GuideStep, 'id' | 'values'>,
): SaidGuideStep {
  return overrides.get(id)?.text ?? sayGuideStep(guide.steps[id], values)
}
