import type { Page } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import {
  type ConditionalAccessDocument,
  findLoops,
  type Loop,
  type RuleDocuments,
  readConditionalAccess,
} from '@latchkey/policy'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Draft } from './policy.ts'

/** Everything that is decided, and the version it is of. */
export interface RulesNow extends RuleDocuments {
  readonly version: number
}

/** Read all the rules. */
export function useRules(): RulesNow {
  const client = useClient()
  return useSuspenseQuery({
    queryKey: ['rules'],
    queryFn: ({ signal }) => client.get<RulesNow>('/latchkey/rules', { signal }),
  }).data
}

/** Something that has a name. */
export interface Named {
  readonly id: string
  readonly displayName: string
}

/** The strengths there are, those that are built in first. */
export function useStrengths(): readonly Named[] {
  const client = useClient()
  return useSuspenseQuery({
    queryKey: ['strengths', 'names'],
    queryFn: ({ signal }) => client.get<Page<Named>>('/policies/authenticationStrengthPolicies', { signal }),
  }).data.value
}

/** The roles there are, by their template ids. */
export function useRoleNames(): readonly Named[] {
  const client = useClient()
  return useSuspenseQuery({
    queryKey: ['roles', 'templates'],
    queryFn: ({ signal }) => client.get<Page<Named>>('/directoryRoleTemplates', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data.value
}

/** The names of some things; one that is not found keeps its id. */
export function useNamesOf(
  kind: 'users' | 'groups' | 'apps',
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const client = useClient()
  const wanted = [...new Set(ids)].sort()
  const { data } = useQuery({
    queryKey: ['names', kind, wanted],
    queryFn: async () => {
      const found = await Promise.allSettled(wanted.map((id) => client.get<Named>(pathOf[kind](id))))
      return found.map(
        (each, at) =>
          [wanted[at] ?? '', each.status === 'fulfilled' ? each.value.displayName : undefined] as const,
      )
    },
    enabled: wanted.length > 0,
    staleTime: 60_000,
  })
  return new Map(wanted.map((id) => [id, data?.find(([known]) => known === id)?.[1] ?? id]))
}

const pathOf = {
  users: (id: string) => `/users/${encodeURIComponent(id)}?$select=id,displayName`,
  groups: (id: string) => `/groups/${encodeURIComponent(id)}`,
  apps: (id: string) => `/servicePrincipals(appId='${encodeURIComponent(id)}')`,
}

/** What a draft would be as a document, or what is missing; and where it would lead people nowhere. */
export function judgeDraft(
  draft: Draft,
  policyId: string | undefined,
  rules: RulesNow,
): { readonly wrong?: string; readonly loops: readonly Loop[] } {
  try {
    const id = policyId ?? '00000000-0000-4000-8000-000000000000'
    const at = new Date(0).toISOString()
    const body = { ...draft, displayName: draft.displayName || '…' }
    const document: ConditionalAccessDocument = readConditionalAccess(body, {
      id,
      createdDateTime: at,
      modifiedDateTime: null,
    })
    const others = rules.conditionalAccess.filter((each) => each.id !== id)
    const surroundings = { complianceKnown: false }
    const loops = findLoops({ ...rules, conditionalAccess: [...others, document] }, surroundings)
    return { loops: loops.filter((loop) => loop.policyId === id) }
  } catch (refusal) {
    return { wrong: refusal instanceof Error ? refusal.message : String(refusal), loops: [] }
  }
}
