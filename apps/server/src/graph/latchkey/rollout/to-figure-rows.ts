import type { NumbersBody } from './read-numbers.ts'

/** A figure a line: which, of what, and its value. */
type FigureRow = readonly [figure: string, of: string, value: string | number]

/** Write the figures one below the other, so that a spreadsheet can pivot them. The first line names the columns. */
export function toFigureRows(numbers: NumbersBody): readonly FigureRow[] {
  return [
    ['figure', 'of', 'value'],
    ['counted', '', numbers.countedDateTime],
    ['people', '', numbers.people],
    ...rowsOf('stage', numbers.stages),
    ['usedWithinWeek', '', numbers.usedWithinWeek],
    ...rowsOf('step', numbers.steps),
    ...rowsOf('standing', { ...numbers.standing }),
    ...numbers.left.map(({ reason, code, people }): FigureRow => ['left', join(reason, code), people]),
    ...numbers.cohorts.flatMap(({ by, key, displayName, people, stages, left, failed }) =>
      rowsOf(`cohort ${by}`, { people, ...stages, left, failed }, displayName ?? key),
    ),
    ...numbers.days.flatMap(({ day, ...figures }) => rowsOf('day', figures, day)),
    ...numbers.signIns.flatMap(({ day, ...figures }) => rowsOf('signIns', figures, day)),
    ...numbers.times.flatMap(({ method, ...figures }) => rowsOf('time', figures, method)),
    ...numbers.failures.flatMap((failure) =>
      rowsOf(
        `failures ${failure['when']}`,
        { failures: Number(failure['failures']), people: Number(failure['people']) },
        join(String(failure['code']), failure['aaGuid'] === null ? undefined : String(failure['aaGuid'])),
      ),
    ),
  ]
}

function rowsOf(
  figure: string,
  values: Readonly<Partial<Record<string, number>>>,
  of?: string,
): readonly FigureRow[] {
  return Object.entries(values).map(([name, value]) => [figure, join(of, name), value ?? 0])
}

function join(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' / ')
}
