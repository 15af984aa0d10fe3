import type { Client, MethodsOfPerson } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { useSuspenseQuery } from '@tanstack/react-query'

/** What is read again after every change of methods. */
export const methodsKey = ['methods'] as const

/** How the ways to sign in are asked for. */
export const methodsQuery = (client: Client) => ({
  queryKey: methodsKey,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    client.get<MethodsOfPerson>('/methods', { signal }),
})

/** The ways the person has to sign in. */
export function useMethods(): MethodsOfPerson {
  return useSuspenseQuery(methodsQuery(useClient())).data
}
