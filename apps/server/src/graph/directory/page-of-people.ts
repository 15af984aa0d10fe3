import { normaliseUserName, type Person } from '@latchkey/identity'
import { collection } from '../graph-answer.ts'
import { nextLink, pageSizeOf, readPlace } from '../graph-page.ts'
import type { GraphAnswer, GraphCall } from '../graph-route.ts'
import { matchesFilter } from '../match-filter.ts'
import type { GraphObject } from '../resource-shape.ts'

/** How many people are read at once, and at most for one page: the rest is behind the next link. */
const readAtOnce = 500
const readAtMost = 5000

/** Writes people as entities, in their order; `undefined` for whoever is not listed. */
export type ShowPeople = (people: readonly Person[]) => Promise<readonly (GraphObject | undefined)[]>

/** Answer with a page of people by user name, however many there are: no more are read than it takes. */
export async function pageOfPeople(call: GraphCall, context: string, show: ShowPeople): Promise<GraphAnswer> {
  const { filter } = call.query
  const size = pageSizeOf(call)
  // Without a filter nearly everybody who is read is shown; one more tells whether there is a next page.
  const limit = filter === undefined ? Math.min(size + 1, readAtOnce) : readAtOnce
  const shown: GraphObject[] = []
  let after = await readPlace(call)
  for (let read = 0; read < readAtMost; read += limit) {
    const people = await listAfter(call, limit, after)
    const entities = await show(people)
    for (const [index, person] of people.entries()) {
      const each = entities[index]
      if (each === undefined || (filter !== undefined && !matchesFilter(filter, each))) continue
      shown.push(each)
      const last = index === people.length - 1 && people.length < limit
      if (shown.length === size) {
        return collection(call, context, shown, {
          nextLink: last ? undefined : nextLink(call, person.userName),
        })
      }
    }
    after = people.at(-1)?.userName
    if (people.length < limit) return collection(call, context, shown)
  }
  return collection(call, context, shown, { nextLink: nextLink(call, after ?? '') })
}

/** Show everybody: what an order or a count must see. */
export async function showEverybody(call: GraphCall, show: ShowPeople): Promise<readonly GraphObject[]> {
  const everybody: GraphObject[] = []
  let after: string | undefined
  do {
    const people = await listAfter(call, readAtOnce, after)
    for (const each of await show(people)) if (each !== undefined) everybody.push(each)
    after = people.length < readAtOnce ? undefined : people.at(-1)?.userName
  } while (after !== undefined)
  return everybody
}

/**
 * Find the one whom `userPrincipalName eq '…'` names, without reading anybody else.
 *
 * @returns `undefined` if the filter asks for something else
 */
export async function findByFilter(call: GraphCall): Promise<readonly Person[] | undefined> {
  const { filter } = call.query
  if (filter?.kind !== 'compare' || filter.operator !== 'eq') return undefined
  if (filter.property.toLowerCase() !== 'userprincipalname') return undefined
  const { value } = filter
  if (typeof value !== 'string' || !/^[^\s@]{1,200}@[^\s@]{1,200}$/.test(value)) return []
  const { deps, tenant } = call
  const person = await deps.stores.people.findByUserName(tenant.tenantId, normaliseUserName(value))
  return person === undefined ? [] : [person]
}

async function listAfter(
  { deps, tenant }: GraphCall,
  limit: number,
  after: string | undefined,
): Promise<readonly Person[]> {
  return await deps.stores.people.list(tenant.tenantId, { limit, ...(after !== undefined && { after }) })
}
