import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { checkMove } from '../lock-out/check-move.ts'
import { rehearsed } from '../lock-out/rehearsal.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { Group } from './group-store.ts'
import { requirePermission } from './require-permission.ts'

/** A change to one group. */
export type GroupTarget = Attribution & { readonly tenantId: string; readonly groupId: string }

/**
 * Give a group another name or description; `null` takes the description away.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input`, `already_exists`
 */
export async function changeGroup(
  deps: Deps,
  ask: GroupTarget & { readonly displayName?: string; readonly description?: string | null },
): Promise<Group> {
  const { displayName, description } = ask
  return deps.stores.atomically(async (tx) => {
    const { description: before, ...rest } = await getGroup(tx, ask)
    await requirePermission(tx, { tenantId: ask.tenantId, actor: ask.actor }, 'change groups')
    const said = description === undefined ? before : (description ?? undefined)
    const group: Group = {
      ...rest,
      ...(displayName !== undefined && { displayName: readText(displayName, 'displayName', 100) }),
      ...(said !== undefined && { description: readText(said, 'description', 500) }),
    }
    await tx.groups.put(group)
    await appendAudit(tx, deps, ask, {
      activity: 'group_changed',
      target: { kind: 'group', id: group.groupId, name: group.displayName },
    })
    return group
  })
}

/**
 * Remove a group, its memberships and its assignments.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `would_block_users`, `last_administrator` if a rule that names
 *   the group would shut out who was in it
 */
export async function removeGroup(
  deps: Deps,
  ask: GroupTarget & { readonly acknowledge?: string },
): Promise<void> {
  const { tenantId, groupId, actor } = ask
  await rehearsed(deps, (rehearsal) =>
    deps.stores.atomically(async (tx) => {
      const group = await getGroup(tx, ask)
      await requirePermission(tx, { tenantId, actor }, 'change groups')
      await checkMove(tx, deps, tenantId, { groupId, to: 'out' }, { ...ask, rehearsal })
      await tx.groups.remove(tenantId, groupId)
      await appendAudit(tx, deps, ask, {
        activity: 'group_removed',
        target: { kind: 'group', id: groupId, name: group.displayName },
      })
    }),
  )
}

async function getGroup(tx: Pick<Shelves, 'groups'>, { tenantId, groupId }: GroupTarget): Promise<Group> {
  const group = await tx.groups.find(tenantId, groupId)
  if (group === undefined) throw new IdentityRefusal('not_found', { detail: 'group' })
  return group
}
