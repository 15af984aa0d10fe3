import type { GuidePlan, GuideStep, Visitor } from '@latchkey/guidance'

/** A system that is newer than every step it was shown. */
export interface NewerThanReviewed {
  /** `iOS`, `Android`, `macOS` */
  readonly system: string
  /** Its first number. */
  readonly version: string
}

const names = { iOS: 'iOS', android: 'Android', macOS: 'macOS' } as const

/** One UI goes with Android, eight behind. */
const oneUiBehind = 8

/** Further ahead is no system, but somebody who makes numbers up. */
const likely = 12

/**
 * Say whether somebody's system is newer than what the steps they see were held against. Windows says too little of itself
 * for that, and Linux has no dialogs of its own.
 */
export function findNewerThanReviewed(plan: GuidePlan, visitor: Visitor): NewerThanReviewed | undefined {
  const { system, version } = visitor
  if (version === undefined || (system !== 'iOS' && system !== 'android' && system !== 'macOS')) {
    return undefined
  }
  const name = names[system]
  const major = Number.parseInt(version, 10)
  const known = everyStep(plan.steps).flatMap(({ reviewed }) => {
    const held = Number.parseInt(reviewed.version ?? '', 10)
    if (reviewed.system === name) return [held]
    return reviewed.system === 'One UI' && name === 'Android' ? [held + oneUiBehind] : []
  })
  const newest = Math.max(...known)
  if (!(major > newest && major <= newest + likely)) return undefined
  return { system: name, version: String(major) }
}

function everyStep(steps: readonly GuideStep[]): readonly GuideStep[] {
  return steps.flatMap((step) => [step, ...everyStep(step.instead ?? [])])
}
