import { IdentityRefusal, openSealed } from '@latchkey/identity'
import { addressOf, collection } from './graph-answer.ts'
import { GraphRefusal } from './graph-refusal.ts'
import type { GraphAnswer, GraphCall } from './graph-route.ts'
import { compareBy, matchesFilter } from './match-filter.ts'
import type { GraphObject } from './resource-shape.ts'

/** How many entities a page has when nobody says. */
const usualPage = 100

/** How many this page is to have. */
export function pageSizeOf({ query }: GraphCall, usual = usualPage): number {
  return query.top ?? usual
}

/** The address of the next page: the same question, and where to go on, sealed. */
export function nextLink(call: GraphCall, place: string): string {
  const sealed = call.deps.keyring.seal('graph page', Buffer.from(place), boundOf(call))
  const search = new URLSearchParams([...call.query.all])
  search.set('$skiptoken', Buffer.from(sealed).toString('base64url'))
  return addressOf(call, `${call.path}?${search.toString().replaceAll('%24', '$')}`)
}

/** Where this page begins, as the page before said it. @throws GraphRefusal `BadRequest` */
export async function readPlace(call: GraphCall): Promise<string | undefined> {
  const { skipToken } = call.query
  if (skipToken === undefined) return undefined
  try {
    const sealed = new Uint8Array(Buffer.from(skipToken, 'base64url'))
    return Buffer.from(await openSealed(call.deps, 'graph page', sealed, boundOf(call))).toString()
  } catch (cause) {
    if (!(cause instanceof IdentityRefusal || cause instanceof RangeError)) throw cause
    throw new GraphRefusal('BadRequest', 'The $skiptoken is not one of this list.', { cause })
  }
}

/** Answer with a page of a list that is in memory: filtered, sorted, counted. */
export async function pageOf(
  call: GraphCall,
  context: string,
  items: readonly GraphObject[],
): Promise<GraphAnswer> {
  const { filter, orderBy, count } = call.query
  const matching = filter === undefined ? items : items.filter((item) => matchesFilter(filter, item))
  const sorted = orderBy === undefined ? matching : matching.toSorted(compareBy(orderBy))
  const from = Number((await readPlace(call)) ?? 0)
  const until = from + pageSizeOf(call)
  return collection(call, context, sorted.slice(from, until), {
    nextLink: until < sorted.length ? nextLink(call, String(until)) : undefined,
    count: count ? sorted.length : undefined,
  })
}

/** A place is good for the same tenant and the same question. */
function boundOf({ tenant, path, query }: GraphCall): Uint8Array {
  const asked = ['$filter', '$orderby', '$search', '$count'].map((name) => query.all.get(name) ?? '')
  return Buffer.from(JSON.stringify([tenant.tenantId, path.toLowerCase(), ...asked]))
}
