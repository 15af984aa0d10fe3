import { changeRules, getRuleDocuments, type RuleChange } from '@latchkey/identity'
import type { RuleDocuments } from '@latchkey/policy'
import { by } from '../attribution.ts'
import type { GraphCall } from '../graph-route.ts'

/**
 * Change one document of the rules on behalf of whoever calls. One who has read whom the change would shut out says so
 * in the header `Latchkey-Acknowledge`.
 */
export async function changeRule(call: GraphCall, change: RuleChange): Promise<void> {
  const acknowledge = call.headers['latchkey-acknowledge']
  await changeRules(call.deps, by(call), [change], { ...(acknowledge !== undefined && { acknowledge }) })
}

/** Read the rules as they are. */
export async function readRules({ deps, tenant }: GraphCall): Promise<RuleDocuments> {
  return (await getRuleDocuments(deps.stores, deps, tenant.tenantId)).documents
}
