/** Of what `writeMetrics` gives. */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8'

/** One metric, with all its series. */
export interface Metric {
  /** Its lines as they are now, the last without a line break. */
  write(): string | Promise<string>
}

/** What it is called, and one line of what it says. */
export interface About {
  readonly name: string
  readonly help: string
}

type Labels<Name extends string> = Readonly<Record<Name, string | number>>

/**
 * Write metrics down in Prometheus' text format.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export async function writeMetrics(metrics: readonly Metric[]): Promise<string> {
  const written = await Promise.all(metrics.map((metric) => metric.write()))
  return `${written.join('\n\n')}\n`
}

/** What only grows, as long as the process lives: a series of each combination of labels that was counted. */
export function counter<Name extends string = never>(about: About, ...names: readonly Name[]) {
  // Without labels it is known beforehand, and nothing is a figure too.
  const series = new Map<string, number>(names.length === 0 ? [['', 0]] : [])
  return {
    add(labels: Labels<Name>, by = 1): void {
      const key = writeLabels(names, labels)
      series.set(key, (series.get(key) ?? 0) + by)
    },
    write() {
      const lines = [...series].map(([labels, value]) => line(about.name, labels, value))
      return [...heading(about, 'counter'), ...lines].join('\n')
    },
  }
}

/** What is looked at when somebody asks. */
export function gauge(about: About, read: () => number | Promise<number>): Metric {
  return {
    write: async () => [...heading(about, 'gauge'), line(about.name, '', await read())].join('\n'),
  }
}

/** How values are spread: how many were no greater than each of the bounds, which ascend. */
export function histogram<Name extends string>(
  about: About,
  bounds: readonly number[],
  ...names: readonly [Name, ...Name[]]
) {
  const { name } = about
  /** How many fell between one bound and the next, those above the last at the end. */
  const series = new Map<string, { readonly between: number[]; sum: number }>()

  const writeSeries = (labels: string, { between, sum }: { between: readonly number[]; sum: number }) => {
    let count = 0
    const buckets = [...bounds, '+Inf'].map((bound, at) => {
      count += between[at] ?? 0
      return line(`${name}_bucket`, `le="${bound}",${labels}`, count)
    })
    return [...buckets, line(`${name}_sum`, labels, sum), line(`${name}_count`, labels, count)]
  }

  return {
    observe(labels: Labels<Name>, value: number): void {
      const key = writeLabels(names, labels)
      const known = series.get(key) ?? { between: [], sum: 0 }
      const bound = bounds.findIndex((each) => value <= each)
      const at = bound < 0 ? bounds.length : bound
      known.between[at] = (known.between[at] ?? 0) + 1
      known.sum += value
      series.set(key, known)
    },
    write() {
      const lines = [...series].flatMap(([labels, known]) => writeSeries(labels, known))
      return [...heading(about, 'histogram'), ...lines].join('\n')
    },
  }
}

const heading = ({ name, help }: About, type: string): readonly string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]

const line = (name: string, labels: string, value: number): string =>
  labels === '' ? `${name} ${value}` : `${name}{${labels}} ${value}`

function writeLabels<Name extends string>(names: readonly Name[], labels: Labels<Name>): string {
  // Each request comes here: a loop makes one text where `map` and `join` make many.
  let written = ''
  for (const name of names) written += `${written && ','}${name}="${escaped(String(labels[name]))}"`
  return written
}

const escaped = (value: string): string =>
  /[\\"\n]/.test(value)
    ? value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
    : value
