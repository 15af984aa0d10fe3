import type { Page } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'

/** A record of either log. */
interface Entry {
  readonly id: string
}

/** A page of a log; where it looked long and found little, how far back. */
type LogPage<E> = Page<E> & { readonly '@latchkey.lookedBackTo'?: string }

type Tail<E> = Page<E> & { readonly '@latchkey.after': string }

const pageSize = 50

/** How often a log that is followed is asked. */
const pollMilliseconds = 2_000

/** So many new records are kept: whoever follows a busy log looks at the newest. */
const mostNew = 500

/** Read a log page by page, and follow it where that is wanted. */
export function useLog<E extends Entry>(log: 'signIns' | 'audit', filter: string, isLive: boolean) {
  const client = useClient()
  const where = filter === '' ? '' : `&$filter=${encodeURIComponent(filter)}`
  const pages = useInfiniteQuery({
    queryKey: ['logs', log, filter],
    queryFn: ({ pageParam, signal }) =>
      pageParam === undefined
        ? client.get<LogPage<E>>(`/latchkey/logs/${log}?$top=${pageSize}${where}`, { signal })
        : client.next<LogPage<E>>(pageParam, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last['@odata.nextLink'],
    placeholderData: keepPreviousData,
    // What is followed comes by itself: reading all of it anew would only make the list jump.
    refetchOnWindowFocus: !isLive,
  })
  const fresh = useTail<E>(log, where, isLive)
  const entries = useMemo(() => {
    const read = pages.data?.pages.flatMap(({ value }) => value) ?? []
    const known = new Set(read.map(({ id }) => id))
    return [...fresh.filter(({ id }) => !known.has(id)), ...read]
  }, [pages.data, fresh])
  return {
    entries,
    fresh,
    pending: pages.isPending,
    problem: pages.error,
    retry: () => void pages.refetch(),
    busy: pages.isFetchingNextPage,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    lookedBackTo: pages.data?.pages.at(-1)?.['@latchkey.lookedBackTo'],
    ended: pages.data !== undefined && !pages.hasNextPage,
  }
}

/** What came since following began, newest first. The server gives some of it again; a record is known by its id. */
function useTail<E extends Entry>(log: string, where: string, isLive: boolean): readonly E[] {
  const client = useClient()
  const queries = useQueryClient()
  const after = useRef<string | undefined>(undefined)
  const [came, setCame] = useState<readonly E[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins anew.
  useEffect(() => {
    after.current = undefined
    setCame([])
    // What came between the pages and now must not be missed.
    if (isLive) void queries.invalidateQueries({ queryKey: ['logs', log] })
  }, [log, where, isLive, queries])
  const { data } = useQuery({
    queryKey: ['log tail', log, where],
    queryFn: async ({ signal }) => {
      const since = after.current === undefined ? '' : `after=${after.current}`
      const path = `/latchkey/logs/${log}/tail?${since}${where}`
      return await client.get<Tail<E>>(path, { signal })
    },
    enabled: isLive,
    refetchInterval: pollMilliseconds,
    gcTime: 0,
  })
  useEffect(() => {
    if (data === undefined) return
    after.current = data['@latchkey.after']
    if (data.value.length === 0) return
    setCame((before) => {
      const known = new Set(before.map(({ id }) => id))
      const news = data.value.filter(({ id }) => !known.has(id))
      if (news.length === 0) return before
      // By id, which is by time: one may come later than its neighbours.
      const all = [...before, ...news].toSorted((a, b) => (a.id < b.id ? 1 : -1))
      return all.slice(0, mostNew)
    })
  }, [data])
  return came
}
