import {
  addOrganisationRoot,
  listOrganisationRoots,
  type RootDetails,
  removeOrganisationRoot,
} from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { collection, created, entity, noContent } from '../graph-answer.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { methodsPolicy as permissions } from '../policies/rule-permissions.ts'
import { readGraphBody } from '../read-graph-body.ts'
import type { GraphObject } from '../resource-shape.ts'

const place = '/latchkey/trustRoots'

const NewRoot = z.strictObject({
  displayName: z.string().max(200),
  /** PEM, or DER in base64. */
  certificate: z.string().min(1).max(40_000),
  aaGuids: z.array(z.string().max(40)).max(200),
  evidence: z.enum(['software', 'tpm', 'hardware']),
})

/** Certificates that an organisation trusts to vouch for models it names. Ours: Graph has no such thing. */
export const trustRootRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      return collection(call, 'latchkey/trustRoots', (await listRoots(call)).map(toRoot))
    },
  },
  {
    method: 'POST',
    path: place,
    permissions: permissions.write,
    act: 'change the organisation',
    async handle(call) {
      const { displayName, certificate, aaGuids, evidence } = readGraphBody(NewRoot, call.body)
      const { rootId } = await addOrganisationRoot(call.deps, {
        ...by(call),
        name: displayName,
        certificate: toBytes(certificate),
        aaguids: aaGuids,
        evidence,
      })
      const made = await getRoot(call, rootId)
      return created(call, 'latchkey/trustRoots/$entity', toRoot(made), `${place}/${rootId}`)
    },
  },
  {
    method: 'GET',
    path: `${place}/{trustRoot}`,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      const root = await getRoot(call, keyOf(call, 'trustRoot'))
      return entity(call, 'latchkey/trustRoots/$entity', toRoot(root))
    },
  },
  {
    method: 'DELETE',
    path: `${place}/{trustRoot}`,
    permissions: permissions.write,
    // It shuts nobody out: what a passkey proved when it was added, it has proved.
    act: 'change the organisation',
    async handle(call) {
      await removeOrganisationRoot(call.deps, { ...by(call), rootId: keyOf(call, 'trustRoot') })
      return noContent
    },
  },
]

async function listRoots({ deps, tenant }: GraphCall): Promise<readonly RootDetails[]> {
  return await listOrganisationRoots(deps.stores, tenant.tenantId)
}

/** @throws GraphRefusal `Request_ResourceNotFound` */
async function getRoot(call: GraphCall, id: string): Promise<RootDetails> {
  const found = (await listRoots(call)).find(({ rootId }) => rootId === id)
  if (found === undefined) throw resourceMissing(id)
  return found
}

function toBytes(certificate: string): Uint8Array {
  const text = certificate.trim()
  return new Uint8Array(Buffer.from(text, text.startsWith('-----') ? 'latin1' : 'base64'))
}

function toRoot(root: RootDetails): GraphObject {
  const { rootId, name, aaguids, evidence, explained } = root
  return {
    id: rootId,
    displayName: name,
    aaGuids: aaguids,
    evidence,
    subject: explained.subject,
    issuer: explained.issuer,
    notBefore: toGraphTime(explained.notBefore),
    notAfter: toGraphTime(explained.notAfter),
    fingerprint: explained.fingerprint,
    createdDateTime: toGraphTime(root.createdAt),
    certificate: Buffer.from(root.certificate).toString('base64'),
  }
}
