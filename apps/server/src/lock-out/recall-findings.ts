import { hash } from 'node:crypto'
import type { LockOutFindings, Stores } from '@latchkey/identity'
import { findOut, type RulesProposal, toAsk } from '@latchkey/identity/administer'
import type { ServerDeps } from '../server-deps.ts'

/** So long one list is read page by page. What is decided is never decided by it: a change finds out afresh. */
const recallMilliseconds = 10 * 60_000

/** So many lists are kept; each can be of a hundred thousand people. */
const mostKept = 3

interface Kept {
  readonly findings: LockOutFindings
  readonly at: Date
}

const keptFor = new WeakMap<Stores, Map<string, Kept>>()

/**
 * Find out whom a change would affect, or recall it if it was asked a few minutes ago: lists are read in pages.
 *
 * @param question what was asked, as JSON: documents that are made anew have a new id each time they are proposed
 */
export async function recallFindings(
  deps: ServerDeps,
  proposal: RulesProposal,
  question: unknown,
): Promise<LockOutFindings> {
  const kept = keptFor.get(deps.stores) ?? new Map<string, Kept>()
  keptFor.set(deps.stores, kept)
  const { tenantId, rulesVersion } = proposal.tenant
  const key = hash('sha256', JSON.stringify([tenantId, rulesVersion, question]), 'base64url')
  const known = kept.get(key)
  if (known !== undefined && deps.now().getTime() - known.at.getTime() < recallMilliseconds) {
    return known.findings
  }
  const findings = await findOut(deps, toAsk(proposal))
  kept.delete(key)
  kept.set(key, { findings, at: deps.now() })
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
  return findings
}
