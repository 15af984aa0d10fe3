import { DocumentRefusal } from '@latchkey/policy'
import type { Attribution } from '../attribution.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { IdentityRefusal } from '../refusal.ts'
import { changeRules, type RuleChangeTerms, type RulesChanged, type RulesProposal } from './change-rules.ts'
import { findStrangers, type Stranger } from './find-strangers.ts'
import { forecastProposal, proposeRules, type RulesForecast } from './forecast-rules.ts'
import { type LeftOut, type ReadExport, type RulesExport, readExport } from './read-export.ts'

/** Rules of another organisation, or of this one at another time. */
export interface RulesImport {
  readonly exported: RulesExport
  /** Ids of people, groups and applications there, and whom they mean here. */
  readonly replace?: Readonly<Record<string, string>>
}

/** What taking over would change, before anything is. */
export interface ImportProposal {
  /** Absent: nothing would change. */
  readonly proposal: RulesProposal | undefined
  readonly leftOut: readonly LeftOut[]
  /** People and groups that the rules would name and that are not here: nothing is taken over while there are any. */
  readonly strangers: readonly Stranger[]
}

/** What taking over would do. */
export interface ImportForecast extends RulesForecast, Omit<ImportProposal, 'proposal'> {}

/** What was taken over. */
export interface RulesImported extends RulesChanged {
  readonly leftOut: readonly LeftOut[]
}

type Importer = Attribution & { readonly tenantId: string }

/** Begin taking over rules, and keep nothing. @throws IdentityRefusal as `changeRules` */
export async function proposeImport(deps: Deps, by: Importer, ask: RulesImport): Promise<ImportProposal> {
  const { changes, leftOut } = read(deps, ask)
  const proposal = await proposeRules(deps, by, changes)
  return { proposal, leftOut, strangers: await newStrangers(deps, proposal) }
}

/** Say what taking over rules would do, and do nothing. @throws IdentityRefusal as `changeRules` */
export async function forecastImport(deps: Deps, by: Importer, ask: RulesImport): Promise<ImportForecast> {
  const { proposal, ...others } = await proposeImport(deps, by, ask)
  return { ...(await forecastProposal(deps, proposal)), ...others }
}

/**
 * Take over rules: one change like any other, checked like any other. What has the id of something that is here takes
 * its place; nothing is removed.
 *
 * @throws IdentityRefusal as `changeRules`; `document_invalid` also for the first person or group that is not here
 */
export async function importRules(
  deps: Deps,
  by: Importer,
  ask: RulesImport,
  terms: RuleChangeTerms = {},
): Promise<RulesImported> {
  const { changes, leftOut } = read(deps, ask)
  const [stranger] = await newStrangers(deps, await proposeRules(deps, by, changes, terms))
  if (stranger !== undefined) {
    throw invalid(new DocumentRefusal(stranger.path, `nobody here has the id ${stranger.id}`))
  }
  return { ...(await changeRules(deps, by, changes, terms)), leftOut }
}

function read(deps: Deps, { exported, replace = {} }: RulesImport): ReadExport {
  const meant = new Map(Object.entries(replace).map(([theirs, ours]) => [theirs.toLowerCase(), ours]))
  const parts = Object.entries(exported).map(([name, part]) => [name, replaceIds(part, meant)])
  try {
    return readExport(Object.fromEntries(parts), { at: deps.now().toISOString(), newId: () => newId(deps) })
  } catch (refusal) {
    throw refusal instanceof DocumentRefusal ? invalid(refusal) : refusal
  }
}

function replaceIds(value: unknown, meant: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return meant.get(value.toLowerCase()) ?? value
  if (Array.isArray(value)) return value.map((each) => replaceIds(each, meant))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, replaceIds(inside, meant)]))
}

async function newStrangers(
  { stores }: Pick<Deps, 'stores'>,
  proposal: RulesProposal | undefined,
): Promise<readonly Stranger[]> {
  if (proposal === undefined) return []
  const { tenantId } = proposal.tenant
  const known = await findStrangers(stores, tenantId, proposal.before.documents)
  const keys = new Set(known.map(({ id, path }) => `${id} ${path}`))
  const named = await findStrangers(stores, tenantId, proposal.after.documents)
  return named.filter(({ id, path }) => !keys.has(`${id} ${path}`))
}

function invalid(refusal: DocumentRefusal): IdentityRefusal {
  return new IdentityRefusal('document_invalid', { detail: refusal.message, cause: refusal })
}
