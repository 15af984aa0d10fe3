import { useSurroundings } from '@latchkey/front'
import { findProblemWords } from '@latchkey/words'
import { useMemo } from 'react'
import { useSaidIn } from '../../../said.ts'
import type { Numbers } from './numbers.ts'

/** How figures are written here. */
export function useFigures() {
  const { words } = useSurroundings()
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const { language } = words
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
    const tenths = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    const shares = new Intl.NumberFormat(language, { style: 'percent' })
    const days = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    const named = (of: Readonly<Record<string, string>>, name: string): string =>
      (Object.hasOwn(of, name) ? of[name] : undefined) ?? name
    const problem = (code: string) => findProblemWords(words, code)?.title ?? code
    return {
      number: (value: number) => numbers.format(value),
      /** What is expected comes in fractions, and few of something are not none. */
      expected: (value: number) => (value < 10 ? tenths : numbers).format(value),
      share: (some: number, all: number) => (all === 0 ? '–' : shares.format(some / all)),
      seconds: (milliseconds: number) => said.seconds({ seconds: tenths.format(milliseconds / 1000) }),
      /** Days are counted in UTC, and named so. */
      day: (day: string) => days.format(new Date(day.length === 10 ? `${day}T00:00:00Z` : day)),
      problem,
      reason: ({
        reason,
        code,
      }: Pick<Numbers['left'][number], 'reason'> & { readonly code?: string | null }) =>
        code ? said.failedWith({ problem: problem(code) }) : said.reasons[reason],
      device: (device: string) => named(said.devices, device),
      step: (step: string) => named(said.steps, step),
    }
  }, [language, words, said])
}
