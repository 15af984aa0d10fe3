import { useClient } from '@latchkey/front'
import { everybody } from '@latchkey/policy'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getEvery } from '../../get-every.ts'
import { useSaidIn } from '../../said.ts'
import type { Target } from './policy.ts'

interface Named {
  readonly id: string
  readonly displayName: string
}

/** What the people and groups are called that a policy names. What is gone has its id. */
export function useTargetNames(targets: readonly Target[]): ReadonlyMap<string, string> {
  const { methods } = useSaidIn('signIn')
  const client = useClient()
  const users = targets.filter(({ targetType }) => targetType === 'user').map(({ id }) => id)
  const { data: groups } = useSuspenseQuery({
    queryKey: ['groups', 'names'],
    queryFn: ({ signal }) => getEvery<Named>(client, '/groups?$top=999&$select=id,displayName', { signal }),
  })
  const { data: people } = useSuspenseQuery({
    queryKey: ['people', 'names', ...users],
    queryFn: () =>
      Promise.all(
        users.map((id) =>
          client.get<Named>(`/users/${id}?$select=id,displayName`).catch(() => ({ id, displayName: id })),
        ),
      ),
  })
  const named = [...groups, ...people].map(({ id, displayName }) => [id, displayName] as const)
  return new Map([...named, [everybody, methods.everybody]])
}

/** For whom a method is, in words. */
export function useAudience({
  includeTargets,
  excludeTargets,
}: {
  readonly includeTargets: readonly Target[]
  readonly excludeTargets: readonly Target[]
}): string {
  const { methods, language } = useSaidIn('signIn')
  const names = useTargetNames([...includeTargets, ...excludeTargets])
  const list = (targets: readonly Target[]) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(
      [...new Set(targets.map(({ id }) => id))].map((id) => names.get(id) ?? id),
    )
  if (includeTargets.length === 0) return methods.forNobody
  const who = list(includeTargets)
  if (excludeTargets.length === 0) return methods.for({ who })
  return methods.forExcept({ who, except: list(excludeTargets) })
}
