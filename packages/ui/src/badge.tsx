import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Tone = 'plain' | 'good' | 'warn' | 'bad'

const tones: Readonly<Record<Tone, string>> = {
  plain: 'bg-hover text-ink border-line',
  good: 'bg-good-ground text-good border-good',
  warn: 'bg-warn-ground text-warn border-warn',
  bad: 'bg-bad-ground text-bad border-bad',
}

/** A word about the state of something. The colour repeats what the word says. */
export function Badge({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 text-sm font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
