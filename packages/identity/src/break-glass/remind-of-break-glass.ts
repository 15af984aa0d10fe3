import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import type { Shelves } from '../stores.ts'
import { type BreakGlassAccount, listBreakGlass } from './list-break-glass.ts'

const dayMilliseconds = 86_400_000

/** An account that nobody has tried for so long may not work on the day it is needed. */
export const provenForDays = 90

/**
 * Remind the administrators of accounts for emergencies that were not used for a quarter: once a quarter for each, whoever
 * asks however often. What is written down in the audit is what says when it was last done.
 *
 * @returns how many accounts were reminded of
 */
export async function remindOfBreakGlass(deps: Deps, tenantId: string): Promise<number> {
  return await deps.stores.atomically(async (tx) => {
    let reminded = 0
    for (const account of await listBreakGlass(tx, tenantId)) {
      if (await remind(tx, deps, account)) reminded++
    }
    return reminded
  })
}

async function remind(
  tx: Shelves,
  deps: Pick<Deps, 'now' | 'random'>,
  { person, lastUsedAt }: BreakGlassAccount,
): Promise<boolean> {
  const { tenantId, userId, userName, enabled, createdAt } = person
  const marked = await lastOf(tx, person, 'break_glass_marked')
  const provenAt = lastUsedAt ?? marked ?? createdAt
  const unprovenDays = daysSince(provenAt, deps)
  if (!enabled || unprovenDays < provenForDays) return false
  // One that was marked lately is asked for when it has been one for a quarter.
  if (marked !== undefined && daysSince(marked, deps) < provenForDays) return false
  const last = await lastOf(tx, person, 'break_glass_unproven')
  if (last !== undefined && daysSince(last, deps) < provenForDays) return false

  const by = { tenantId, actor: { kind: 'system' as const } }
  await appendAudit(tx, deps, by, {
    activity: 'break_glass_unproven',
    target: { kind: 'person', id: userId, name: userName },
    detail: { days: unprovenDays },
  })
  await mailAdministrators(tx, deps, {
    tenantId,
    roles: ['globalAdministrator'],
    template: 'break_glass_unproven',
    values: { name: userName, days: String(unprovenDays) },
  })
  return true
}

async function lastOf(
  tx: Pick<Shelves, 'audit'>,
  { tenantId, userId }: BreakGlassAccount['person'],
  activity: string,
): Promise<Date | undefined> {
  const [last] = await tx.audit.list(tenantId, { limit: 1, targetId: userId, activity })
  return last?.at
}

function daysSince(at: Date, { now }: Pick<Deps, 'now'>): number {
  return Math.floor((now().getTime() - at.getTime()) / dayMilliseconds)
}
