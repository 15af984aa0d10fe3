/** Which part of a rollout an hour belongs to, for people who were told of it at certain moments. */
export type Phase = 'before' | 'burst' | 'taper' | 'rest'

const hour = 3_600_000

/** How long an announcement is in everybody's mind: the first two days. */
const burstHours = 48

/** And how long it still works on: the rest of its week. */
const taperHours = 7 * 24

/**
 * Say which phase a moment is in: `before` any announcement, in the `burst` of the latest one, in its `taper`, or at
 * `rest`.
 *
 * @param announcements in milliseconds, the earliest first
 */
export function phaseAt(at: number, announcements: readonly number[]): Phase {
  const latest = announcements.findLast((each) => each <= at)
  if (latest === undefined) return 'before'
  const age = at - latest
  if (age < burstHours * hour) return 'burst'
  return age < taperHours * hour ? 'taper' : 'rest'
}
