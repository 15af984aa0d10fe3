import { type ModelPlace, type OpenPolicy, toOpenPolicy } from '@latchkey/guidance'
import {
  type DescribedModel,
  getPersonFacts,
  isOwnModel,
  listModels,
  type Person,
  rulesOf,
  type Tenant,
} from '@latchkey/identity'
import type { CompiledMethods, PersonFacts } from '@latchkey/policy'
import type { ServerDeps } from '../server-deps.ts'
import { listProviders } from './list-providers.ts'

/** Read what an organisation leaves open to a person: what guidance needs to lead them. */
export async function readOpenPolicy(
  deps: ServerDeps,
  { person, tenant }: { readonly person: Person; readonly tenant: Tenant },
): Promise<OpenPolicy> {
  const { stores } = deps
  const { methods } = await rulesOf(stores, deps, tenant)
  const [facts, password] = await Promise.all([
    getPersonFacts(stores, person, methods),
    stores.passwords.find(person.tenantId, person.userId),
  ])
  return await readPolicyFor(deps, tenant, { methods, facts, hasPassword: password !== undefined })
}

/** Somebody, as far as rules look at them. */
export interface HeldAgainstRules {
  readonly methods: CompiledMethods
  readonly facts: PersonFacts
  readonly hasPassword: boolean
}

/** Read what an organisation leaves open to somebody who has these facts, whoever that is. */
export async function readPolicyFor(
  deps: Pick<ServerDeps, 'stores' | 'config' | 'now'>,
  tenant: Tenant,
  { methods, facts, hasPassword }: HeldAgainstRules,
): Promise<OpenPolicy> {
  const [models, providers] = await Promise.all([
    listModels(deps.stores, deps.now()),
    listProviders(deps, tenant),
  ])
  const places = new Map(models.map((model) => [model.aaguid, toModelPlace(model)]))
  return toOpenPolicy(methods, facts, {
    providers,
    hasPassword,
    // Ours are offered by themselves: one that a rule names opens no other kind.
    placeOf: (aaguid) => (isOwnModel(aaguid) ? 'other' : (places.get(aaguid) ?? 'other')),
  })
}

function toModelPlace({ kind, place }: DescribedModel): ModelPlace {
  if (kind === 'securityKey') return 'securityKey'
  if (place === 'windows' || kind === 'platform') return 'computer'
  return kind === 'provider' ? 'synced' : 'other'
}
