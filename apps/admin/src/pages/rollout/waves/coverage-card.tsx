import { Card, Notice } from '@latchkey/ui'
import { useSaidIn } from '../../../said.ts'
import type { Somebody, WaveCoverage } from './wave.ts'

/** Who has a turn, who has none, and who has two. */
export function CoverageCard({ coverage }: { readonly coverage: WaveCoverage }) {
  const { waves, language } = useSaidIn('rollout')
  const { coverage: said } = waves
  const number = new Intl.NumberFormat(language)
  const sums = [
    [said.everybody, coverage.people],
    [said.inNone, coverage.inNone.people],
    [said.inTwo, coverage.inTwo.people],
  ] as const
  return (
    <Card title={said.title} lead={said.lead}>
      <dl className="grid grid-cols-3 gap-3">
        {sums.map(([label, count]) => (
          <div key={label} className="flex flex-col-reverse justify-end rounded-xl border border-line p-3">
            <dt className="text-sm">{label}</dt>
            <dd className="text-2xl font-bold tabular-nums">{number.format(count)}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 flex flex-col gap-2">
        <Names label={said.inNone} {...coverage.inNone} />
        <Names label={said.inTwo} {...coverage.inTwo} />
      </div>
      {coverage.inTwo.people > 0 && <Notice title={said.inTwoAbout} />}
    </Card>
  )
}

function Names({
  label,
  people,
  first,
}: {
  readonly label: string
  readonly people: number
  readonly first: readonly Somebody[]
}) {
  const { waves, language } = useSaidIn('rollout')
  const { coverage: said } = waves
  if (people === 0) return null
  const others = people - first.length
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-accent">
        {label} · {said.show}
      </summary>
      <p className="mt-1">
        {first.map(({ id, displayName }) => displayName ?? id).join(', ')}
        {others > 0 && ` ${said.more({ count: new Intl.NumberFormat(language).format(others) })}`}
      </p>
    </details>
  )
}
