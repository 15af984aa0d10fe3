import type { RuleDocuments } from '@latchkey/policy'
import type { Shelves } from '../stores.ts'

/** Somebody or some group that a rule names, and that nobody here is. */
export interface Stranger {
  readonly kind: 'user' | 'group'
  readonly id: string
  /** Where: the name of the document, and the place in it. */
  readonly path: string
}

/** Words that stand in the place of an id. */
const words = new Set(['All', 'None', 'GuestsOrExternalUsers', 'all_users'])

/**
 * Find the people and groups that rules name and that are not here. A rule that leaves out a group nobody is in leaves
 * out nobody: what was written for another organisation must say whom it means in this one.
 */
export async function findStrangers(
  tx: Pick<Shelves, 'groups' | 'people'>,
  tenantId: string,
  { conditionalAccess, methodsPolicy }: Pick<RuleDocuments, 'conditionalAccess' | 'methodsPolicy'>,
): Promise<readonly Stranger[]> {
  const named = [...conditionalAccess.flatMap(namedInAccess), ...namedInMethods(methodsPolicy)]
  const users = [...new Set(named.filter(({ kind }) => kind === 'user').map(({ id }) => id))]
  const found = await tx.people.listByIds(tenantId, users)
  const groups = named.some(({ kind }) => kind === 'group') ? await tx.groups.list(tenantId) : []
  const known = new Set([...found.map(({ userId }) => userId), ...groups.map(({ groupId }) => groupId)])
  return named.filter(({ id }) => !known.has(id))
}

function namedInAccess(policy: RuleDocuments['conditionalAccess'][number]): readonly Stranger[] {
  const { users } = policy.conditions
  const lists = [
    ['user', 'includeUsers'],
    ['user', 'excludeUsers'],
    ['group', 'includeGroups'],
    ['group', 'excludeGroups'],
  ] as const
  return lists.flatMap(([kind, name]) =>
    users[name]
      .filter((id) => !words.has(id))
      .map((id) => ({ kind, id, path: `${policy.displayName}: conditions.users.${name}` })),
  )
}

function namedInMethods(policy: RuleDocuments['methodsPolicy']): readonly Stranger[] {
  const { fido2, temporaryAccessPass, softwareOath, microsoftAuthenticator } = policy
  return [fido2, temporaryAccessPass, softwareOath, microsoftAuthenticator].flatMap((each) =>
    (['includeTargets', 'excludeTargets'] as const).flatMap((name) =>
      each[name]
        .filter(({ id }) => !words.has(id))
        .map(({ targetType: kind, id }) => ({ kind, id, path: `${each.id}: ${name}` })),
    ),
  )
}
