import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import { readAaguids } from '../trust/read-aaguids.ts'
import type { DescribedProvider, ProviderPhone, ProviderPhones } from './provider-store.ts'

/** What an organisation says of a provider. */
export type ProviderFacts = Pick<DescribedProvider, 'name' | 'aaguids' | 'phones'>

type By = Attribution & { readonly tenantId: string }

/** More than anybody wants to choose between. */
const mostProviders = 20
const mostModels = 20
const longestAddress = 500

/**
 * Describe an app that keeps passkeys on phones, so that people are led to it step by step.
 *
 * @throws IdentityRefusal `not_permitted`; `invalid_input` naming the field: no system, an address that is not `https:`, a
 *   version that is none, an AAGUID that is none; `already_exists` if another has the name
 */
export async function addDescribedProvider(
  deps: Deps,
  by: By,
  facts: ProviderFacts,
): Promise<DescribedProvider> {
  const { tenantId, actor } = by
  const provider: DescribedProvider = {
    ...readFacts(facts),
    tenantId,
    providerId: newId(deps),
    createdAt: deps.now(),
    createdBy: actor.userId ?? actor.kind,
  }
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by, 'change the methods policy')
    const held = await tx.providers.list(tenantId)
    if (held.length >= mostProviders)
      throw new IdentityRefusal('invalid_input', { detail: 'too many providers' })
    if (held.some(({ name }) => name === provider.name)) throw new IdentityRefusal('already_exists')
    await tx.providers.insert(provider)
    await appendAudit(tx, deps, by, toAudit('provider_added', provider))
  })
  return provider
}

/** Describe it otherwise. @throws IdentityRefusal as `addDescribedProvider`, and `not_found` */
export async function changeDescribedProvider(
  deps: Deps,
  by: By,
  providerId: string,
  facts: Partial<ProviderFacts>,
): Promise<DescribedProvider> {
  const { tenantId } = by
  return await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by, 'change the methods policy')
    const held = await tx.providers.list(tenantId)
    const before = held.find((each) => each.providerId === providerId)
    if (before === undefined) throw new IdentityRefusal('not_found', { detail: 'provider' })
    const after = { ...before, ...readFacts({ ...before, ...facts }) }
    if (held.some((each) => each.name === after.name && each.providerId !== providerId)) {
      throw new IdentityRefusal('already_exists')
    }
    await tx.providers.put(after)
    await appendAudit(tx, deps, by, toAudit('provider_changed', after))
    return after
  })
}

/** Lead nobody to it any more. Passkeys that are there stay. @throws IdentityRefusal `not_permitted`, `not_found` */
export async function removeDescribedProvider(deps: Deps, by: By, providerId: string): Promise<void> {
  const { tenantId } = by
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by, 'change the methods policy')
    const held = await tx.providers.find(tenantId, providerId)
    if (held === undefined) throw new IdentityRefusal('not_found', { detail: 'provider' })
    await tx.providers.remove(tenantId, providerId)
    await appendAudit(tx, deps, by, toAudit('provider_removed', held))
  })
}

function readFacts({ name, aaguids, phones }: ProviderFacts): ProviderFacts {
  return {
    name: readText(name, 'name', 60),
    aaguids: readAaguids(aaguids, { most: mostModels }),
    phones: readPhones(phones),
  }
}

function readPhones({ iOS, android }: ProviderPhones): ProviderPhones {
  if (iOS === undefined && android === undefined)
    throw new IdentityRefusal('invalid_input', { detail: 'phones' })
  return {
    ...(iOS !== undefined && { iOS: readPhone(iOS, 'phones.iOS') }),
    ...(android !== undefined && { android: readPhone(android, 'phones.android') }),
  }
}

function readPhone({ store, appVersion, least }: ProviderPhone, field: string): ProviderPhone {
  return {
    store: readProviderAddress(store, `${field}.store`),
    ...(appVersion !== undefined && { appVersion: readVersion(appVersion, `${field}.appVersion`) }),
    least: readVersion(least, `${field}.least`),
  }
}

/** Only `https:`, without a name and a password in it: people are sent there. */
export function readProviderAddress(text: string, field: string): string {
  const address = text.trim()
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') {
    if (url.href.length <= longestAddress) return url.href
  }
  throw new IdentityRefusal('invalid_input', { detail: field })
}

function readVersion(text: string, field: string): string {
  const version = text.trim()
  if (/^\d{1,6}(\.\d{1,6}){0,3}$/.test(version)) return version
  throw new IdentityRefusal('invalid_input', { detail: field })
}

function toAudit(activity: string, { providerId, name, aaguids, phones }: DescribedProvider) {
  return {
    activity,
    target: { kind: 'provider', id: providerId, name },
    detail: { aaguids: aaguids.join(' '), systems: Object.keys(phones).join(' ') },
  }
}
