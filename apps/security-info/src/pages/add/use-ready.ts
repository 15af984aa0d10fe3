import { useClient } from '@latchkey/front'
import { useQuery } from '@tanstack/react-query'

/**
 * Have the person prove themselves before they go through a wizard, not after. The client asks by itself; whoever says
 * no is told why nothing goes on.
 */
export function useReady() {
  const client = useClient()
  const { isSuccess, error, refetch } = useQuery({
    queryKey: ['ready'],
    queryFn: () => client.send('POST', '/ready', { body: {} }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return { isReady: isSuccess, problem: error, askAgain: () => void refetch() }
}
