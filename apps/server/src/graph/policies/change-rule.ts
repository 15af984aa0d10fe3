import { getRuleDocuments } from '@latchkey/identity'
import { changeRules, type RuleChange, type RuleChangeTerms } from '@latchkey/identity/administer'
import type { Loop, RuleDocuments } from '@latchkey/policy'
import { by } from '../attribution.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall } from '../graph-route.ts'

/** What is said of a change beside the answer to it, as headers. */
export type Warnings = Readonly<Record<string, string>>

/**
 * Change one document of the rules on behalf of whoever calls.
 *
 * @returns the combinations that it brings and that lead people nowhere: `Latchkey-Warning`
 */
export async function changeRule(call: GraphCall, change: RuleChange): Promise<Warnings> {
  const { loops } = await changeRules(call.deps, by(call), [change], termsOf(call))
  return toWarnings(loops)
}

/** Say the names of loops in a header. */
function toWarnings(loops: readonly Loop[]): Warnings {
  const codes = new Set(loops.map(({ code }) => code))
  return codes.size === 0 ? {} : { 'latchkey-warning': [...codes].sort().join(', ') }
}

/** An answer, and what is said beside it. */
export function withWarnings(answer: GraphAnswer, warnings: Warnings): GraphAnswer {
  return { ...answer, headers: { ...answer.headers, ...warnings } }
}

/**
 * What a change rests on. One who has read whom it would shut out says so in `Latchkey-Acknowledge`; one who has read
 * the rules at some version, and wants to change no other, says that in `If-Match`.
 *
 * @throws GraphRefusal `badRequest`
 */
export function termsOf({ headers }: GraphCall): RuleChangeTerms {
  const acknowledge = headers['latchkey-acknowledge']
  const match = headers['if-match']
  const version = match === undefined || match === '*' ? undefined : /^(?:W\/)?"(\d{1,9})"$/.exec(match)?.[1]
  if (match !== undefined && match !== '*' && version === undefined) {
    throw new GraphRefusal('badRequest', 'If-Match must be the version of the rules, in quotation marks.')
  }
  return {
    ...(acknowledge !== undefined && { acknowledge }),
    ...(version !== undefined && { ifVersion: Number(version) }),
  }
}

/** Read the rules as they are. */
export async function readRules({ deps, tenant }: GraphCall): Promise<RuleDocuments> {
  return (await getRuleDocuments(deps.stores, deps, tenant.tenantId)).documents
}
