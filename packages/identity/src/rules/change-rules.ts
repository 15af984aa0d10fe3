import {
  compileRules,
  DocumentRefusal,
  type Loop,
  type RuleDocuments,
  type Rules,
  refuseDanglingReferences,
} from '@latchkey/policy'
import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { checkLockOut } from '../lock-out/check-lock-out.ts'
import { type Rehearsal, rehearsed } from '../lock-out/rehearsal.ts'
import { memoryOf } from '../memory.ts'
import { requirePermission } from '../people/require-permission.ts'
import type { Act } from '../people/role-table.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { changedProperties } from './changed-properties.ts'
import { getSnapshot, toRuleDocuments } from './get-rules.ts'
import { newLoops } from './new-loops.ts'
import { refuseTooMany } from './refuse-too-many.ts'
import type { ChangedDocument, KeptRule, RuleDocument, RuleDocumentOf, RuleKind } from './rule-store.ts'

/**
 * What is to become of one document. `change` gets what holds now (of the methods policy there always is one) and gives
 * what is to hold; `undefined` removes. It runs inside the unit, maybe more than once, so it only computes; it may
 * refuse by throwing `DocumentRefusal` or `IdentityRefusal`.
 */
export type RuleChange = {
  readonly [K in RuleKind]: {
    readonly kind: K
    readonly id: string
    change(before: RuleDocumentOf[K] | undefined): RuleDocumentOf[K] | undefined
  }
}[RuleKind]

/** A change of whichever kind. A `RuleChange` is one: it is given documents of its own kind and no other. */
export interface AnyRuleChange {
  readonly kind: RuleKind
  readonly id: string
  change(before: RuleDocument | undefined): RuleDocument | undefined
}

/** What a change rests on. */
export interface RuleChangeTerms {
  /** The version the caller saw: if it is another now, nothing is changed. */
  readonly ifVersion?: number
  /** What the caller accepts of the consequences, as the check names it. */
  readonly acknowledge?: string
}

/** Rules as they are, and as they would be. */
export interface RulesProposal {
  readonly tenant: Tenant
  readonly by: Attribution
  readonly before: { readonly documents: RuleDocuments; readonly rules: Rules }
  readonly after: { readonly documents: RuleDocuments; readonly rules: Rules }
  readonly changed: readonly ChangedDocument[]
  readonly acknowledge?: string
}

/**
 * The last word before rules are kept: refuses by throwing. It runs inside the unit that keeps them, after the documents
 * were read and before the version is compared, so what it finds out is what will hold. Units wait for one another: what
 * takes long is found out before, and only confirmed here (`proposal.acknowledge`).
 */
export type RulesCheck = (tx: Shelves, proposal: RulesProposal) => Promise<void>

/** What changing rules needs. Without `checkRules` the check is that nobody is shut out who was not acknowledged. */
export type RuleDeps = Deps & { readonly checkRules?: RulesCheck }

/** What was kept. */
export interface RulesChanged {
  /** The version from now on; as before, if nothing differed. */
  readonly version: number
  readonly changed: readonly ChangedDocument[]
  /** Combinations that lead round in a circle or nowhere, and that the change brought. */
  readonly loops: readonly Loop[]
}

/**
 * Change what a tenant decides by: all the documents or none, as one version, with history and audit.
 *
 * @throws IdentityRefusal `not_permitted`; `rules_changed` if the version is not the one the caller saw; `rules_full`;
 *   `document_invalid`, whose cause is the `DocumentRefusal` that names the place; `would_block_users` and
 *   `last_administrator`, which carry whom it concerns, or whatever else `checkRules` refuses by
 */
export async function changeRules(
  deps: RuleDeps,
  by: Attribution & { readonly tenantId: string },
  changes: readonly RuleChange[],
  terms: RuleChangeTerms = {},
): Promise<RulesChanged> {
  return await inRulesUnit(deps, by.tenantId, (tx, rehearsal) =>
    changeInUnit(tx, deps, by, changes, { ...terms, rehearsal }),
  )
}

/** A unit that changes rules: if it is not kept, nothing that was compiled of it may be remembered either. */
export async function inRulesUnit<T>(
  deps: RuleDeps,
  tenantId: string,
  unit: (tx: Shelves, rehearsal: Rehearsal) => Promise<T>,
): Promise<T> {
  try {
    return await rehearsed(deps, (rehearsal) => deps.stores.atomically((tx) => unit(tx, rehearsal)))
  } catch (error) {
    memoryOf(deps.stores).rules.delete(tenantId)
    throw error
  }
}

