import { useSurroundings } from '@latchkey/front'
import { Card, Chart } from '@latchkey/ui'
import { useMemo } from 'react'
import { useSaid } from '../../said.ts'
import type { DayFigures, Home } from './home.ts'

/** The figures of the last month, and how they got there. */
export function Numbers({
  people,
  days,
}: {
  readonly people: NonNullable<Home['people']>
  readonly days: readonly DayFigures[]
}) {
  const { numbers: said, chart } = useSaid().home
  const write = useNumbers()
  const points = useDays(days)
  const signIns = sum(days, 'signIns')
  const withPasskey = sum(days, 'passkeySignIns')
  const words = { table: chart.table, picture: chart.picture, point: chart.day }
  const common = { points, words, write: write.number }
  return (
    <Card title={said.title} lead={said.lead}>
      <dl className="mb-8 grid grid-cols-2 gap-4 lg:grid-cols-4">
        <Figure label={said.people} value={write.number(people.people)} />
        <Figure
          label={said.peopleWithPasskey}
          value={write.share(people.withPasskey, people.people)}
          about={`${write.number(people.withPasskey)} / ${write.number(people.people)}`}
        />
        <Figure
          label={said.share}
          value={write.share(withPasskey, signIns)}
          about={said.ofSignIns({ count: signIns })}
        />
        <Figure
          label={said.failures}
          value={write.number(sum(days, 'failures'))}
          about={said.today({ count: days.at(-1)?.failures ?? 0 })}
        />
      </dl>
      <div className="grid gap-8 xl:grid-cols-2">
        <div className="min-w-0 xl:col-span-2">
          <Chart
            {...common}
            title={said.signIns}
            kind="bars"
            series={[
              { label: said.passkeySignIns, tone: 'accent', values: days.map((day) => day.passkeySignIns) },
              {
                label: said.otherSignIns,
                tone: 'soft',
                values: days.map((day) => day.signIns - day.passkeySignIns),
              },
            ]}
          />
        </div>
        <Chart
          {...common}
          title={said.people}
          kind="lines"
          series={[
            { label: said.everybody, tone: 'soft', values: days.map((day) => day.people) },
            {
              label: said.peopleWithPasskey,
              tone: 'accent',
              values: days.map((day) => day.withPasskey),
            },
          ]}
        />
        <Chart
          {...common}
          title={said.failures}
          kind="bars"
          series={[{ label: said.failures, tone: 'bad', values: days.map((day) => day.failures) }]}
        />
      </div>
    </Card>
  )
}

function Figure({
  label,
  value,
  about,
}: {
  readonly label: string
  readonly value: string
  readonly about?: string
}) {
  return (
    <div className="flex flex-col rounded-xl bg-hover px-4 py-3">
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="text-2xl font-bold tabular-nums">
        {value}
        {about !== undefined && <span className="block text-sm font-normal text-soft">{about}</span>}
      </dd>
    </div>
  )
}

function sum(days: readonly DayFigures[], name: 'signIns' | 'passkeySignIns' | 'failures'): number {
  return days.reduce((all, day) => all + day[name], 0)
}

function useNumbers() {
  const { language } = useSurroundings().words
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(language)
    const shares = new Intl.NumberFormat(language, { style: 'percent' })
    return {
      number: (value: number) => numbers.format(value),
      share: (some: number, all: number) => (all === 0 ? '–' : shares.format(some / all)),
    }
  }, [language])
}

/** Days are counted in UTC, and named so. */
function useDays(days: readonly DayFigures[]): readonly string[] {
  const { language } = useSurroundings().words
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    return days.map(({ day }) => format.format(new Date(`${day}T00:00:00Z`)))
  }, [days, language])
}
