import type { Attribution } from '../attribution.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import {
  type AnyRuleChange,
  changeInUnit,
  inRulesUnit,
  type RuleChangeTerms,
  type RuleDeps,
  type RulesChanged,
} from './change-rules.ts'
import { type ChangedProperty, changedProperties } from './changed-properties.ts'
import type { ChangedDocument, RuleChangeQuery, RuleChangeRecord, RuleKind } from './rule-store.ts'

/** List the changes of a tenant's rules, newest version first. @throws IdentityRefusal `not_permitted` */
export async function listRuleChanges(
  tx: Pick<Shelves, 'rules' | 'roles' | 'people'>,
  by: Attribution & { readonly tenantId: string },
  query: RuleChangeQuery,
): Promise<readonly RuleChangeRecord[]> {
  await requirePermission(tx, by, 'read rules')
  return await tx.rules.listChanges(by.tenantId, query)
}

/** A document at two versions, and where it differs. */
export interface RuleDifference extends ChangedDocument {
  readonly properties: readonly ChangedProperty[]
}

/**
 * Compare a tenant's rules as they were from version `from` on with those from version `to` on. Version 0 is before the
 * first change.
 *
 * @throws IdentityRefusal `not_permitted`
 */
export async function compareRules(
  tx: Pick<Shelves, 'rules' | 'roles' | 'people'>,
  by: Attribution & { readonly tenantId: string },
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly RuleDifference[]> {
  await requirePermission(tx, by, 'read rules')
  const between = await tx.rules.listEnds(by.tenantId, { after: from, before: to + 1 })
  return amountOf(between)
    .map((each) => ({ ...each, properties: changedProperties(each.before, each.after) }))
    .filter(({ properties }) => properties.length > 0)
}

/** What is to be as it was. */
export interface RestoreAsk {
  /** As it was from this version on; 0 is before the first change. */
  readonly version: number
  /** One document; absent: all of them. */
  readonly document?: { readonly kind: RuleKind; readonly id: string }
}

/**
 * Restore rules as they were at a version. That is a change like any other: it makes a new version, is checked, needs
 * the same permissions, and the history goes on.
 *
 * @throws IdentityRefusal `not_found` for a version there never was, and what `changeRules` refuses by
 */
export async function restoreRules(
  deps: RuleDeps,
  by: Attribution & { readonly tenantId: string },
  { version, document }: RestoreAsk,
  terms: RuleChangeTerms = {},
): Promise<RulesChanged> {
  return await inRulesUnit(deps, by.tenantId, async (tx, rehearsal) => {
    const { rulesVersion } = await getTenant(tx, by.tenantId)
    if (version > rulesVersion) throw new IdentityRefusal('not_found', { detail: 'version' })
    const since = await tx.rules.listEnds(by.tenantId, { after: version, ...document })
    const changes = amountOf(since).map(toRestoring)
    if (changes.length > 0) return await changeInUnit(tx, deps, by, changes, { ...terms, rehearsal })
    await requirePermission(tx, by, 'read rules')
    return { version: rulesVersion, changed: [], loops: [] }
  })
}

/** What changes amount to, each document once: as it was before the first, and after the last. Newest first, as listed; those between say nothing. */
function amountOf(changes: readonly RuleChangeRecord[]): readonly ChangedDocument[] {
  const amount = new Map<string, ChangedDocument>()
  for (const { kind, id, before, after } of changes) {
    const key = `${kind} ${id}`
    const later = amount.get(key)
    const last = later === undefined ? after : later.after
    amount.set(key, {
      kind,
      id,
      ...(before !== undefined && { before }),
      ...(last !== undefined && { after: last }),
    })
  }
  return [...amount.values()]
}

function toRestoring({ kind, id, before }: ChangedDocument): AnyRuleChange {
  return { kind, id, change: () => before }
}
