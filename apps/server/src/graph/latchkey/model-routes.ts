import { Readable } from 'node:stream'
import {
  type CatalogueModel,
  listCatalogue,
  type ModelDetails,
  readModelDetails,
} from '@latchkey/identity/administer'
import { collection, entity } from '../graph-answer.ts'
import { nextLink, readPlace } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { methodsPolicy as permissions } from '../policies/rule-permissions.ts'
import type { GraphObject } from '../resource-shape.ts'

const place = '/latchkey/models'

/** A page holds all the models there are today: some hundreds, of 300 bytes each. */
const usualPage = 999

/** The models of authenticators that rules can name. Ours: Graph has no such thing. */
export const modelRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: permissions.read,
    act: 'read rules',
    query: ['$search', '$top', '$skiptoken', '$count'],
    async handle(call) {
      const { search, top = usualPage, count } = call.query
      const models = await listCatalogue(countingOf(call), call.tenant.tenantId, search)
      // The place is a model, not a number: nothing is shown twice when one joins meanwhile.
      const last = await readPlace(call)
      const from = last === undefined ? 0 : models.findIndex(({ aaguid }) => aaguid === last) + 1
      const shown = models.slice(from, from + top)
      const end = shown.at(-1)
      return collection(call, 'latchkey/models', shown.map(toModel), {
        nextLink: end && from + top < models.length ? nextLink(call, end.aaguid) : undefined,
        count: count ? models.length : undefined,
      })
    },
  },
  {
    method: 'GET',
    path: `${place}/{model}`,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      return entity(call, 'latchkey.model', toDetails(await getModel(call)))
    },
  },
  {
    method: 'GET',
    path: `${place}/{model}/icon`,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      const { icon, aaguid } = await getModel(call)
      const bytes = icon === undefined ? undefined : readPng(icon)
      if (bytes === undefined) throw resourceMissing(aaguid)
      return {
        status: 200,
        headers: { 'cache-control': 'private, max-age=86400', 'content-disposition': 'inline' },
        stream: { type: 'image/png', open: () => Readable.from([bytes]) },
      }
    },
  },
]

function countingOf({ deps }: GraphCall) {
  return { ...deps, countModels: (tenantId: string) => deps.logs.countModels(tenantId) }
}

/** @throws GraphRefusal `badRequest` */
async function getModel(call: GraphCall): Promise<ModelDetails> {
  const aaguid = keyOf(call, 'model').toLowerCase()
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(aaguid)) {
    throw new GraphRefusal('badRequest', 'A model is named by its AAGUID.')
  }
  return await readModelDetails(countingOf(call), call.tenant.tenantId, aaguid)
}

const pngPrefix = 'data:image/png;base64,'
const pngSignature = '89504e470d0a1a0a'

/** Once more at the way out: nothing but a bitmap of theirs is ever shown as ours. */
function readPng(icon: string): Uint8Array | undefined {
  if (!icon.startsWith(pngPrefix)) return undefined
  const bytes = Buffer.from(icon.slice(pngPrefix.length), 'base64')
  return bytes.subarray(0, 8).toString('hex') === pngSignature ? bytes : undefined
}

function toModel(model: CatalogueModel): GraphObject {
  const { aaguid, name, kind, passkeyType, certification, statuses, source, attachment } = model
  return {
    aaGuid: aaguid,
    displayName: name ?? null,
    kind,
    passkeyType: passkeyType ?? null,
    certification: certification ?? null,
    statuses,
    source,
    attachment,
    people: model.people,
    hasOwnRoot: model.hasOwnRoot,
    hasIcon: model.hasIcon,
  }
}

function toDetails(model: ModelDetails): GraphObject {
  const { anchors, keyProtection, userVerificationMethods, versions, statusReports } = model
  return { ...toModel(model), anchors, keyProtection, userVerificationMethods, versions, statusReports }
}
