import type { Person } from '@latchkey/identity'
import { pageOf } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall } from '../graph-route.ts'
import type { GraphObject } from '../resource-shape.ts'
import { findByFilter, pageOfPeople, showEverybody } from './page-of-people.ts'
import { toUser } from './user.ts'

/**
 * List users. By user name, page after page, however many there are; only what must see everybody first (another order,
 * a count) reads them all.
 */
export async function listUsers(call: GraphCall): Promise<GraphAnswer> {
  const { orderBy, count, search } = call.query
  const known = await findByFilter(call)
  if (known !== undefined) return await pageOf(call, 'users', known.map(toUser))
  if (orderBy !== undefined || count || search !== undefined) {
    const users = await showEverybody(call, show)
    return await pageOf(call, 'users', search === undefined ? users : users.filter(found(search)))
  }
  return await pageOfPeople(call, 'users', show)
}

const show = async (people: readonly Person[]) => people.map(toUser)

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
