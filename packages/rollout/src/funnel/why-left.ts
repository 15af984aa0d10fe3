import type { StepName } from '@latchkey/identity'

/** Why somebody who may have a passkey has none, as far as it is known. The first that fits is the reason. */
export const leftReasons = [
  'lost',
  'tooOld',
  'failed',
  'snoozed',
  'started',
  'opened',
  'noDevice',
  'neverOpened',
  'notInvited',
] as const

/** One of `leftReasons`. */
export type LeftReason = (typeof leftReasons)[number]

/** What the reason is read from. */
export interface LeftFacts {
  /** When they last came to each step. */
  readonly lastAt: ReadonlyMap<StepName, Date>
  /** What is known of what they hold: `none` if they were seen with nothing, lately. */
  readonly device: 'fine' | 'tooOld' | 'unknown' | 'none'
}

/**
 * Say why somebody is left.
 *
 * - `lost`: they had a passkey that counted, and have none that does.
 * - `tooOld`: whatever they were seen with lately is too old for one.
 * - `failed`, `snoozed`: whichever of the two came last.
 * - `started`: they began, and neither failed nor finished.
 * - `opened`: they opened a mail or the guide and did not begin.
 * - `noDevice`: they were seen with no device lately.
 * - `neverOpened`: they were invited and opened nothing.
 * - `notInvited`: nobody has asked them.
 */
export function whyLeft({ lastAt, device }: LeftFacts): LeftReason {
  const last = (step: StepName) => lastAt.get(step)?.getTime() ?? Number.NEGATIVE_INFINITY
  const came = (...any: readonly StepName[]) => any.some((step) => lastAt.has(step))
  if (came('created')) return 'lost'
  if (device === 'tooOld') return 'tooOld'
  if (came('failed', 'snoozed')) return last('failed') >= last('snoozed') ? 'failed' : 'snoozed'
  if (came('started', 'promptShown')) return 'started'
  if (came('mailOpened', 'guideOpened')) return 'opened'
  if (device === 'none') return 'noDevice'
  return came('mailSent', 'offered') ? 'neverOpened' : 'notInvited'
}
