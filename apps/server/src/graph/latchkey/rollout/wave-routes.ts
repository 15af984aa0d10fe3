import {
  changeWave,
  checkWave,
  findCoverage,
  getWave,
  listWavePeople,
  listWaves,
  planWave,
  removeWave,
  startWave,
  stopWave,
  undoWave,
  type WaveKind,
  workWave,
} from '@latchkey/rollout'
import { z } from 'zod'
import { by } from '../../attribution.ts'
import { collection, created, entity, noContent } from '../../graph-answer.ts'
import { GraphRefusal } from '../../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../../graph-route.ts'
import { graphDate, readGraphBody } from '../../read-graph-body.ts'
import { namesOf } from './names-of.ts'
import { requireWaveScopes, waveAskOf, waveReaders, waveWriters } from './wave-call.ts'
import { mostNamed, toCoverage, toWaveResource } from './wave-resource.ts'

const place = '/latchkey/rollout/waves'
const one = `${place}/{wave}`

const Plan = z.strictObject({
  displayName: z.string().max(200),
  groupIds: z.array(z.guid()).min(1).max(100),
  startDateTime: graphDate,
  endDateTime: graphDate,
})
const New = Plan.extend({
  kind: z.enum(['registration', 'enforcement']),
  policyId: z.guid().optional(),
  targetGroupId: z.guid().optional(),
})
const Change = Plan.partial().extend({ version: z.int().min(0) })
const Seen = z.strictObject({ version: z.int().min(0) })

/** Waves: whose turn it is when, to register a passkey or to be asked for one. Ours: Graph has no such thing. */
export const waveRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    ...waveReaders,
    query: [],
    async handle(call) {
      const { stores } = call.deps
      const { tenantId } = call.tenant
      const waves = await Promise.all(
        (await listWaves(stores, tenantId)).map(async (wave) =>
          toWaveResource(wave, await stores.wavePeople.count(tenantId, wave.waveId)),
        ),
      )
      return collection(call, 'latchkey.wave', waves)
    },
  },
  {
    method: 'GET',
    path: '/latchkey/rollout/waveCoverage',
    ...waveReaders,
    query: [],
    /** `?kind=registration`: how many have their turn in each wave, who is in none, and who in two. */
    handle: showCoverage,
  },
  {
    method: 'POST',
    path: place,
    ...waveWriters,
    async handle(call) {
      const { kind, policyId, targetGroupId, ...plan } = readGraphBody(New, call.body)
      requireWaveScopes(call, kind)
      const target =
        policyId === undefined || targetGroupId === undefined
          ? undefined
          : { policyId, groupId: targetGroupId }
      const wave = await planWave(call.deps, {
        ...by(call),
        kind,
        name: plan.displayName,
        groupIds: plan.groupIds,
        startsAt: plan.startDateTime,
        endsAt: plan.endDateTime,
        ...(target !== undefined && { target }),
      })
      return created(call, 'latchkey.wave', toWaveResource(wave), `${place}/${wave.waveId}`)
    },
  },
  { method: 'GET', path: one, ...waveReaders, query: [], handle: showWave },
  {
    method: 'PATCH',
    path: one,
    ...waveWriters,
    async handle(call) {
      await requireScopesOfWave(call)
      const { version, displayName, groupIds, startDateTime, endDateTime } = readGraphBody(Change, call.body)
      await changeWave(call.deps, {
        ...waveAskOf(call),
        version,
        ...(displayName !== undefined && { name: displayName }),
        ...(groupIds !== undefined && { groupIds }),
        ...(startDateTime !== undefined && { startsAt: startDateTime }),
        ...(endDateTime !== undefined && { endsAt: endDateTime }),
      })
      return await showWave(call)
    },
  },
  {
    method: 'POST',
    path: `${one}/remove`,
    ...waveWriters,
    /** A POST, as it says which version was seen. */
    async handle(call) {
      await requireScopesOfWave(call)
      await removeWave(call.deps, { ...waveAskOf(call), ...readGraphBody(Seen, call.body) })
      return noContent
    },
  },
  {
    method: 'POST',
    path: `${one}/start`,
    ...waveWriters,
    /** Before its day, or again. An enforcement wave looks at its people at once, and moves who makes it. */
    async handle(call) {
      await requireScopesOfWave(call)
      const { checkedAt: _, ...started } = await startWave(call.deps, waveAskOf(call))
      await workWave(call.deps, started)
      return await showWave(call)
    },
  },
  {
    method: 'POST',
    path: `${one}/stop`,
    ...waveWriters,
    async handle(call) {
      await requireScopesOfWave(call)
      await stopWave(call.deps, waveAskOf(call))
      return await showWave(call)
    },
  },
  {
    method: 'POST',
    path: `${one}/undo`,
    ...waveWriters,
    /** Stops it, and takes everybody it moved out of the group. */
    async handle(call) {
      await requireScopesOfWave(call)
      const undone = await undoWave(call.deps, waveAskOf(call))
      return entity(call, 'latchkey.waveUndone', { ...undone })
    },
  },
  {
    method: 'POST',
    path: `${one}/check`,
    ...waveWriters,
    /** Looks at those who wait now, not tomorrow. */
    async handle(call) {
      await requireScopesOfWave(call)
      await checkWave(call.deps, waveAskOf(call))
      return await showWave(call)
    },
  },
]

async function showWave(call: GraphCall): Promise<GraphAnswer> {
  const { stores } = call.deps
  const { tenantId, waveId } = waveAskOf(call)
  const wave = await getWave(stores, { tenantId, waveId })
  return entity(call, 'latchkey.wave', toWaveResource(wave, await stores.wavePeople.count(tenantId, waveId)))
}

async function requireScopesOfWave(call: GraphCall): Promise<void> {
  const { kind } = await getWave(call.deps.stores, waveAskOf(call))
  requireWaveScopes(call, kind)
}

async function showCoverage(call: GraphCall): Promise<GraphAnswer> {
  const { deps, tenant } = call
  const kind = readKind(call)
  const people =
    (await deps.waveMeans?.listPeople(tenant.tenantId)) ??
    (await listWavePeople(deps.stores, tenant.tenantId))
  const coverage = findCoverage(await listWaves(deps.stores, tenant.tenantId), people, kind)
  const named = [...coverage.inNone.slice(0, mostNamed), ...coverage.inTwo.slice(0, mostNamed)]
  return entity(call, 'latchkey.waveCoverage', toCoverage(coverage, await namesOf(call, named)))
}

function readKind({ query }: GraphCall): WaveKind {
  const kind = query.all.get('kind') ?? 'registration'
  if (kind === 'registration' || kind === 'enforcement') return kind
  throw new GraphRefusal('BadRequest', "'kind' is 'registration' or 'enforcement'.")
}
