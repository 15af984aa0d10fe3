import type { Loop } from '@latchkey/policy'
import type { Attribution } from '../attribution.ts'
import type { Deps } from '../deps.ts'
import type { LockOutAsk } from '../lock-out/lock-out-ask.ts'
import type { LockOutFindings } from '../lock-out/lock-out-findings.ts'
import { findOut } from '../lock-out/rehearsal.ts'
import { nameAffected } from '../lock-out/require-nobody-shut-out.ts'
import type { AffectedPeople } from '../refusal.ts'
import {
  changeRules,
  type RuleChange,
  type RuleChangeTerms,
  type RuleDeps,
  type RulesProposal,
} from './change-rules.ts'
import { newLoops } from './new-loops.ts'
import type { ChangedDocument } from './rule-store.ts'

/** What a change of the rules would do. */
export interface RulesForecast {
  readonly changed: readonly ChangedDocument[]
  /** How many would be worse off, by where they would come to stand. */
  readonly counts: LockOutFindings['counts']
  /** How many of everybody would stand where. */
  readonly everybody: LockOutFindings['everybody']
  /** Those who would be shut out, and what acknowledges them. Nobody: `total` is 0. */
  readonly affected: AffectedPeople
  /** Whether nobody could administer any more: the change would be refused, acknowledged or not. */
  readonly lastAdministratorLost: boolean
  /** Combinations that lead round in a circle or nowhere, and that the change brings. */
  readonly loops: readonly Loop[]
}

/** Say what a change of the rules would do that was begun. @param proposal absent: nothing would change */
export async function forecastProposal(
  deps: Deps,
  proposal: RulesProposal | undefined,
): Promise<RulesForecast> {
  if (proposal === undefined) return nothing
  return await toForecast(deps, proposal, await findOut(deps, toAsk(proposal)))
}

/** Whom a change that was begun is asked about. */
export function toAsk({ tenant, before, after }: RulesProposal): LockOutAsk {
  const { tenantId, settings } = tenant
  return { tenantId, settings, before: before.documents, after: after.documents }
}

/** Say what a change would do, from what was found out about it. */
export async function toForecast(
  { stores }: Pick<Deps, 'stores'>,
  { tenant: { tenantId }, before, after, changed }: RulesProposal,
  findings: LockOutFindings,
): Promise<RulesForecast> {
  return {
    changed,
    counts: findings.counts,
    everybody: findings.everybody,
    affected: await nameAffected(stores, tenantId, findings),
    lastAdministratorLost: findings.lastAdministratorLost,
    loops: newLoops(before.documents, after.documents),
  }
}

const nobody = { satisfied: 0, canEnrol: 0, needsHelpDesk: 0, blocked: 0 }

const nothing: RulesForecast = {
  changed: [],
  counts: nobody,
  everybody: nobody,
  affected: { total: 0, acknowledgement: '', people: [] },
  lastAdministratorLost: false,
  loops: [],
}

/** Begin a change, and leave it before it is kept. @returns `undefined` if nothing would change */
export async function proposeRules(
  deps: Deps,
  by: Attribution & { readonly tenantId: string },
  changes: readonly RuleChange[],
  terms: RuleChangeTerms = {},
): Promise<RulesProposal | undefined> {
  return await catchProposal(deps, (trying) => changeRules(trying, by, changes, terms))
}

/**
 * Do what changes rules, and leave it before anything is kept: what `attempt` does must change nothing but rules, with
 * the dependencies it is given.
 *
 * @returns what would have been kept first; `undefined` if nothing would change
 */
export async function catchProposal<D extends Deps>(
  deps: D,
  attempt: (deps: D & RuleDeps) => Promise<unknown>,
): Promise<RulesProposal | undefined> {
  let proposed: RulesProposal | undefined
  const left = new Error('left before it was kept')
  const checkRules = async (_: unknown, proposal: RulesProposal) => {
    proposed = proposal
    throw left
  }
  try {
    await attempt({ ...deps, checkRules })
    return undefined
  } catch (error) {
    if (error !== left) throw error
    return proposed
  }
}
