import type { Client, Page } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { AffectedPerson, Forecast, Outcome, RuleRequest } from './rule-change.ts'

/** So many a page: the longest there is. */
const longestPage = 999

/** Find out what a request would do. What is no change of rules cannot be asked about: then this fails. */
export function useForecast(request: RuleRequest): UseQueryResult<Forecast> {
  const client = useClient()
  return useQuery({
    queryKey: ['forecast', request],
    queryFn: ({ signal }) =>
      client.send<Forecast>('POST', '/latchkey/rules/check', { body: toQuestion(request), signal }),
    retry: false,
    // What is shown is about this moment.
    staleTime: 0,
    gcTime: 0,
  })
}

/** The first of those who come to stand somewhere. */
export function useAffected(
  request: RuleRequest,
  standing: Outcome,
  wanted: boolean,
): UseQueryResult<Page<AffectedPerson>> {
  const client = useClient()
  return useQuery({
    queryKey: ['forecast', request, standing],
    queryFn: () => readPage(client, request, `?standing=${standing}&$top=50`),
    retry: false,
    enabled: wanted,
    gcTime: 0,
  })
}

/** Everybody who would be worse off, page by page. */
export async function* everybodyAffected(
  client: Client,
  request: RuleRequest,
): AsyncGenerator<AffectedPerson> {
  let search: string | undefined = `?$top=${longestPage}`
  while (search !== undefined) {
    const page: Page<AffectedPerson> = await readPage(client, request, search)
    yield* page.value
    const next: string | undefined = page['@odata.nextLink']
    search = next === undefined ? undefined : new URL(next, location.href).search
  }
}

function readPage(client: Client, request: RuleRequest, search: string): Promise<Page<AffectedPerson>> {
  return client.send('POST', `/latchkey/rules/check/people${search}`, { body: toQuestion(request) })
}

/** An import is asked about by what is imported; everything else by the request itself. */
function toQuestion({ method, path, body }: RuleRequest): unknown {
  if (path === '/latchkey/rules/import') return body
  return { request: { method, url: path, ...(body !== undefined && { body }) } }
}
