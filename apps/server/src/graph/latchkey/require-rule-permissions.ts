import type { RuleKind } from '@latchkey/identity'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall } from '../graph-route.ts'

/** What it takes to change each kind of rule by itself: it takes no less to change it together with others. */
const permissionOf: Readonly<Record<RuleKind, string>> = {
  methodsPolicy: 'Policy.ReadWrite.AuthenticationMethod',
  strength: 'Policy.ReadWrite.ConditionalAccess',
  conditionalAccess: 'Policy.ReadWrite.ConditionalAccess',
  namedLocation: 'Policy.ReadWrite.ConditionalAccess',
  authenticationContext: 'Policy.ReadWrite.ConditionalAccess',
  terms: 'Agreement.ReadWrite.All',
}

/** Every kind of rule. */
export const ruleKinds = [
  'methodsPolicy',
  'strength',
  'conditionalAccess',
  'namedLocation',
  'authenticationContext',
  'terms',
] as const satisfies readonly RuleKind[]

/** What opens a route that changes several kinds: one of what it may take. The route then asks for all that it does take. */
export const anyRulePermission: readonly string[] = [...new Set(Object.values(permissionOf))]

/** Every kind that is changed needs its own permission. @throws GraphRefusal `Authorization_RequestDenied` */
export function requireRulePermissions({ caller }: GraphCall, kinds: readonly RuleKind[]): void {
  const has = caller.kind === 'delegated' ? caller.scopes : caller.permissions
  const lacking = kinds.map((kind) => permissionOf[kind]).find((permission) => !has.has(permission))
  if (lacking === undefined) return
  throw new GraphRefusal(
    'Authorization_RequestDenied',
    `Insufficient privileges to complete the operation: it takes '${lacking}'.`,
  )
}
