import { useTimes } from '@latchkey/front'
import { Card, Chart, Facts, Notice, TextField } from '@latchkey/ui'
import { useSearchParams } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import type { Forecast, Numbers } from './numbers.ts'
import { useFigures } from './use-figures.ts'

/** How it will go on, and what that means for the help desk. */
export function ForecastCard({ numbers }: { readonly numbers: Numbers }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const times = useTimes()
  const figures = useFigures()
  const { forecast } = numbers
  const { days } = forecast
  const common = {
    points: days.map(({ startDateTime }) => figures.day(startDateTime)),
    words: { table: said.table, picture: said.picture, point: said.day },
    write: figures.expected,
  }
  return (
    <Card
      title={said.forecastTitle}
      lead={`${said.forecastLead({ day: times.day(forecast.deadlineDateTime) })} ${said.deadlineOf[forecast.deadlineOf]}`}
    >
      <div className="flex flex-col gap-6">
        <Asked numbers={numbers} />
        {isAssumed(forecast) && <Notice title={said.assumedNotice} />}
        {days.length === 0 ? <p className="text-soft">{said.forecastNone}</p> : <Summary numbers={numbers} />}
        {days.length > 0 && (
          <div className="grid gap-8 xl:grid-cols-2">
            <Chart
              {...common}
              title={said.chartLeft}
              kind="lines"
              series={[
                { label: said.expected, tone: 'accent', values: days.map(({ left }) => left) },
                { label: said.worst, tone: 'bad', values: days.map(({ leftHigh }) => leftHigh) },
                { label: said.best, tone: 'good', values: days.map(({ leftLow }) => leftLow) },
              ]}
            />
            <Chart
              {...common}
              title={said.chartCalls}
              kind="bars"
              series={[
                {
                  label: said.callsAfter,
                  tone: 'bad',
                  values: days.map(({ burst, calls }) => (burst ? calls : 0)),
                },
                {
                  label: said.callsTaper,
                  tone: 'accent',
                  values: days.map(({ burst, calls }) => (burst ? 0 : calls)),
                },
              ]}
            />
          </div>
        )}
      </div>
    </Card>
  )
}

/** What is asked of the forecast; it stands in the address, so that it can be sent to somebody. */
function Asked({ numbers }: { readonly numbers: Numbers }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const [search, setSearch] = useSearchParams()
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next, { replace: true })
  }
  return (
    <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
      <TextField
        label={said.deadline}
        type="date"
        value={numbers.forecast.deadlineDateTime.slice(0, 10)}
        onChange={(event) => set('deadline', event.target.value)}
      />
      <TextField
        label={said.calls}
        hint={said.callsHint}
        type="number"
        min={0}
        max={10}
        step={0.1}
        value={search.get('calls') ?? String(numbers.callsPerFailure)}
        onChange={(event) => set('calls', event.target.value)}
      />
    </div>
  )
}

function Summary({ numbers: { forecast, stages } }: { readonly numbers: Numbers }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const times = useTimes()
  const figures = useFigures()
  const { days, mostlyDoneDateTime } = forecast
  const last = days.at(-1)
  const busiest = days.toSorted((a, b) => b.calls - a.calls)[0]
  if (last === undefined || busiest === undefined) return undefined
  const between = { low: figures.expected(last.leftLow), high: figures.expected(last.leftHigh) }
  return (
    <Facts
      items={[
        [
          said.leftThen,
          `${figures.expected(last.left)} (${figures.share(last.left, stages.capable)}), ${said.betweenThem(between)}`,
        ],
        [said.mostlyDone, mostlyDoneDateTime === null ? said.notBefore : times.day(mostlyDoneDateTime)],
        [
          said.busiest,
          `${times.day(busiest.startDateTime)}: ${said.callsThen({ count: figures.expected(busiest.calls) })}`,
        ],
      ]}
    />
  )
}

/** Whether a phase that is to come was watched for less than it takes to outweigh what is assumed of it. */
function isAssumed({ rates }: Forecast): boolean {
  return rates.registering.burst.personHours < 1000 || rates.registering.taper.personHours < 1000
}
