import { useTimes } from '@latchkey/front'
import { List } from '@latchkey/ui'
import { CalendarDays, ShieldCheck } from 'lucide-react'
import { Link } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import type { Wave } from './wave.ts'
import { HeldNotice, WaveState } from './wave-state.tsx'

/** Every wave, by its first day, with its place in the time of all of them. */
export function Timeline({
  waves,
  sizes,
}: {
  readonly waves: readonly Wave[]
  /** How many people have their turn in each, by id; absent while it is counted. */
  readonly sizes: ReadonlyMap<string, number> | undefined
}) {
  const { waves: said } = useSaidIn('rollout')
  const times = waves.flatMap(({ startDateTime, endDateTime }) => [
    Date.parse(startDateTime),
    Date.parse(endDateTime),
  ])
  const span = { from: Math.min(...times), until: Math.max(...times) }
  return (
    <List label={said.list}>
      {waves.map((wave) => (
        <WaveRow key={wave.id} wave={wave} span={span} size={sizes?.get(wave.id)} />
      ))}
    </List>
  )
}

interface Span {
  readonly from: number
  readonly until: number
}

function WaveRow({
  wave,
  span,
  size,
}: {
  readonly wave: Wave
  readonly span: Span
  readonly size: number | undefined
}) {
  const { waves: said, language } = useSaidIn('rollout')
  const { day } = useTimes()
  const number = new Intl.NumberFormat(language)
  const Icon = wave.kind === 'enforcement' ? ShieldCheck : CalendarDays
  const facts = [
    said.kinds[wave.kind],
    said.dates({ from: day(wave.startDateTime), until: day(wave.endDateTime) }),
  ]
  if (size !== undefined) facts.push(said.peopleCount({ count: number.format(size) }))
  if (wave.kind === 'enforcement' && wave.startedDateTime !== null && wave.people !== undefined) {
    facts.push(
      said.movedCount({ count: number.format(wave.people.moved) }),
      said.waitingCount({ count: number.format(wave.people.waiting) }),
    )
  }
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-start gap-4">
        <span
          aria-hidden
          className="grid size-10 flex-none place-items-center rounded-xl bg-hover text-accent"
        >
          <Icon className="size-5" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">
            <Link to={`/rollout/waves/${wave.id}`} className="text-accent hover:underline">
              {wave.displayName}
            </Link>
          </h2>
          <p className="text-sm text-soft">{facts.join(' · ')}</p>
        </div>
        <WaveState wave={wave} />
      </div>
      <Bar wave={wave} span={span} />
      <HeldNotice wave={wave} />
    </li>
  )
}

/** The picture repeats what the dates say. */
function Bar({ wave, span }: { readonly wave: Wave; readonly span: Span }) {
  const whole = span.until - span.from
  const from = ((Date.parse(wave.startDateTime) - span.from) / whole) * 100
  const width = ((Date.parse(wave.endDateTime) - Date.parse(wave.startDateTime)) / whole) * 100
  return (
    <svg aria-hidden className="h-2 w-full rounded-full" viewBox="0 0 100 4" preserveAspectRatio="none">
      <title>{wave.displayName}</title>
      <rect width="100" height="4" className="fill-hover" />
      <rect
        x={from}
        width={Math.max(width, 1)}
        height="4"
        className={wave.kind === 'enforcement' ? 'fill-ink' : 'fill-accent'}
      />
    </svg>
  )
}
