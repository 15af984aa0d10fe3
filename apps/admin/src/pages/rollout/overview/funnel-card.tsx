import { Card, Chart } from '@latchkey/ui'
import { useSaidIn } from '../../../said.ts'
import { type Numbers, stages } from './numbers.ts'
import { useFigures } from './use-figures.ts'

/** From everybody who may have a passkey to those who use theirs. */
export function FunnelCard({ numbers }: { readonly numbers: Numbers }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const figures = useFigures()
  const people = figures.number(numbers.people)
  return (
    <Card title={said.funnelTitle} lead={said.funnelLead}>
      <ol className="mb-6 grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
        {stages.map((stage) => (
          <li key={stage} className="flex flex-col rounded-xl bg-hover px-4 py-3">
            <span className="text-sm text-soft">{said.stages[stage]}</span>
            <span className="text-2xl font-bold tabular-nums">{figures.number(numbers.stages[stage])}</span>
            <span className="text-sm text-soft">
              {stage === 'capable'
                ? said.ofPeople({ count: people })
                : figures.share(numbers.stages[stage], numbers.stages.capable)}
            </span>
          </li>
        ))}
      </ol>
      <Chart
        title={said.funnelPeople}
        kind="bars"
        points={stages.map((stage) => said.stages[stage])}
        series={[
          { label: said.people, tone: 'accent', values: stages.map((stage) => numbers.stages[stage]) },
        ]}
        words={{ table: said.table, picture: said.picture, point: said.step }}
        write={figures.number}
      />
      <p className="mt-4 text-soft">{said.withinWeek({ count: figures.number(numbers.usedWithinWeek) })}</p>
    </Card>
  )
}
