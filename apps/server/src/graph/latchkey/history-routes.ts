import { type Actor, getRuleDocuments, type RuleChangeRecord } from '@latchkey/identity'
import { compareRules, listRuleChanges, restoreRules } from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { collection, entity } from '../graph-answer.ts'
import { nextLink, pageSizeOf, readPlace } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf } from '../key-of.ts'
import { termsOf } from '../policies/change-rule.ts'
import { everyRule } from '../policies/rule-permissions.ts'
import { readGraphBody } from '../read-graph-body.ts'
import type { GraphObject } from '../resource-shape.ts'
import { anyRulePermission, requireRulePermissions, ruleKinds } from './require-rule-permissions.ts'
import { toRuleChange } from './rule-change.ts'

const Restore = z.strictObject({
  version: z.int().min(0),
  document: z.strictObject({ kind: z.enum(ruleKinds), id: z.string().max(100) }).optional(),
})

const place = '/latchkey/rules/changes'

/** How the rules came to be what they are, and the way back. Ours: Graph has no such thing. */
export const historyRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: everyRule,
    act: 'read rules',
    query: ['$top', '$skiptoken'],
    async handle(call) {
      const size = pageSizeOf(call)
      const before = await readPlace(call)
      const { stores } = call.deps
      // Documents that were changed together are one version: one more is read to see whether it was cut in two.
      const records = await listRuleChanges(stores, by(call), {
        limit: size + 1,
        ...(before !== undefined && { before: Number(before) }),
      })
      const shown = records.length > size ? withoutLastVersion(records) : records
      const last = shown.at(-1)
      return collection(call, 'latchkey/rules/changes', shown.map(toRecord), {
        nextLink: records.length > size && last ? nextLink(call, String(last.version)) : undefined,
      })
    },
  },
  {
    method: 'GET',
    path: `${place}/compare(from={from},to={to})`,
    permissions: everyRule,
    act: 'read rules',
    query: [],
    async handle(call) {
      const [from, to] = [readVersion(call, 'from'), readVersion(call, 'to')]
      const differences = await compareRules(call.deps.stores, by(call), { from, to })
      return collection(call, 'Collection(latchkey.ruleChange)', differences.map(toRuleChange))
    },
  },
  {
    method: 'POST',
    path: '/latchkey/rules/restore',
    permissions: { delegated: anyRulePermission, application: anyRulePermission },
    act: 'read rules',
    async handle(call) {
      const { version, document } = readGraphBody(Restore, call.body)
      requireRulePermissions(call, document === undefined ? ruleKinds : [document.kind])
      const ask = { version, ...ifGiven('document', document) }
      const restored = await restoreRules(call.deps, by(call), ask, termsOf(call))
      return entity(call, 'latchkey.rulesRestored', {
        version: restored.version,
        changed: restored.changed.map(toRuleChange),
        loops: restored.loops,
      })
    },
  },
  {
    method: 'GET',
    path: '/latchkey/rules',
    permissions: everyRule,
    act: 'read rules',
    query: [],
    async handle(call) {
      const { deps, tenant } = call
      const { version, documents } = await getRuleDocuments(deps.stores, deps, tenant.tenantId)
      return entity(call, 'latchkey.rules', { version, ...documents })
    },
  },
]

function withoutLastVersion(records: readonly RuleChangeRecord[]): readonly RuleChangeRecord[] {
  const last = records.at(-1)?.version
  const whole = records.filter(({ version }) => version !== last)
  // One version of more documents than a page takes is shown as far as it goes.
  return whole.length > 0 ? whole : records
}

function toRecord(record: RuleChangeRecord): GraphObject {
  const { version, at, actor, correlationId } = record
  return { version, at: toGraphTime(at), by: toActor(actor), correlationId, ...toRuleChange(record) }
}

function toActor(actor: Actor): GraphObject {
  return { ...actor }
}

function readVersion(call: GraphCall, name: string): number {
  const written = keyOf(call, name)
  if (/^\d{1,9}$/.test(written)) return Number(written)
  throw new GraphRefusal('badRequest', `'${name}' must be the number of a version.`)
}
