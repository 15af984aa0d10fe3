import type { Attribution, PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { checkMove } from '../lock-out/check-move.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { getPerson } from './get-person.ts'
import type { Group } from './group-store.ts'
import { requirePermission } from './require-permission.ts'

/** Add a group. @throws IdentityRefusal `already_exists`, `invalid_input`, `not_permitted` */
export async function addGroup(
  deps: Deps,
  ask: Attribution & {
    readonly tenantId: string
    readonly displayName: string
    readonly description?: string
  },
): Promise<Group> {
  const { tenantId, description } = ask
  const group: Group = {
    tenantId,
    groupId: newId(deps),
    displayName: readText(ask.displayName, 'displayName', 100),
    ...(description !== undefined && { description: readText(description, 'description', 500) }),
    createdAt: deps.now(),
  }
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor: ask.actor }, 'change groups')
    await tx.groups.insert(group)
    await appendAudit(tx, deps, ask, {
      activity: 'group_added',
      target: { kind: 'group', id: group.groupId, name: group.displayName },
    })
  })
  return group
}

/** A person and a group. */
export type Membership = PersonTarget & {
  readonly groupId: string
  /** What the caller accepts of the consequences, as a refusal named it. */
  readonly acknowledge?: string
}

/**
 * Put a person into a group.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `would_block_users`, `last_administrator` if a rule that names
 *   the group would shut them out
 */
export async function addMember(deps: Deps, ask: Membership): Promise<void> {
  await deps.stores.atomically((tx) => addMemberIn(tx, deps, ask))
}

/** The same, as part of a unit of work that keeps something beside it. */
export async function addMemberIn(tx: Shelves, deps: Deps, ask: Membership): Promise<void> {
  const group = await getGroup(tx, ask)
  await requirePermission(tx, ask, 'change groups')
  await checkMembership(tx, deps, ask, 'in')
  await tx.groups.insertMember(ask.tenantId, ask.groupId, ask.userId)
  await appendAudit(tx, deps, ask, {
    activity: 'member_added',
    target: { kind: 'group', id: group.groupId, name: group.displayName },
    detail: { userId: ask.userId },
  })
}

/** Take a person out of a group. @throws IdentityRefusal as `addMember` */
export async function removeMember(deps: Deps, ask: Membership): Promise<void> {
  await deps.stores.atomically((tx) => removeMemberIn(tx, deps, ask))
}

/** The same, as part of a unit of work that keeps something beside it. */
export async function removeMemberIn(tx: Shelves, deps: Deps, ask: Membership): Promise<void> {
  const group = await getGroup(tx, ask)
  await requirePermission(tx, ask, 'change groups')
  await checkMembership(tx, deps, ask, 'out')
  await tx.groups.removeMember(ask.tenantId, ask.groupId, ask.userId)
  await appendAudit(tx, deps, ask, {
    activity: 'member_removed',
    target: { kind: 'group', id: group.groupId, name: group.displayName },
    detail: { userId: ask.userId },
  })
}

async function checkMembership(tx: Shelves, deps: Deps, ask: Membership, to: 'in' | 'out'): Promise<void> {
  const { tenantId, groupId, userId } = ask
  await checkMove(tx, deps, tenantId, { groupId, to, userIds: [userId] }, ask)
}

async function getGroup(tx: Pick<Shelves, 'groups' | 'people'>, ask: Membership): Promise<Group> {
  await getPerson(tx, ask.tenantId, ask.userId)
  const group = await tx.groups.find(ask.tenantId, ask.groupId)
  if (group === undefined) throw new IdentityRefusal('not_found', { detail: 'group' })
  return group
}
