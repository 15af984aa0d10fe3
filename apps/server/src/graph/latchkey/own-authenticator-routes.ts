import { type AuthenticatorSettings, type DeviceSurface, type OwnModel, ownModels } from '@latchkey/identity'
import { offerSurface } from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { collection, noContent } from '../graph-answer.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { methodsPolicy as permissions } from '../policies/rule-permissions.ts'
import { graphBoolean, readGraphBody } from '../read-graph-body.ts'
import type { GraphObject } from '../resource-shape.ts'

const place = '/latchkey/ownAuthenticators'

const Offer = z.strictObject({ isOffered: graphBoolean, address: z.string().max(1000).nullish() })

/** Our own authenticators: which of them the organisation leads its people to. Ours: Graph has no such thing. */
export const ownAuthenticatorRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      const { settings } = (await call.deps.stores.tenants.find(call.tenant.tenantId)) ?? call.tenant
      const shown = ownModels.map((model) => toShown(model, settings.authenticator))
      return collection(call, 'latchkey/ownAuthenticators', shown)
    },
  },
  {
    method: 'PATCH',
    path: `${place}/{surface}`,
    permissions: permissions.write,
    act: 'change the methods policy',
    async handle(call) {
      const { isOffered, address } = readGraphBody(Offer, call.body)
      const surface = getSurface(call)
      await offerSurface(call.deps, by(call), {
        surface,
        offered: isOffered,
        ...(address && { address }),
      })
      return noContent
    },
  },
]

/** @throws GraphRefusal `Request_ResourceNotFound` */
function getSurface(call: GraphCall): DeviceSurface {
  const id = keyOf(call, 'surface')
  const found = ownModels.find(({ surface }) => surface === id)
  if (found === undefined) throw resourceMissing(id)
  return found.surface
}

function toShown(
  { surface, aaguid, name }: OwnModel,
  { offered }: Pick<AuthenticatorSettings, 'offered'>,
): GraphObject {
  const found = offered[surface]
  return {
    id: surface,
    displayName: name,
    aaGuid: aaguid,
    isOffered: found !== undefined,
    address: found?.address ?? null,
  }
}
