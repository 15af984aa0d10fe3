import { Card, Chart } from '@latchkey/ui'
import { useSaidIn } from '../../../said.ts'
import type { Numbers } from './numbers.ts'
import { useFigures } from './use-figures.ts'

/** What each day brought. */
export function DaysCard({ days }: { readonly days: Numbers['days'] }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const figures = useFigures()
  const common = {
    points: days.map(({ day }) => figures.day(day)),
    words: { table: said.table, picture: said.picture, point: said.day },
    write: figures.number,
  }
  return (
    <Card title={said.daysTitle}>
      <div className="grid gap-8 xl:grid-cols-2">
        <Chart
          {...common}
          title={`${said.made} · ${said.failedPeople}`}
          kind="lines"
          series={[
            { label: said.made, tone: 'accent', values: days.map(({ created }) => created) },
            { label: said.failedPeople, tone: 'bad', values: days.map(({ failed }) => failed) },
          ]}
        />
        <Chart
          {...common}
          title={said.announced}
          kind="bars"
          series={[{ label: said.announced, tone: 'accent', values: days.map(({ announced }) => announced) }]}
        />
      </div>
    </Card>
  )
}
