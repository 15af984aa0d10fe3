import type { Client, Page } from '@latchkey/api'
import type { PersonRow } from './person.ts'

/** Who is looked for among everybody. */
export interface Sought {
  readonly text: string
  readonly only: string
  readonly group: string | null
}

/** Nobody in particular. */
export const everybody: Sought = { text: '', only: 'all', group: null }

/** How people are asked for, a page at a time. */
export function peopleQuery(client: Client, { text, only, group }: Sought) {
  const query = new URLSearchParams()
  if (text !== '') query.set('$search', `"${text.replaceAll('"', ' ')}"`)
  if (only !== everybody.only) query.set('only', only)
  if (group !== null) query.set('group', group)
  return {
    queryKey: ['people', 'list', text, only, group],
    queryFn: ({ pageParam, signal }: { readonly pageParam: string; readonly signal: AbortSignal }) =>
      pageParam === ''
        ? client.get<Page<PersonRow>>(`/latchkey/people${query.size === 0 ? '' : `?${query}`}`, { signal })
        : client.next<Page<PersonRow>>(pageParam, { signal }),
    initialPageParam: '',
    getNextPageParam: (page: Page<PersonRow>) => page['@odata.nextLink'],
  }
}
