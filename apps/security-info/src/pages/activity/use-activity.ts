import { useClient } from '@latchkey/front'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { ActivityPage } from './activity.ts'

/** A list of what happened, that goes on when it is asked to. */
export function useActivity<Item>(list: 'sign-ins' | 'changes') {
  const client = useClient()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery({
    queryKey: ['activity', list],
    queryFn: ({ pageParam, signal }) =>
      client.get<ActivityPage<Item>>(
        `/activity/${list}${pageParam === '' ? '' : `?before=${encodeURIComponent(pageParam)}`}`,
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  return {
    items: data.pages.flatMap(({ value }) => value),
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    loading: isFetchingNextPage,
  }
}
