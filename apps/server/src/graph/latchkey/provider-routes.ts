import type { DescribedProvider, ProviderPhone } from '@latchkey/identity'
import {
  addDescribedProvider,
  changeDescribedProvider,
  type ProviderFacts,
  removeDescribedProvider,
} from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { collection, created, entity, noContent } from '../graph-answer.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { methodsPolicy as permissions } from '../policies/rule-permissions.ts'
import { readGraphBody } from '../read-graph-body.ts'
import type { GraphObject } from '../resource-shape.ts'

const place = '/latchkey/describedProviders'

const Phone = z.strictObject({
  storeUrl: z.string().max(1000),
  minimumAppVersion: z.string().max(40).nullish(),
  minimumVersion: z.string().max(40),
})

const Provider = z.strictObject({
  displayName: z.string().max(200),
  aaGuids: z.array(z.string().max(40)).max(200),
  platforms: z.strictObject({ iOS: Phone.nullish(), android: Phone.nullish() }),
})

const Change = Provider.partial()

/** Apps that keep passkeys on phones, as the organisation describes them to its people. Ours: Graph has no such thing. */
export const providerRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      const providers = await call.deps.stores.providers.list(call.tenant.tenantId)
      return collection(call, 'latchkey/describedProviders', providers.map(toProvider))
    },
  },
  {
    method: 'POST',
    path: place,
    permissions: permissions.write,
    act: 'change the methods policy',
    async handle(call) {
      const { displayName, aaGuids, platforms } = readGraphBody(Provider, call.body)
      const facts = { name: displayName, aaguids: aaGuids, phones: toPhones(platforms) }
      const made = await addDescribedProvider(call.deps, by(call), facts)
      const context = 'latchkey/describedProviders/$entity'
      return created(call, context, toProvider(made), `${place}/${made.providerId}`)
    },
  },
  {
    method: 'GET',
    path: `${place}/{provider}`,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      return entity(call, 'latchkey/describedProviders/$entity', toProvider(await getProvider(call)))
    },
  },
  {
    method: 'PATCH',
    path: `${place}/{provider}`,
    permissions: permissions.write,
    act: 'change the methods policy',
    async handle(call) {
      const { displayName, aaGuids, platforms } = readGraphBody(Change, call.body)
      const facts: Partial<ProviderFacts> = {
        ...ifGiven('name', displayName),
        ...ifGiven('aaguids', aaGuids),
        ...ifGiven('phones', platforms && toPhones(platforms)),
      }
      await changeDescribedProvider(call.deps, by(call), keyOf(call, 'provider'), facts)
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: `${place}/{provider}`,
    permissions: permissions.write,
    act: 'change the methods policy',
    async handle(call) {
      await removeDescribedProvider(call.deps, by(call), keyOf(call, 'provider'))
      return noContent
    },
  },
]

/** @throws GraphRefusal `Request_ResourceNotFound` */
async function getProvider(call: GraphCall): Promise<DescribedProvider> {
  const id = keyOf(call, 'provider')
  const found = await call.deps.stores.providers.find(call.tenant.tenantId, id)
  if (found === undefined) throw resourceMissing(id)
  return found
}

function toPhones({ iOS, android }: z.infer<typeof Provider>['platforms']): ProviderFacts['phones'] {
  return {
    ...(iOS && { iOS: readPhone(iOS) }),
    ...(android && { android: readPhone(android) }),
  }
}

function readPhone({ storeUrl, minimumAppVersion, minimumVersion }: z.infer<typeof Phone>): ProviderPhone {
  return {
    store: storeUrl,
    ...(minimumAppVersion && { appVersion: minimumAppVersion }),
    least: minimumVersion,
  }
}

function toProvider({ providerId, name, aaguids, phones, createdAt }: DescribedProvider): GraphObject {
  return {
    id: providerId,
    displayName: name,
    aaGuids: aaguids,
    platforms: { iOS: toPhone(phones.iOS), android: toPhone(phones.android) },
    createdDateTime: toGraphTime(createdAt),
  }
}

function toPhone(phone: ProviderPhone | undefined): GraphObject | null {
  if (phone === undefined) return null
  return {
    storeUrl: phone.store,
    minimumAppVersion: phone.appVersion ?? null,
    minimumVersion: phone.least,
  }
}
