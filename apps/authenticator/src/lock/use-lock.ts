import type { VaultState } from '@latchkey/keeper'
import { useSuspenseQuery } from '@tanstack/react-query'
import { usePhone } from '../phone/use-phone.ts'

/** What is read anew when the app was locked or unlocked, or its lock changed. */
export const lockKey = ['lock'] as const

/** How the app lock stands. */
export function useLock(): VaultState {
  const { vault } = usePhone()
  const { data } = useSuspenseQuery({
    queryKey: lockKey,
    queryFn: () => vault.state(),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}
