import type { Page } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { combinationNames, isProvableCombination, type StrengthDocument } from '@latchkey/policy'
import { useSuspenseQuery } from '@tanstack/react-query'

export type Strength = StrengthDocument

export const strengthsPath = '/policies/authenticationStrengthPolicies'

/** Every strength: those that everybody has first, weakest first. */
export function useStrengths(): readonly Strength[] {
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['rules', 'strengths'],
    queryFn: ({ signal }) => client.get<Page<Strength>>(`${strengthsPath}?$top=999`, { signal }),
  })
  return data.value
}

interface Usage {
  readonly mfa: readonly Policy[]
  readonly none: readonly Policy[]
}

interface Policy {
  readonly id: string
  readonly displayName: string
  readonly state: string
}

/** The policies that ask for a strength. */
export function useUsers(id: string): readonly Policy[] {
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['rules', 'strengths', id, 'usage'],
    queryFn: ({ signal }) => client.get<Usage>(`${strengthsPath}/${id}/usage`, { signal }),
  })
  return [...data.mfa, ...data.none]
}

/** What people here can prove; the others only mean something where they come from. */
export const ownCombinations: readonly string[] = combinationNames.filter(isProvableCombination)
