import type { RulesExport } from '@latchkey/identity'
import { importRules, type RulesImport } from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { entity } from '../graph-answer.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { ifGiven } from '../if-given.ts'
import { termsOf } from '../policies/change-rule.ts'
import { readGraphBody } from '../read-graph-body.ts'
import { isGraphObject } from '../resource-shape.ts'
import { anyRulePermission, requireRulePermissions } from './require-rule-permissions.ts'
import { toRuleChange } from './rule-change.ts'

const permissions = { delegated: anyRulePermission, application: anyRulePermission }

const parts = [
  'authenticationMethodsPolicy',
  'authenticationStrengthPolicies',
  'conditionalAccessPolicies',
  'namedLocations',
  'authenticationContextClassReferences',
] as const satisfies readonly (keyof RulesExport)[]

const Import = z.strictObject({
  ...Object.fromEntries(parts.map((name) => [name, z.unknown().optional()])),
  replace: z.record(z.string(), z.string().max(100)).optional(),
})

/** Rules taken over from elsewhere. Ours: Graph has no such thing. */
export const importRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/latchkey/rules/import',
    permissions,
    act: 'read rules',
    async handle(call) {
      const { version, changed, loops, leftOut } = await importRules(
        call.deps,
        by(call),
        readImport(call),
        termsOf(call),
      )
      return entity(call, 'latchkey.rulesImported', {
        version,
        changed: changed.map(toRuleChange),
        loops,
        leftOut,
      })
    },
  },
]

/**
 * Read what is to be taken over.
 *
 * @throws GraphRefusal `Authorization_RequestDenied` for a part that the caller could not change by itself
 */
export function readImport(call: GraphCall): RulesImport {
  const { replace } = readGraphBody(Import, call.body)
  // Each part is read where it belongs, with the annotations in it.
  const exported = pick(call.body)
  const { authenticationMethodsPolicy: methods, ...others } = exported
  requireRulePermissions(call, [
    ...(methods === undefined ? [] : (['methodsPolicy'] as const)),
    ...(Object.keys(others).length > 0 ? (['conditionalAccess'] as const) : []),
  ])
  return { exported, ...ifGiven('replace', replace) }
}

function pick(body: unknown): RulesExport {
  const given = isGraphObject(body) ? body : {}
  return Object.fromEntries(parts.filter((name) => name in given).map((name) => [name, given[name]]))
}
