import { type ModelPlace, type OpenPolicy, toOpenPolicy } from '@latchkey/guidance'
import {
  type DescribedModel,
  getPersonFacts,
  listModels,
  type Person,
  rulesOf,
  type Tenant,
} from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { listProviders } from './list-providers.ts'

/** Read what an organisation leaves open to a person: what guidance needs to lead them. */
export async function readOpenPolicy(
  deps: ServerDeps,
  { person, tenant }: { readonly person: Person; readonly tenant: Tenant },
): Promise<OpenPolicy> {
  const { stores } = deps
  const { methods } = await rulesOf(stores, deps, tenant)
  const [facts, password, models, providers] = await Promise.all([
    getPersonFacts(stores, person, methods),
    stores.passwords.find(person.tenantId, person.userId),
    listModels(stores, deps.now()),
    listProviders(deps, tenant),
  ])
  const places = new Map(models.map((model) => [model.aaguid, toModelPlace(model)]))
  return toOpenPolicy(methods, facts, {
    providers,
    hasPassword: password !== undefined,
    placeOf: (aaguid) => places.get(aaguid) ?? 'other',
  })
}

function toModelPlace({ kind, place }: DescribedModel): ModelPlace {
  if (kind === 'securityKey') return 'securityKey'
  if (place === 'windows' || kind === 'platform') return 'computer'
  return kind === 'provider' ? 'synced' : 'other'
}
