import { ProblemNotice } from '@latchkey/front'
import { Button } from '@latchkey/ui'
import {
  BellRing,
  Circle,
  CircleAlert,
  CircleCheck,
  CircleMinus,
  Clock,
  KeyRound,
  LoaderCircle,
  Smartphone,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useSaid } from '../../said.ts'
import { type Part, type PartState, parts } from './set-up.ts'
import type { PartStates } from './use-set-up.ts'

const icons: Readonly<Record<Part, ReactNode>> = {
  device: <Smartphone />,
  passkey: <KeyRound />,
  push: <BellRing />,
  codes: <Clock />,
}

/** What is set up, and how far it is. @param shows `plan`: nothing has begun */
export function PartList({
  states,
  shows,
  onRetry,
}: {
  readonly states: PartStates
  readonly shows: 'plan' | 'progress'
  onRetry?(part: Part): void
}) {
  const { adding: text } = useSaid()
  return (
    <ul
      aria-label={text.list}
      className="divide-y divide-line rounded-2xl border border-line bg-paper shadow-card"
    >
      {parts.map((part) => (
        <li key={part} className="flex flex-col gap-3 p-4">
          <div className="flex items-center gap-4">
            <span aria-hidden className="text-accent [&>svg]:size-6">
              {icons[part]}
            </span>
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{text.part[part]}</p>
              <p className="text-sm text-soft">
                {shows === 'plan' ? text.about[part] : sayState(states[part], text)}
              </p>
            </div>
            {shows === 'progress' && <Mark state={states[part]} />}
          </div>
          <Failure state={states[part]} onRetry={onRetry && (() => onRetry(part))} />
        </li>
      ))}
    </ul>
  )
}

function Failure({
  state,
  onRetry,
}: {
  readonly state: PartState
  readonly onRetry: (() => void) | undefined
}) {
  const { adding: text } = useSaid()
  if (state.at !== 'failed') return null
  return (
    <>
      {state.said === undefined ? (
        <ProblemNotice problem={state.problem} />
      ) : (
        <p className="text-sm">{state.said}</p>
      )}
      {onRetry !== undefined && (
        <div className="grid">
          <Button onClick={onRetry}>{text.retry}</Button>
        </div>
      )}
    </>
  )
}

function Mark({ state }: { readonly state: PartState }) {
  const look = 'size-6 flex-none'
  switch (state.at) {
    case 'waiting':
      return <Circle aria-hidden className={`${look} text-line`} />
    case 'working':
      return <LoaderCircle aria-hidden className={`${look} text-accent motion-safe:animate-spin`} />
    case 'done':
    case 'doneBefore':
      return <CircleCheck aria-hidden className={`${look} text-good`} />
    case 'notOffered':
      return <CircleMinus aria-hidden className={`${look} text-soft`} />
    case 'failed':
      return <CircleAlert aria-hidden className={`${look} text-bad`} />
  }
}

function sayState({ at }: PartState, text: ReturnType<typeof useSaid>['adding']): string {
  return at === 'working' ? text.working : text[at]
}
