import { type ExcludedTargetDocument, everybody } from '../documents/methods-policy-document.ts'

/** A set of people, by everybody, groups and ids. */
export interface PeopleSet {
  readonly everybody: boolean
  readonly groups: ReadonlySet<string>
  readonly users: ReadonlySet<string>
}

/** Whether somebody is in a set of people. */
export function isAmong(
  people: PeopleSet,
  { userId, groupIds }: { readonly userId: string; readonly groupIds: ReadonlySet<string> },
): boolean {
  if (people.everybody || people.users.has(userId)) return true
  for (const group of people.groups) if (groupIds.has(group)) return true
  return false
}

/** The people that targets name. */
export function toPeople(targets: readonly ExcludedTargetDocument[]): PeopleSet {
  const named = targets.filter(({ id }) => id !== everybody)
  const ids = (type: 'group' | 'user') =>
    new Set(named.flatMap(({ targetType, id }) => (targetType === type ? id : [])))
  return { everybody: named.length < targets.length, groups: ids('group'), users: ids('user') }
}
