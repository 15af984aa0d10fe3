import { Card, Chart, DataTable } from '@latchkey/ui'
import { useSaidIn } from '../../../said.ts'
import type { Numbers } from './numbers.ts'
import { useFigures } from './use-figures.ts'

type Time = Numbers['times'][number]

/** How many sign-ins are with a passkey, and how long each way takes. */
export function SignInsCard({ numbers: { signIns, times } }: { readonly numbers: Numbers }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const { logs } = useSaidIn('records')
  const figures = useFigures()
  const methods: Readonly<Record<string, string>> = logs.methods
  const all = sum(signIns.map((day) => day.signIns))
  const withPasskey = sum(signIns.map((day) => day.passkeySignIns))
  return (
    <Card title={said.signInsTitle} lead={`${said.share} · ${figures.share(withPasskey, all)}`}>
      <Chart
        title={said.signIns}
        kind="bars"
        points={signIns.map(({ day }) => figures.day(day))}
        series={[
          { label: said.passkey, tone: 'accent', values: signIns.map((day) => day.passkeySignIns) },
          {
            label: said.otherwise,
            tone: 'soft',
            values: signIns.map((day) => day.signIns - day.passkeySignIns),
          },
        ]}
        words={{ table: said.table, picture: said.picture, point: said.day }}
        write={figures.number}
      />
      <h3 className="mt-8 font-semibold">{said.timesTitle}</h3>
      <p className="mb-3 text-soft">{times.length === 0 ? said.timesNone : said.timesLead}</p>
      {times.length > 0 && (
        <DataTable<Time>
          caption={said.timesTitle}
          rows={times}
          keyOf={({ method }) => method}
          columns={[
            { name: 'method', label: said.method, show: ({ method }) => methods[method] ?? method },
            {
              name: 'signIns',
              label: said.signIns,
              numeric: true,
              show: (row) => figures.number(row.signIns),
            },
            {
              name: 'median',
              label: said.median,
              numeric: true,
              show: (row) => figures.seconds(row.medianMilliseconds),
            },
            {
              name: 'ninetieth',
              label: said.ninetieth,
              numeric: true,
              show: (row) => figures.seconds(row.ninetiethMilliseconds),
            },
          ]}
        />
      )}
    </Card>
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
