import { Card, Chart } from '../src/index.ts'

const points = Array.from({ length: 30 }, (_, at) => `${at + 1} Mar`)
const wave = (size: number, shift: number) =>
  points.map((_, at) => Math.round(size * (1.4 + Math.sin((at + shift) / 3)) + at))

const words = { table: 'Show as a table', picture: 'Show as a picture', point: 'Day' }
const write = (value: number) => value.toLocaleString('en')

/** How things go. */
export function Charts() {
  return (
    <Card title="Charts">
      <div className="grid gap-8 lg:grid-cols-2">
        <Chart
          title="Sign-ins"
          kind="bars"
          points={points}
          series={[
            { label: 'With a passkey', tone: 'accent', values: wave(900, 0) },
            { label: 'Another way', tone: 'soft', values: wave(300, 4) },
          ]}
          words={words}
          write={write}
        />
        <Chart
          title="Failed sign-ins"
          kind="bars"
          points={points}
          series={[{ label: 'Failed', tone: 'bad', values: wave(12, 2) }]}
          words={words}
          write={write}
        />
        <Chart
          title="People"
          kind="lines"
          points={points}
          series={[
            { label: 'Everybody', tone: 'soft', values: points.map((_, at) => 4000 + at) },
            { label: 'With a passkey', tone: 'accent', values: points.map((_, at) => 1200 + at * 70) },
          ]}
          words={words}
          write={write}
        />
        <Chart
          title="Nothing yet"
          kind="bars"
          points={points}
          series={[{ label: 'Sign-ins', tone: 'accent', values: points.map(() => 0) }]}
          words={words}
          write={write}
        />
      </div>
    </Card>
  )
}
