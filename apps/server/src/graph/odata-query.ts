import { GraphRefusal } from './graph-refusal.ts'
import { type ODataFilter, readFilter } from './odata-filter.ts'

/** The system query options we know. */
export const queryOptions = [
  '$select',
  '$expand',
  '$filter',
  '$orderby',
  '$top',
  '$count',
  '$skiptoken',
  '$search',
] as const

export type QueryOption = (typeof queryOptions)[number]

/** What a list may usually be asked. */
export const listOptions: readonly QueryOption[] = [
  '$select',
  '$filter',
  '$orderby',
  '$top',
  '$count',
  '$skiptoken',
]

/** The query options of a request, parsed once. What is absent was not asked. */
export interface ODataQuery {
  readonly select?: readonly string[]
  readonly expand?: readonly string[]
  readonly filter?: ODataFilter
  readonly orderBy?: readonly OrderBy[]
  readonly top?: number
  readonly count: boolean
  /** Sealed; `readPage` opens it. */
  readonly skipToken?: string
  readonly search?: string
  /** Everything, as it came: for the next link. Names of options begin with `$`, in lower case. */
  readonly all: ReadonlyMap<string, string>
}

/** A path to sort by. */
export interface OrderBy {
  readonly property: string
  readonly descending: boolean
}

/** The longest page anybody gets. */
const largestPage = 999

const known: ReadonlySet<string> = new Set(queryOptions)

/**
 * Read the query of an address. The `$` may be missing, as Graph allows; an option that stands twice, or that we do not
 * know, is refused by name.
 *
 * @throws GraphRefusal `BadRequest`, `Request_UnsupportedQuery`
 */
export function readQuery(search: URLSearchParams): ODataQuery {
  const all = new Map<string, string>()
  for (const [written, value] of search) {
    const name = toOption(written)
    if (name.startsWith('$') && !known.has(name))
      throw bad(`The query parameter '${written}' is not supported.`)
    if (all.has(name))
      throw bad(`Query parameter '${written}' is specified, but it should be specified once.`)
    all.set(name, value)
  }
  const option = <T>(name: QueryOption, field: string, read: (text: string, name: string) => T) => {
    const text = all.get(name)
    return text === undefined ? {} : { [field]: read(text, name) }
  }
  return {
    ...option('$select', 'select', readNames),
    ...option('$expand', 'expand', readNames),
    ...option('$filter', 'filter', readFilter),
    ...option('$orderby', 'orderBy', readOrderBy),
    ...option('$top', 'top', readTop),
    ...option('$skiptoken', 'skipToken', (text) => text),
    ...option('$search', 'search', readSearch),
    count: readCount(all.get('$count')),
    all,
  }
}

/** The options of a request that a resource does not have. */
export function unsupportedOptions(query: ODataQuery, supported: readonly QueryOption[]): readonly string[] {
  const has: ReadonlySet<string> = new Set(supported)
  return [...query.all.keys()].filter((name) => name.startsWith('$') && !has.has(name))
}

function toOption(written: string): string {
  const name = written.toLowerCase()
  if (name.startsWith('$')) return name
  return known.has(`$${name}`) ? `$${name}` : written
}

function readNames(text: string, name: string): readonly string[] {
  const names = text.split(',').map((each) => each.trim())
  if (names.some((each) => !/^[\w@./*-]{1,100}$/.test(each))) {
    throw bad(`Parsing OData Select and Expand failed: '${text.slice(0, 100)}' of ${name} cannot be read.`)
  }
  return names
}

function readOrderBy(text: string): readonly OrderBy[] {
  return text.split(',').map((each) => {
    const found = /^([\w/]{1,100})(?:\s+(asc|desc))?$/i.exec(each.trim())
    if (found?.[1] === undefined) throw bad(`Invalid $orderby: '${each.slice(0, 100)}'.`)
    return { property: found[1], descending: found[2]?.toLowerCase() === 'desc' }
  })
}

function readTop(text: string): number {
  const top = Number(text)
  if (!/^\d+$/.test(text) || top < 1 || top > largestPage) {
    throw bad(
      `Invalid page size specified: '${text.slice(0, 20)}'. Must be between 1 and ${largestPage} inclusive.`,
    )
  }
  return top
}

function readCount(text: string | undefined): boolean {
  if (text === undefined || text.toLowerCase() === 'false') return false
  if (text.toLowerCase() === 'true') return true
  throw bad(`Invalid value '${text.slice(0, 20)}' for $count query option found.`)
}

/** `"displayName:ann"` or `"ann"`; the quotes belong to it. */
function readSearch(text: string): string {
  const found = /^"([^"]{1,200})"$/.exec(text.trim())?.[1]
  if (found === undefined) throw bad('Syntax error: a term of $search stands in double quotes.')
  return found
}

function bad(message: string): GraphRefusal {
  return new GraphRefusal('BadRequest', message)
}
