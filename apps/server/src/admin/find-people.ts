import type { Person } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** Some of the people, in the order of their user names. */
export interface FoundPeople {
  readonly people: readonly Person[]
  /** Where the next page begins. */
  readonly after: string | undefined
  /** True when not everybody was looked at. */
  readonly cut: boolean
}

const pageSize = 50

/** How many people a search by a part of the name looks at. */
const searchedAtMost = 2000

/** List people, a page at a time. */
export async function listPeople(
  deps: ServerDeps,
  tenantId: string,
  after: string | undefined,
): Promise<FoundPeople> {
  const people = await deps.stores.people.list(tenantId, {
    limit: pageSize,
    ...(after !== undefined && { after }),
  })
  return { people, after: people.length === pageSize ? people.at(-1)?.userName : undefined, cut: false }
}

/**
 * Find people by a part of their name or user name. The beginning of a user name is found however many people there
 * are; anything else among the first two thousand.
 */
export async function findPeople(deps: ServerDeps, tenantId: string, text: string): Promise<FoundPeople> {
  const wanted = text.trim().normalize('NFKC').toLowerCase()
  const [exact, beginning, searched] = await Promise.all([
    deps.stores.people.findByUserName(tenantId, wanted),
    deps.stores.people.list(tenantId, { limit: pageSize, after: wanted }),
    deps.stores.people.list(tenantId, { limit: searchedAtMost }),
  ])
  const found = [
    ...(exact === undefined ? [] : [exact]),
    ...beginning.filter(({ userName }) => userName.startsWith(wanted)),
    ...searched.filter(
      ({ userName, displayName }) => userName.includes(wanted) || displayName.toLowerCase().includes(wanted),
    ),
  ]
  const people = [...new Map(found.map((person) => [person.userId, person])).values()].slice(0, pageSize)
  return { people, after: undefined, cut: searched.length === searchedAtMost }
}
