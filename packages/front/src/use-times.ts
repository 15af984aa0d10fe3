import { useMemo } from 'react'
import { useSurroundings } from './surroundings.ts'

/** Instants, as the person reads them: in their language and their time zone. */
export interface Times {
  /** Day and time. */
  at(instant: Date | string): string
  day(instant: Date | string): string
  /** "3 hours ago", "in 2 days". */
  ago(instant: Date | string): string
  /** How long something took: "2.4 sec". */
  seconds(milliseconds: number): string
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
]

/** The person's own kind of a language: who reads English in London writes the day before the month. */
export function chooseLocale(language: string, own: readonly string[]): string {
  return own.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language
}

/** How to write times here. */
export function useTimes(): Times {
  const { language } = useSurroundings().words
  return useMemo(() => {
    const locale = chooseLocale(language, navigator.languages)
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
    const duration = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'second',
      maximumFractionDigits: 1,
    })
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    return {
      at: (instant) => moment.format(new Date(instant)),
      day: (instant) => date.format(new Date(instant)),
      ago(instant) {
        const seconds = (new Date(instant).getTime() - Date.now()) / 1000
        const [unit, length] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60]
        return relative.format(Math.round(seconds / length), unit)
      },
      seconds: (milliseconds) => duration.format(milliseconds / 1000),
    }
  }, [language])
}
