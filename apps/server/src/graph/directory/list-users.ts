import { normaliseUserName, type Person } from '@latchkey/identity'
import { collection } from '../graph-answer.ts'
import { nextLink, pageOf, pageSizeOf, readPlace } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall } from '../graph-route.ts'
import { matchesFilter } from '../match-filter.ts'
import type { ODataFilter } from '../odata-filter.ts'
import type { GraphObject } from '../resource-shape.ts'
import { toUser } from './user.ts'

/** How many people are read at once, and at most for one page: the rest is behind the next link. */
const readAtOnce = 500
const readAtMost = 5000

/**
 * List users. By user name, page after page, however many there are; only what must see everybody first (another order,
 * a count) reads them all.
 */
export async function listUsers(call: GraphCall): Promise<GraphAnswer> {
  const { filter, orderBy, count, search } = call.query
  const known = filter && (await findByName(call, filter))
  if (known !== undefined) return await pageOf(call, 'users', known.map(toUser))
  if (orderBy !== undefined || count || search !== undefined) {
    const users = (await readEverybody(call)).map(toUser)
    return await pageOf(call, 'users', search === undefined ? users : users.filter(found(search)))
  }
  return await listByName(call)
}

/** The one whom `userPrincipalName eq '…'` names, without reading anybody else. */
async function findByName(call: GraphCall, filter: ODataFilter): Promise<readonly Person[] | undefined> {
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return undefined
  if (filter.property.toLowerCase() !== 'userprincipalname') return undefined
  const { value } = filter
  if (typeof value !== 'string' || !/^[^\s@]{1,200}@[^\s@]{1,200}$/.test(value)) return []
  const { deps, tenant } = call
  const person = await deps.stores.people.findByUserName(tenant.tenantId, normaliseUserName(value))
  return person === undefined ? [] : [person]
}

async function listByName(call: GraphCall): Promise<GraphAnswer> {
  const { filter } = call.query
  const size = pageSizeOf(call)
  const people = call.deps.stores.people
  const users: GraphObject[] = []
  let after = await readPlace(call)
  for (let read = 0; read < readAtMost; read += readAtOnce) {
    const page = await people.list(call.tenant.tenantId, {
      limit: readAtOnce,
      ...(after !== undefined && { after }),
    })
    for (const [index, person] of page.entries()) {
      const user = toUser(person)
      if (filter !== undefined && !matchesFilter(filter, user)) continue
      users.push(user)
      const last = index === page.length - 1 && page.length < readAtOnce
      if (users.length === size) {
        return collection(call, 'users', users, {
          nextLink: last ? undefined : nextLink(call, person.userName),
        })
      }
    }
    after = page.at(-1)?.userName
    if (page.length < readAtOnce) return collection(call, 'users', users)
  }
  return collection(call, 'users', users, { nextLink: nextLink(call, after ?? '') })
}

async function readEverybody({ deps, tenant }: GraphCall): Promise<readonly Person[]> {
  const everybody: Person[] = []
  let after: string | undefined
  do {
    const page = await deps.stores.people.list(tenant.tenantId, {
      limit: readAtOnce,
      ...(after !== undefined && { after }),
    })
    everybody.push(...page)
    after = page.length < readAtOnce ? undefined : page.at(-1)?.userName
  } while (after !== undefined)
  return everybody
}

/** `$search="displayName:ann"`: any word of the property begins with it. */
function found(search: string): (user: GraphObject) => boolean {
  const [, property = '', term = ''] = /^(\w+):(.+)$/s.exec(search) ?? []
  if (property !== 'displayName' && property !== 'userPrincipalName' && property !== 'mail') {
    throw new GraphRefusal(
      'Request_UnsupportedQuery',
      `$search is not supported for '${property || search}'.`,
    )
  }
  const wanted = term.trim().toLowerCase()
  return (user) =>
    String(user[property] ?? '')
      .toLowerCase()
      .split(/[\s.@_-]+/)
      .some((word) => word.startsWith(wanted)) ||
    String(user[property] ?? '')
      .toLowerCase()
      .startsWith(wanted)
}
