import type { GuideStepId } from '@latchkey/words/guide'
import type { Visitor } from '../visitor.ts'
import type { GuideStep } from './guide-plan.ts'
import { makeStep } from './make-step.ts'

/** The dialog that asks where a passkey goes, on the way to a phone: each release of Windows has its own. */
export function pickPhoneOnWindows({ release }: Visitor): GuideStep {
  switch (release) {
    case '10':
      return makeStep('pickPhoneWindows10')
    case '11':
      return makeStep('pickPhoneWindows11')
    case '11-24H2':
      return makeStep('pickPhoneWindows23H2')
    case '11-22H2':
      return orElse('pickPhoneWindows23H2', 'pickPhoneWindows11')
    default:
      return orElse('pickPhoneWindows23H2', 'pickPhoneWindows11', 'pickPhoneWindows10')
  }
}

/** The dialog that saves it on the computer itself. */
export function saveOnWindows({ release }: Visitor): GuideStep {
  if (release === undefined) return orElse('saveHello11', 'saveHello10')
  return makeStep(release === '10' ? 'saveHello10' : 'saveHello11')
}

function orElse(likely: GuideStepId, ...others: readonly GuideStepId[]): GuideStep {
  return makeStep(likely, { instead: others.map((id) => makeStep(id)) })
}
