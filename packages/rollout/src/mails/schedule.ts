import { offsetOf, type PlannedMail, plannedMails } from './mail-kind.ts'

/** How much later than its day a mail is still of use. */
const daysOfGrace = 2

/** A moment as a calendar and a clock on the wall show it, in the organisation's own time zone. */
export interface LocalMoment {
  /** `2026-03-02`. */
  readonly day: string
  /** 0 to 23. */
  readonly hour: number
}

/** A mail of a wave, and the days on which it may go out, both included. */
export interface PlannedMailDays {
  readonly kind: PlannedMail
  readonly day: string
  readonly lastDay: string
}

/** Read a moment off the calendar and the clock of a time zone. @throws RangeError for a zone that does not exist */
export function toLocalMoment(at: Date, timeZone: string): LocalMoment {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return {
    day: `${parts['year']}-${parts['month']}-${parts['day']}`,
    hour: Number(parts['hour']),
  }
}

/** Making one takes a hundred times as long as using it, and each mail and each wave is asked for its day. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** There are not so many time zones, but there are more ways to write them. */
const mostFormats = 500

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-u-ca-gregory', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  if (formats.size === mostFormats) formats.clear()
  formats.set(timeZone, format)
  return format
}

/** Add days to a day. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** How many days lie between two days; negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/**
 * List the mails of a wave by its day 0. Each is of use for two days more than its own, but never on the day of the next
 * one: nobody gets two at once.
 */
export function planMails(dayZero: string): readonly PlannedMailDays[] {
  return plannedMails.map((kind, at) => {
    const next = plannedMails[at + 1]
    const grace =
      next === undefined ? daysOfGrace : Math.min(daysOfGrace, offsetOf(next) - offsetOf(kind) - 1)
    const day = addDays(dayZero, offsetOf(kind))
    return { kind, day, lastDay: addDays(day, grace) }
  })
}

/** Whether a mail of these days is early, due or over. On its own day it waits for the hour. */
export function judgeMailDay(
  { day, lastDay }: Pick<PlannedMailDays, 'day' | 'lastDay'>,
  now: LocalMoment,
  sendHour: number,
): 'early' | 'due' | 'over' {
  if (now.day < day || (now.day === day && now.hour < sendHour)) return 'early'
  return now.day <= lastDay ? 'due' : 'over'
}
