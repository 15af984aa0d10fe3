import { AxisBottom, AxisLeft } from '@visx/axis'
import { GridRows } from '@visx/grid'
import { scaleBand, scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'

export type ChartTone = 'accent' | 'soft' | 'bad' | 'good'

/** One row of values over the same points. */
export interface ChartSeries {
  readonly label: string
  readonly tone: ChartTone
  /** One for each point. */
  readonly values: readonly number[]
}

/**
 * How something went, point by point: as a picture, and as a table for whoever wants the figures or sees no picture. Series
 * differ in more than their colour: bars are hatched, lines are dashed, from the second on.
 */
export interface ChartProps {
  readonly title: string
  /** `bars`: each series on top of the one before. `lines`: side by side. */
  readonly kind: 'bars' | 'lines'
  readonly points: readonly string[]
  readonly series: readonly ChartSeries[]
  /** What a point is called at the foot of the table, and how values are written. */
  readonly words: { readonly table: string; readonly picture: string; readonly point: string }
  write(value: number): string
}

const height = 190
const margin = { top: 8, right: 22, bottom: 26, left: 44 }

const fills: Readonly<Record<ChartTone, string>> = {
  accent: 'fill-accent',
  soft: 'fill-edge',
  bad: 'fill-bad',
  good: 'fill-good',
}
const strokes: Readonly<Record<ChartTone, string>> = {
  accent: 'stroke-accent',
  soft: 'stroke-edge',
  bad: 'stroke-bad',
  good: 'stroke-good',
}

/** How each line is drawn; from the fourth on they look alike again. */
const dashes = [undefined, '7 4', '2 3'] as const

/** See `ChartProps`. */
export function Chart({ title, kind, points, series, words, write }: ChartProps) {
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="flex min-w-0 flex-col gap-3" aria-labelledby={id}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <figcaption id={id} className="font-semibold">
          {title}
        </figcaption>
        <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? words.picture : words.table}
        </Button>
      </div>
      {asTable ? (
        <ChartTable points={points} series={series} words={words} write={write} title={title} />
      ) : (
        <>
          <ChartPicture kind={kind} points={points} series={series} write={write} />
          {series.length > 1 && <Legend kind={kind} series={series} />}
        </>
      )}
    </figure>
  )
}

type PictureProps = Pick<ChartProps, 'kind' | 'points' | 'series' | 'write'>

function ChartPicture({ kind, points, series, write }: PictureProps) {
  const { ref, width } = useWidth()
  const hatch = useId()
  const inner = Math.max(0, width - margin.left - margin.right)
  const top = Math.max(1, ...points.map((_, at) => highest(kind, series, at)))
  const x = scaleBand({ domain: [...points], range: [0, inner], paddingInner: 0.25, paddingOuter: 0.1 })
  const y = scaleLinear({
    domain: [0, top],
    range: [height - margin.top - margin.bottom, 0],
    nice: 4,
  })
  // Things are counted: there is no half of one.
  const ticks = y.ticks(4).filter(Number.isInteger)
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(inner / 80))))
  return (
    // What is drawn must not hold the room open in which it is drawn.
    <div ref={ref} className="relative h-[190px] w-full overflow-hidden">
      {inner > 0 && (
        // The table says all of this: a reader of screens is spared a hundred shapes.
        <svg width={width} height={height} aria-hidden="true" className="absolute">
          <Hatch id={hatch} />
          <g transform={`translate(${margin.left},${margin.top})`}>
            <GridRows scale={y} width={inner} tickValues={ticks} stroke="var(--line)" />
            {kind === 'bars' ? (
              <Bars points={points} series={series} x={x} y={y} hatch={hatch} />
            ) : (
              // A line of one point is none.
              series.map(({ label, tone, values }, number) =>
                points.length === 1 ? (
                  <circle
                    key={label}
                    cx={inner / 2}
                    cy={y(values[0] ?? 0)}
                    r={4}
                    className={classNames(
                      'stroke-2',
                      strokes[tone],
                      number === 0 ? fills[tone] : 'fill-none',
                    )}
                  />
                ) : (
                  <LinePath
                    key={label}
                    data={[...values]}
                    x={(_, at) => (x(points[at] ?? '') ?? 0) + x.bandwidth() / 2}
                    y={(value) => y(value)}
                    strokeDasharray={dashes[number % dashes.length]}
                    className={classNames('fill-none stroke-2', strokes[tone])}
                  />
                ),
              )
            )}
            <AxisLeft
              scale={y}
              tickValues={ticks}
              hideAxisLine
              hideTicks
              tickFormat={(value) => write(Number(value))}
              tickLabelProps={{ fill: 'var(--soft)', fontSize: 12, dx: -4, textAnchor: 'end' }}
            />
            <AxisBottom
              scale={x}
              top={height - margin.top - margin.bottom}
              hideTicks
              stroke="var(--line)"
              tickValues={points.filter((_, at) => (points.length - 1 - at) % every === 0)}
              tickLabelProps={{ fill: 'var(--soft)', fontSize: 12, textAnchor: 'middle' }}
            />
          </g>
        </svg>
      )}
    </div>
  )
}

