import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type Checked, checkAccount } from './check-accounts.ts'
import { phoneKey, usePhone, usePhoneState } from './use-phone.ts'

/** What is read anew when the server is to be compared with again. */
export const checksKey = ['checks'] as const

/** How long a comparison is good, in milliseconds. */
const goodMilliseconds = 60_000

/**
 * Compare every account with its organisation, when the app opens and when somebody comes back to it.
 *
 * @returns by account; none before the first comparison is done
 */
export function useChecks(): ReadonlyMap<string, Checked> {
  const phone = usePhone()
  const queries = useQueryClient()
  const { accounts } = usePhoneState()
  const { data } = useQuery({
    queryKey: [...checksKey, accounts.map(({ id }) => id)],
    networkMode: 'always',
    staleTime: goodMilliseconds,
    queryFn: async () => {
      const { accounts: now } = await phone.read()
      const all = await Promise.all(
        now.map(async (account) => [account.id, await checkAccount(phone, account)] as const),
      )
      await queries.invalidateQueries({ queryKey: phoneKey })
      return new Map(all)
    },
  })
  return data ?? new Map()
}