/** The same, inside a unit of work of `inRulesUnit`. */
export async function changeInUnit(
  tx: Shelves,
  deps: RuleDeps,
  by: Attribution & { readonly tenantId: string },
  changes: readonly AnyRuleChange[],
  { ifVersion, acknowledge, rehearsal }: RuleChangeTerms & { readonly rehearsal: Rehearsal },
): Promise<RulesChanged> {
  const tenant = await getTenant(tx, by.tenantId)
  for (const act of new Set(changes.map(({ kind }) => actOf[kind]))) await requirePermission(tx, by, act)
  const { tenantId, rulesVersion: from } = tenant
  if (ifVersion !== undefined && ifVersion !== from) throw rulesChanged(from)

  const before = await getSnapshot(tx, deps, tenant)
  const { documents, changed } = apply(before.kept, changes)
  if (changed.length === 0) return { version: from, changed, loops: [] }
  refuseTooMany(before.documents, documents)
  const check: RulesCheck =
    deps.checkRules ?? ((inUnit, proposal) => checkLockOut(inUnit, deps, proposal, rehearsal))
  await check(tx, {
    tenant,
    by,
    before,
    after: { documents, rules: compileRules(documents) },
    changed,
    ...(acknowledge !== undefined && { acknowledge }),
  })

  if (!(await tx.rules.raiseVersion(tenantId, from))) throw rulesChanged(from)
  const version = from + 1
  const correlationId = by.correlationId ?? newId(deps)
  for (const each of changed) {
    await keep(tx, tenantId, each)
    await tx.rules.appendChange({
      ...each,
      tenantId,
      version,
      at: deps.now(),
      actor: by.actor,
      correlationId,
    })
    await appendAudit(tx, deps, { ...by, correlationId }, toAudit(each, version))
  }
  return { version, changed, loops: newLoops(before.documents, documents) }
}

/** Who may change each kind. */
const actOf: Readonly<Record<RuleKind, Act>> = {
  methodsPolicy: 'change the methods policy',
  strength: 'change conditional access',
  conditionalAccess: 'change conditional access',
  namedLocation: 'change conditional access',
  authenticationContext: 'change conditional access',
  terms: 'change conditional access',
}

function rulesChanged(version: number): IdentityRefusal {
  return new IdentityRefusal('rules_changed', { detail: `version ${version} holds` })
}

/** Do the changes one after another; what they amount to is what counts. */
function apply(
  before: readonly KeptRule[],
  changes: readonly AnyRuleChange[],
): { readonly documents: RuleDocuments; readonly changed: readonly ChangedDocument[] } {
  try {
    const held = new Map(before.map((rule) => [keyOf(rule), rule]))
    const kept = new Map(held)
    for (const { kind, id, change } of changes) {
      const key = keyOf({ kind, id })
      const document = change(kept.get(key)?.document)
      if (document === undefined) kept.delete(key)
      else kept.set(key, { kind, id, document })
    }
    const documents = toRuleDocuments([...kept.values()])
    const keys = new Set(changes.map(keyOf))
    const changed = [...keys].flatMap((key) => toChanged(held.get(key), kept.get(key)))
    if (changed.length > 0) refuseDanglingReferences(documents)
    return { documents, changed }
  } catch (refusal) {
    if (!(refusal instanceof DocumentRefusal)) throw refusal
    throw new IdentityRefusal('document_invalid', { detail: refusal.message, cause: refusal })
  }
}

function keyOf({ kind, id }: { readonly kind: RuleKind; readonly id: string }): string {
  return `${kind} ${id}`
}

/** Nothing, if nothing differs. */
function toChanged(before: KeptRule | undefined, after: KeptRule | undefined): readonly ChangedDocument[] {
  const rule = after ?? before
  if (rule === undefined || JSON.stringify(before?.document) === JSON.stringify(after?.document)) return []
  return [
    {
      kind: rule.kind,
      id: rule.id,
      ...(before !== undefined && { before: before.document }),
      ...(after !== undefined && { after: after.document }),
    },
  ]
}

async function keep(
  tx: Pick<Shelves, 'rules'>,
  tenantId: string,
  { kind, id, after }: ChangedDocument,
): Promise<void> {
  if (after === undefined) await tx.rules.remove(tenantId, kind, id)
  else await tx.rules.put(tenantId, { kind, id, document: after })
}

/** What the audit calls each kind. The names are stable. */
const nameOf: Readonly<Record<RuleKind, string>> = {
  methodsPolicy: 'methods_policy',
  strength: 'strength',
  conditionalAccess: 'access_policy',
  namedLocation: 'named_location',
  authenticationContext: 'authentication_context',
  terms: 'terms',
}

/** The history has the whole; the audit says what changed, and to what. */
const longestValue = 200

function toAudit({ kind, id, before, after }: ChangedDocument, version: number) {
  const name = (after ?? before)?.displayName
  const verb = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  const properties = verb === 'changed' ? changedProperties(before, after) : []
  const shown = properties.map((each) => [
    each.path,
    (JSON.stringify(each.after) ?? '').slice(0, longestValue),
  ])
  return {
    activity: `${nameOf[kind]}_${verb}`,
    target: { kind, id, ...(name !== undefined && { name }) },
    detail: { ...Object.fromEntries(shown), version },
  }
}
