import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Act, type HomeSummary, mayAct } from '@latchkey/identity'
import type { GraphCall } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject } from '../resource-shape.ts'

/** How soon something must end to be spoken of. */
const soonMilliseconds = 30 * 86_400_000

/** More requests than these are "many". */
const mostRequests = 100

/** A stream that has failed for so long is spoken of: a receiver may restart. */
const failingMilliseconds = 5 * 60_000

/**
 * List what an administrator should look at, the most urgent first: each with what it is, how urgent, and the facts. Only
 * what their roles let them see. What is slow to count comes from the kept summary; the rest is a few lookups by key.
 */
export async function listAttention(call: GraphCall, summary: HomeSummary): Promise<readonly GraphObject[]> {
  const parts: readonly (readonly [Act, (call: GraphCall, summary: HomeSummary) => Found])[] = [
    ['read logs', findFailingStreams],
    ['read rules', findBadModels],
    ['read rules', findEmergencyGap],
    ['issue a pass', findRequests],
    ['read rules', findEnds],
    ['read rules', findWatched],
    ['read rules', findNewerSystems],
    ['read methods', findPasses],
    ['read people', findOnlyPhishable],
  ]
  const found = await Promise.all(parts.map(([act, find]) => (maySee(call, act) ? find(call, summary) : [])))
  return found.flat().toSorted((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency))
}

/** Whether whoever calls may see what an act reads. An app was permitted where its token was read. */
export function maySee({ caller }: GraphCall, act: Act): boolean {
  return caller.kind === 'application' || mayAct(caller.roles, act)
}

const urgencies = ['now', 'soon', 'sometime'] as const

type Attention = GraphObject & { readonly kind: string; readonly urgency: (typeof urgencies)[number] }
type Found = readonly Attention[] | Promise<readonly Attention[]>

function findBadModels(_: GraphCall, { badModels }: HomeSummary): Found {
  return badModels.map(({ aaguid, name, statuses, people }) => ({
    kind: 'badModel',
    urgency: 'now' as const,
    aaGuid: aaguid,
    displayName: name ?? null,
    statuses,
    people,
  }))
}

function findOnlyPhishable(_: GraphCall, { people }: HomeSummary): Found {
  if (people.onlyPhishable === 0) return []
  return [{ kind: 'onlyPhishable', urgency: 'sometime', people: people.onlyPhishable, of: people.people }]
}

function findPasses(_: GraphCall, { passes }: HomeSummary): Found {
  if (passes.inUse === 0) return []
  const end = passes.nextEndsAt ? toGraphTime(passes.nextEndsAt) : null
  return [{ kind: 'passesInUse', urgency: 'sometime', count: passes.inUse, nextEndDateTime: end }]
}

function findWatched(_: GraphCall, { watched }: HomeSummary): Found {
  return watched.map(({ policyId, displayName, signIns, people }) => ({
    kind: 'wouldFail',
    urgency: 'sometime' as const,
    policyId,
    displayName,
    signIns,
    people,
  }))
}

/** More of them are not named: what browsers say of themselves, anybody can say. */
const mostSystems = 3

/** Systems people came with that no step of the setup guide was held against. */
async function findNewerSystems({ deps, tenant }: GraphCall): Promise<readonly Attention[]> {
  const newer = await deps.stores.newerSystems.list(tenant.tenantId)
  if (newer.length === 0) return []
  const systems = newer.slice(0, mostSystems).map(({ system, version }) => ({ system, version }))
  const visits = newer.reduce((sum, each) => sum + each.visits, 0)
  return [{ kind: 'newerSystems', urgency: 'sometime', systems, visits }]
}

async function findRequests({ deps, tenant }: GraphCall): Promise<readonly Attention[]> {
  const query = { state: 'open', limit: mostRequests } as const
  const open = await deps.stores.passRequests.list(tenant.tenantId, query)
  const waiting = open.filter(({ expiresAt }) => deps.now() < expiresAt)
  const oldest = waiting.at(-1)
  if (oldest === undefined) return []
  const since = toGraphTime(oldest.askedAt)
  return [{ kind: 'requestsWaiting', urgency: 'now', count: waiting.length, oldestDateTime: since }]
}

async function findFailingStreams({ deps, tenant }: GraphCall): Promise<readonly Attention[]> {
  const streams = await deps.stores.logStreams.list(tenant.tenantId)
  return streams.flatMap(({ enabled, streamId, displayName, state: { failure } }) => {
    if (!enabled || failure === undefined) return []
    if (deps.now().getTime() - failure.since.getTime() < failingMilliseconds) return []
    const since = toGraphTime(failure.since)
    return [{ kind: 'streamFailing', urgency: 'now', id: streamId, displayName, since, error: failure.error }]
  })
}

async function findEmergencyGap({ deps, tenant }: GraphCall): Promise<readonly Attention[]> {
  const kept = await deps.stores.lockOut.listBreakGlass(tenant.tenantId)
  return kept.length > 0 ? [] : [{ kind: 'noEmergencyAccount', urgency: 'soon' }]
}

/** Certificates and metadata that end, or have ended. */
async function findEnds(call: GraphCall): Promise<readonly Attention[]> {
  const { deps, tenant } = call
  const [roots, ca, metadata, ours] = await Promise.all([
    deps.stores.trust.listRoots(tenant.tenantId),
    deps.stores.trust.findDeviceCa(tenant.tenantId),
    deps.stores.metadata.findState(),
    findOwnCertificateEnd(call),
  ])
  const ends = [
    ...roots.map(({ name, certificate }) => ({ what: 'trustRoot', name, at: endOf(certificate) })),
    ...(ca === undefined ? [] : [{ what: 'deviceCa', name: null, at: endOf(ca.certificate) }]),
    ...(metadata === undefined ? [] : [{ what: 'metadata', name: null, at: metadata.nextUpdate }]),
    ...(ours === undefined ? [] : [{ what: 'serverCertificate', name: null, at: ours }]),
  ]
  const now = deps.now().getTime()
  return ends.flatMap(({ what, name, at }) => {
    const left = at.getTime() - now
    // The next metadata is promised for a day: only what did not come is worth a word.
    if (left > (what === 'metadata' ? 0 : soonMilliseconds)) return []
    const urgency = left <= 0 ? 'now' : 'soon'
    return [{ kind: 'ends', urgency, what, displayName: name, endDateTime: toGraphTime(at) }]
  })
}

function endOf(certificate: Uint8Array | string): Date {
  return new Date(new X509Certificate(certificate).validTo)
}

/** The certificate this server shows the world, if it shows one itself. What cannot be read is the operator's to see. */
async function findOwnCertificateEnd({ deps }: GraphCall): Promise<Date | undefined> {
  const { tls } = deps.config
  if (tls === undefined) return undefined
  try {
    return endOf(await readFile(tls.certificateFile, 'utf8'))
  } catch {
    return undefined
  }
}
