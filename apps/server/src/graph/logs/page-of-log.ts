import { isUuid } from '@latchkey/identity'
import { collection } from '../graph-answer.ts'
import { nextLink, pageSizeOf, readPlace } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall } from '../graph-route.ts'
import { matchesFilter } from '../match-filter.ts'
import type { ODataFilter, ODataLiteral } from '../odata-filter.ts'
import type { QueryOption } from '../odata-query.ts'
import type { GraphObject } from '../resource-shape.ts'

/** What a log may be asked. */
export const logOptions: readonly QueryOption[] = ['$select', '$filter', '$orderby', '$top', '$skiptoken']

/** How many records are read at once, and at most for one page: the rest is behind the next link. */
const readAtOnce = 500
const readAtMost = 5000

/** The longest page, which is what a log gives unless told. */
const usualPage = 999

/** A log to be read, newest first. */
export interface Log<T> {
  /** @param before the id of the last record that was read */
  read(limit: number, before: string | undefined): Promise<readonly T[]>
  idOf(record: T): string
  show(records: readonly T[]): Promise<readonly GraphObject[]>
}

/**
 * Answer with a page of a log. The filter narrows what the log reads as far as it can; then each record is held against
 * all of it. A page may be shorter than asked, or empty, and still have a next one.
 */
export async function pageOfLog<T>(call: GraphCall, context: string, log: Log<T>): Promise<GraphAnswer> {
  requireNewestFirst(call)
  const { filter } = call.query
  const size = pageSizeOf(call, usualPage)
  const found: GraphObject[] = []
  let before = await readPlace(call)
  for (let read = 0; read < readAtMost; read += readAtOnce) {
    const records = await log.read(readAtOnce, before)
    const shown = await log.show(records)
    for (const [index, record] of records.entries()) {
      const one = shown[index]
      if (one === undefined || (filter !== undefined && !matchesFilter(filter, one))) continue
      found.push(one)
      if (found.length < size) continue
      const last = index === records.length - 1 && records.length < readAtOnce
      return collection(call, context, found, {
        nextLink: last ? undefined : nextLink(call, log.idOf(record)),
      })
    }
    const end = records.at(-1)
    if (records.length < readAtOnce || end === undefined) return collection(call, context, found)
    before = log.idOf(end)
  }
  return collection(call, context, found, { nextLink: nextLink(call, before ?? '') })
}

/** The id that `property eq …` names, where it must hold for all that the filter takes, as ids are kept. */
export function idEqualTo(filter: ODataFilter | undefined, property: string): string | undefined {
  for (const each of conjuncts(filter)) {
    const named = each.kind === 'compare' && each.property.toLowerCase() === property.toLowerCase()
    if (!named || each.operator !== 'eq' || typeof each.value !== 'string') continue
    const id = each.value.toLowerCase()
    if (isUuid(id)) return id
  }
  return undefined
}

/** The time that the filter allows, as far as it says so for all it takes. */
export function spanOf(
  filter: ODataFilter | undefined,
  property: string,
): { readonly from?: Date; readonly until?: Date } {
  const bounds: { from?: Date; until?: Date } = {}
  for (const each of conjuncts(filter)) {
    if (each.kind !== 'compare' || each.property.toLowerCase() !== property.toLowerCase()) continue
    const at = toDate(each.value)
    if (at === undefined) continue
    if (each.operator === 'ge' || each.operator === 'gt' || each.operator === 'eq') bounds.from = at
    // A millisecond later than asked: the filter itself has the last word.
    if (each.operator === 'le' || each.operator === 'lt' || each.operator === 'eq') {
      bounds.until = new Date(at.getTime() + 1)
    }
  }
  return bounds
}

function conjuncts(filter: ODataFilter | undefined): readonly ODataFilter[] {
  if (filter === undefined) return []
  return filter.kind === 'and' ? [...conjuncts(filter.left), ...conjuncts(filter.right)] : [filter]
}

function toDate(value: ODataLiteral): Date | undefined {
  return value instanceof Date ? value : undefined
}

function requireNewestFirst({ query }: GraphCall): void {
  const [first] = query.orderBy ?? []
  if (first === undefined || first.descending) return
  throw new GraphRefusal(
    'Request_UnsupportedQuery',
    `The log is given newest first: '$orderby=${first.property} asc' is not supported here.`,
  )
}
