import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { classNames } from './class-names.ts'

/** Something to know: what happened, and what to do next. */
export interface NoticeProps {
  readonly tone?: Tone
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** Whether it came while somebody looked: it is read out. */
  readonly live?: 'polite' | 'assertive'
}

const icons: Readonly<Record<Tone, typeof Info>> = {
  plain: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
}

const tones: Readonly<Record<Tone, string>> = {
  plain: 'border-line bg-hover',
  good: 'border-good bg-good-ground',
  warn: 'border-warn bg-warn-ground',
  bad: 'border-bad bg-bad-ground',
}

const roles = { polite: 'status', assertive: 'alert' } as const

/** See `NoticeProps`. */
export function Notice({ tone = 'plain', title, children, actions, live }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div
      role={live && roles[live]}
      className={classNames('flex gap-3 rounded-2xl border px-4 py-3', tones[tone])}
    >
      <Icon aria-hidden className="mt-0.5 size-5 flex-none" />
      <div className="flex flex-col gap-1">
        <p className="font-semibold">{title}</p>
        {children !== undefined && <div className="text-sm">{children}</div>}
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
