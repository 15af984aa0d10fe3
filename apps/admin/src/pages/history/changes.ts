import type { Page } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'

/** One document in one change. */
export interface Change {
  readonly kind:
    | 'methodsPolicy'
    | 'strength'
    | 'conditionalAccess'
    | 'namedLocation'
    | 'authenticationContext'
    | 'terms'
  readonly id: string
  readonly displayName: string | null
  readonly change: 'added' | 'changed' | 'removed'
  readonly properties: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[]
  /** Of what was added or removed. */
  readonly document?: unknown
}

/** The same, in the history. */
export interface Recorded extends Change {
  readonly version: number
  readonly at: string
  readonly by: { readonly kind: string; readonly userId?: string; readonly clientId?: string }
}

/** Everything that was changed at once. */
export interface Version {
  readonly version: number
  readonly at: string
  readonly by: Recorded['by']
  readonly changes: readonly Recorded[]
}

const place = '/latchkey/rules/changes'

/** Read the history, newest first. */
export function useVersions() {
  const client = useClient()
  const { data, ...more } = useSuspenseInfiniteQuery({
    queryKey: ['history'],
    queryFn: ({ pageParam, signal }) =>
      pageParam === ''
        ? client.get<Page<Recorded>>(`${place}?$top=50`, { signal })
        : client.next<Page<Recorded>>(pageParam, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page['@odata.nextLink'],
  })
  return { versions: toVersions(data.pages.flatMap(({ value }) => value)), ...more }
}

function toVersions(records: readonly Recorded[]): readonly Version[] {
  const versions = new Map<number, Recorded[]>()
  for (const record of records) {
    versions.set(record.version, [...(versions.get(record.version) ?? []), record])
  }
  return [...versions].flatMap(([version, changes]) => {
    const [first] = changes
    return first === undefined ? [] : [{ version, at: first.at, by: first.by, changes }]
  })
}
