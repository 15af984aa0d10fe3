/** The small conversions between what the rows hold and what the records say. */

export const toFlag = (value: boolean): 0 | 1 => (value ? 1 : 0)
export const toOptionalFlag = (value: boolean | undefined): 0 | 1 | null =>
  value === undefined ? null : toFlag(value)
export const fromFlag = (flag: number): boolean => flag === 1

export const toInstant = (date: Date): number => date.getTime()
export const toOptionalInstant = (date: Date | undefined): number | null => date?.getTime() ?? null
export const fromInstant = (instant: number): Date => new Date(instant)

/** `null` stays `null`, anything else is converted. */
export const ifPresent = <T, R>(value: T | null, convert: (value: T) => R): R | null =>
  value === null ? null : convert(value)

type Present<T> = { [K in keyof T]?: Exclude<T[K], null> }

/** The fields that are not `null`: in the records, what is absent is absent. */
export function present<T extends Readonly<Record<string, unknown>>>(fields: T): Present<T> {
  const kept: Present<T> = {}
  for (const name in fields) {
    const value = fields[name]
    if (isPresent(value)) kept[name] = value
  }
  return kept
}

const isPresent = <T>(value: T): value is Exclude<T, null> => value !== null
