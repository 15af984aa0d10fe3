import { ApiProblem, type Client } from '@latchkey/api'
import { useSurroundings } from '@latchkey/front'
import { useQuery } from '@tanstack/react-query'
import type { SomebodyHere } from './sign-in.ts'

/** Ask who is signed in. @returns null for nobody */
export async function findHere(site: Client): Promise<SomebodyHere | null> {
  try {
    return await site.get<SomebodyHere>('/authenticator/api/here')
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.code === 'session_ended') return null
    throw problem
  }
}

/** Who is signed in on our pages in this browser; `undefined` until that is known, `null` for nobody. */
export function useHere() {
  const { site } = useSurroundings()
  return useQuery({ queryKey: ['here'], queryFn: () => findHere(site), staleTime: 0, gcTime: 0 })
}
