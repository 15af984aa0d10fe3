import { type Domain, type DomainClaim, proofNameOf } from '@latchkey/identity'
import { chooseDefaultDomain, claimDomain, removeDomain, verifyDomain } from '@latchkey/identity/administer'
import { z } from 'zod'
import { txtLookUp } from '../../domains/look-up-txt.ts'
import { by } from '../attribution.ts'
import { collection, created, entity, noContent } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { readGraphBody } from '../read-graph-body.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'

const shape: ResourceShape = {
  name: 'domain',
  properties: [
    'id',
    'authenticationType',
    'availabilityStatus',
    'isAdminManaged',
    'isDefault',
    'isInitial',
    'isRoot',
    'isVerified',
    'supportedServices',
    'verification',
  ],
}

const readers = ['Domain.Read.All', 'Domain.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All']
const writers = ['Domain.ReadWrite.All']
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }

const NewDomain = z.strictObject({ id: z.string().max(300) })
const DomainChange = z.strictObject({ isDefault: z.literal(true) })

/**
 * The organisation's domains, and those it has yet to prove. Deviates: a domain also says how and when it was proven
 * (`verification`), for Graph says nowhere that a record has gone missing.
 */
export const domainRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/domains',
    permissions: read,
    act: 'read people',
    resource: shape,
    query: ['$select', '$top', '$skiptoken'],
    handle: async (call) => await pageOf(call, 'domains', await readDomains(call)),
  },
  {
    method: 'POST',
    path: '/domains',
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      const { id } = readGraphBody(NewDomain, call.body)
      const claim = await claimDomain(call.deps, { ...by(call), domain: id })
      return created(call, 'domains/$entity', toUnproven(claim), `/domains/${claim.domain}`)
    },
  },
  {
    method: 'GET',
    path: '/domains/{domain}',
    permissions: read,
    act: 'read people',
    resource: shape,
    handle: async (call) => entity(call, 'domains/$entity', await getDomain(call)),
  },
  {
    method: 'PATCH',
    path: '/domains/{domain}',
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      readGraphBody(DomainChange, call.body)
      await chooseDefaultDomain(call.deps, { ...by(call), domain: keyOf(call, 'domain') })
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: '/domains/{domain}',
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      await removeDomain(call.deps, { ...by(call), domain: keyOf(call, 'domain') })
      return noContent
    },
  },
  {
    method: 'GET',
    path: '/domains/{domain}/verificationDnsRecords',
    permissions: read,
    act: 'read people',
    query: [],
    async handle(call) {
      const name = keyOf(call, 'domain').toLowerCase()
      const { domains } = call.deps.stores
      const { tenantId } = call.tenant
      const held = (await domains.find(tenantId, name)) ?? (await domains.findClaim(tenantId, name))
      if (held === undefined) throw resourceMissing(name)
      return collection(
        call,
        `domains('${name}')/verificationDnsRecords`,
        held.proof === undefined ? [] : [toRecord(name, held.proof)],
      )
    },
  },
  {
    method: 'POST',
    path: '/domains/{domain}/verify',
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      const ask = { ...by(call), domain: keyOf(call, 'domain') }
      return entity(
        call,
        'domains/$entity',
        toProven(await verifyDomain(call.deps, ask, txtLookUp(call.deps))),
      )
    },
  },
]

async function readDomains({ deps, tenant }: GraphCall): Promise<readonly GraphObject[]> {
  const { domains } = deps.stores
  const [proven, claims] = await Promise.all([
    domains.list(tenant.tenantId),
    domains.listClaims(tenant.tenantId),
  ])
  return [
    ...proven.map((each, index) => toProven({ ...each, isDefault: index === 0 })),
    ...claims.map(toUnproven),
  ]
}

async function getDomain(call: GraphCall): Promise<GraphObject> {
  const key = keyOf(call, 'domain')
  const found = (await readDomains(call)).find(({ id }) => id === key.toLowerCase())
  if (found === undefined) throw resourceMissing(key)
  return found
}

const everyDomain = {
  authenticationType: 'Managed',
  availabilityStatus: null,
  isAdminManaged: true,
  isRoot: true,
  supportedServices: [],
}

function toProven({ domain, isDefault, proof, createdAt, checkedAt, missingSince }: Domain): GraphObject {
  return {
    id: domain,
    ...everyDomain,
    isDefault,
    isInitial: isDefault,
    isVerified: true,
    verification: {
      state: missingSince === undefined ? 'verified' : 'recordMissing',
      by: proof === undefined ? 'operator' : 'dns',
      verifiedDateTime: toGraphTime(createdAt),
      checkedDateTime: checkedAt === undefined ? null : toGraphTime(checkedAt),
      missingSinceDateTime: missingSince === undefined ? null : toGraphTime(missingSince),
    },
  }
}

function toUnproven({ domain, checkedAt, outcome }: DomainClaim): GraphObject {
  return {
    id: domain,
    ...everyDomain,
    isDefault: false,
    isInitial: false,
    isVerified: false,
    verification: {
      state: outcome ?? 'waiting',
      by: null,
      verifiedDateTime: null,
      checkedDateTime: checkedAt === undefined ? null : toGraphTime(checkedAt),
      missingSinceDateTime: null,
    },
  }
}

function toRecord(domain: string, text: string): GraphObject {
  return {
    '@odata.type': '#microsoft.graph.domainDnsTxtRecord',
    id: proofNameOf(domain),
    isOptional: false,
    label: proofNameOf(domain),
    recordType: 'Txt',
    supportedService: 'None',
    ttl: 3600,
    text,
  }
}
