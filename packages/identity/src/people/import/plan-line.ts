import type { Attribution } from '../../attribution.ts'
import type { Deps } from '../../deps.ts'
import { IdentityRefusal } from '../../refusal.ts'
import { toPerson } from '../add-person.ts'
import { withChange } from '../change-person.ts'
import type { Person } from '../person.ts'
import type { ChangedFacts, ImportedFacts, ImportReason } from './person-import.ts'

/** What there is, for a line to be held against. */
export interface Surroundings {
  readonly domains: readonly string[]
  /** By name, lower case. */
  readonly groupIds: ReadonlyMap<string, string>
}

/** What a line comes to. */
export type LinePlan =
  | { readonly does: 'create' | 'change'; readonly person: Person; readonly groupIds: readonly string[] }
  | { readonly does: 'unchanged'; readonly person: Person }
  | { readonly does: 'refused'; readonly reason: ImportReason }

/**
 * Decide what a line does: the preview says it, and carrying it out decides it again.
 *
 * @param existing who has that user name, and the ids of their groups
 */
export function planLine(
  deps: Pick<Deps, 'now' | 'random'>,
  tenantId: string,
  facts: ImportedFacts,
  existing: { readonly person: Person; readonly isMember: (groupId: string) => boolean } | undefined,
  { domains, groupIds: known }: Surroundings,
): LinePlan {
  const wanted = (facts.groups ?? []).map((name) => known.get(name.toLowerCase()))
  if (wanted.includes(undefined)) return { does: 'refused', reason: 'group' }
  const groupIds = wanted.filter((groupId) => groupId !== undefined)
  const { groups: _, userName, enabled, ...texts } = facts
  try {
    if (existing === undefined) {
      const displayName =
        facts.displayName ?? [facts.givenName, facts.surname].filter((name) => name !== undefined).join(' ')
      const by = { tenantId, ...texts, userName, displayName, ...(enabled !== undefined && { enabled }) }
      return { does: 'create', person: toPerson(deps, by, domains), groupIds }
    }
    const { person: before, isMember } = existing
    const person = { ...withChange(before, texts, domains), enabled: enabled ?? before.enabled }
    const joining = groupIds.filter((groupId) => !isMember(groupId))
    return isSame(before, person) && joining.length === 0
      ? { does: 'unchanged', person }
      : { does: 'change', person, groupIds: joining }
  } catch (cause) {
    if (!(cause instanceof IdentityRefusal)) throw cause
    return { does: 'refused', reason: toReason(cause) }
  }
}

const fieldReasons: readonly ImportReason[] = [
  'userName',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'preferredLanguage',
]

/** A refusal as the reason of a line. @throws the refusal itself if no line is to blame */
export function toReason(refusal: IdentityRefusal): ImportReason {
  switch (refusal.code) {
    case 'invalid_input': {
      const field = fieldReasons.find((name) => name === refusal.detail)
      if (field === undefined) throw refusal
      return field
    }
    case 'not_permitted':
    case 'already_exists':
    case 'last_administrator':
      return refusal.code
    case 'not_found':
      return 'gone'
    default:
      throw refusal
  }
}

/** What of a person an import may change. */
export function factsOf(person: Person): ChangedFacts {
  const { displayName, givenName, surname, mail, preferredLanguage, enabled } = person
  return {
    displayName,
    ...(givenName !== undefined && { givenName }),
    ...(surname !== undefined && { surname }),
    ...(mail !== undefined && { mail }),
    ...(preferredLanguage !== undefined && { preferredLanguage }),
    enabled,
  }
}

/** Whether somebody is as somebody was, as far as an import goes. */
export function isSame(one: Person | ChangedFacts, other: Person | ChangedFacts): boolean {
  return (['displayName', 'givenName', 'surname', 'mail', 'preferredLanguage', 'enabled'] as const).every(
    (name) => one[name] === other[name],
  )
}

/** A change to imports. */
export type ImportTarget = Attribution & { readonly tenantId: string; readonly importId: string }