function highest(kind: ChartProps['kind'], series: readonly ChartSeries[], at: number): number {
  const values = series.map(({ values: of }) => of[at] ?? 0)
  return kind === 'bars' ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values)
}

function Bars({
  points,
  series,
  x,
  y,
  hatch,
}: Pick<ChartProps, 'points' | 'series'> & {
  readonly hatch: string
  readonly x: ReturnType<typeof scaleBand<string>>
  readonly y: ReturnType<typeof scaleLinear<number>>
}) {
  return points.flatMap((point, at) => {
    let below = 0
    return series.map(({ label, tone, values }, number) => {
      const value = values[at] ?? 0
      const from = y(below)
      below += value
      const tall = from - y(below)
      return (
        tall > 0 && (
          <g key={`${point} ${label}`}>
            {[fills[tone], ...(number > 0 ? [undefined] : [])].map((fill) => (
              <rect
                key={fill ?? 'hatch'}
                x={x(point) ?? 0}
                y={y(below)}
                width={x.bandwidth()}
                height={tall}
                rx={Math.min(2, tall / 2)}
                {...(fill === undefined ? { fill: `url(#${hatch})` } : { className: fill })}
              />
            ))}
          </g>
        )
      )
    })
  })
}

/** Lines of paper over a colour. */
function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2" height="6" fill="var(--paper)" />
      </pattern>
    </defs>
  )
}

function Legend({ kind, series }: Pick<ChartProps, 'kind' | 'series'>) {
  const hatch = useId()
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
      {series.map(({ label, tone }, number) => (
        <li key={label} className="flex items-center gap-2">
          {kind === 'lines' ? (
            <svg aria-hidden="true" className="h-3 w-7">
              <line
                x2="28"
                y1="6"
                y2="6"
                strokeDasharray={dashes[number % dashes.length]}
                className={classNames('stroke-2', strokes[tone])}
              />
            </svg>
          ) : (
            <svg aria-hidden="true" className="size-3">
              <Hatch id={`${hatch}${number}`} />
              <rect width="12" height="12" rx="3" className={fills[tone]} />
              {number > 0 && <rect width="12" height="12" rx="3" fill={`url(#${hatch}${number})`} />}
            </svg>
          )}
          {label}
        </li>
      ))}
    </ul>
  )
}

function ChartTable({
  title,
  points,
  series,
  words,
  write,
}: Pick<ChartProps, 'title' | 'points' | 'series' | 'words' | 'write'>) {
  return (
    <section
      className="max-h-[190px] overflow-auto rounded-xl border border-line"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={title}
    >
      <table className="w-full border-collapse text-left text-sm">
        <thead className="sticky top-0 bg-hover">
          <tr>
            <th scope="col" className="px-3 py-1.5">
              {words.point}
            </th>
            {series.map(({ label }) => (
              <th key={label} scope="col" className="px-3 py-1.5 text-right">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {points.map((point, at) => (
            <tr key={point}>
              <th scope="row" className="px-3 py-1.5 font-normal">
                {point}
              </th>
              {series.map(({ label, values }) => (
                <td key={label} className="px-3 py-1.5 text-right tabular-nums">
                  {write(values[at] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** How wide there is room: text in a picture keeps its size, however small the screen. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const { current } = ref
    if (current === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}
