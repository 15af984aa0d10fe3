import { type Person, readSearchWords, toSearchTerms } from '@latchkey/identity'
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
  if (search !== undefined) return await searchUsers(call, search)
  if (orderBy !== undefined || count) return await pageOf(call, 'users', await showEverybody(call, show))
  return await pageOfPeople(call, 'users', show)
}

/** How many of those whom a word finds are looked at; more words find fewer. */
const foundAtMost = 2_000

/** Whoever has the words somewhere is found by an index; then it is seen whether they stand where they were asked for. */
async function searchUsers(call: GraphCall, search: string): Promise<GraphAnswer> {
  const { deps, tenant } = call
  const isFound = found(search)
  const words = readSearchWords(search.slice(search.indexOf(':') + 1))
  const people: Person[] = []
  let after: string | undefined
  do {
    const page = await deps.stores.people.search(tenant.tenantId, {
      words,
      limit: 500,
      at: deps.now(),
      ...(after !== undefined && { after }),
    })
    people.push(...page.people.map(({ person }) => person))
    after = page.after
  } while (after !== undefined && people.length < foundAtMost)
  return await pageOf(call, 'users', people.map(toUser).filter(isFound))
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
  const wanted = readSearchWords(term)
  return (user) => {
    const terms = toSearchTerms({ displayName: String(user[property] ?? ''), userName: '' })
    return wanted.every((word) => terms.some((each) => each.startsWith(word)))
  }
}
