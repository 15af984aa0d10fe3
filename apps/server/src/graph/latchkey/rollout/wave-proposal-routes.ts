import {
  listWavePeople,
  type PersonInGroups,
  type Proposal,
  proposeWaves,
  takeProposal,
} from '@latchkey/rollout'
import { z } from 'zod'
import { by } from '../../attribution.ts'
import { collection, entity } from '../../graph-answer.ts'
import type { GraphCall, GraphRoute } from '../../graph-route.ts'
import { graphDate, readGraphBody } from '../../read-graph-body.ts'
import type { GraphObject } from '../../resource-shape.ts'
import { requireGroupScopes, waveReaders, waveWriters } from './wave-call.ts'
import { toWaveResource } from './wave-resource.ts'

const Ask = z.strictObject({
  shares: z.array(z.number().positive().max(1000)).min(1).max(10),
  pilotGroupId: z.guid().nullish(),
})
const Taken = Ask.extend({
  waves: z
    .array(
      z.strictObject({ displayName: z.string().max(200), startDateTime: graphDate, endDateTime: graphDate }),
    )
    .max(10),
})

const place = '/latchkey/rollout/waveProposal'

/** Registration waves for everybody who is in none: split by size, mixed, a pilot first. Ours: Graph has no such thing. */
export const waveProposalRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: place,
    ...waveReaders,
    onlyAsks: true,
    async handle(call) {
      const ask = toAsk(call, readGraphBody(Ask, call.body))
      const proposal = await proposeWaves(call.deps, ask)
      return entity(call, 'latchkey.waveProposal', { waves: await describe(call, proposal) })
    },
  },
  {
    method: 'POST',
    path: `${place}/take`,
    ...waveWriters,
    /** Makes a group and a wave for each part. */
    async handle(call) {
      requireGroupScopes(call)
      const { waves, ...rest } = readGraphBody(Taken, call.body)
      const planned = await takeProposal(call.deps, {
        ...by(call),
        ...toAsk(call, rest),
        waves: waves.map(({ displayName, startDateTime, endDateTime }) => ({
          name: displayName,
          startsAt: startDateTime,
          endsAt: endDateTime,
        })),
      })
      return collection(
        call,
        'Collection(latchkey.wave)',
        planned.map((wave) => toWaveResource(wave)),
      )
    },
  },
]

function toAsk({ tenant }: GraphCall, { shares, pilotGroupId }: z.infer<typeof Ask>) {
  return { tenantId: tenant.tenantId, shares, ...(pilotGroupId != null && { pilotGroupId }) }
}

/** How many are in each part, and of which groups: the largest of them. */
async function describe({ deps, tenant }: GraphCall, proposal: Proposal): Promise<readonly GraphObject[]> {
  const { tenantId } = tenant
  const people = (await deps.waveMeans?.listPeople(tenantId)) ?? (await listWavePeople(deps.stores, tenantId))
  const known = new Map(people.map((person) => [person.userId, person]))
  const groups = await deps.stores.groups.list(tenantId)
  const names = new Map(groups.map(({ groupId, displayName }) => [groupId, displayName]))
  return proposal.map((userIds) => ({
    people: userIds.length,
    groups: countGroups(userIds.flatMap((userId) => known.get(userId) ?? [])).map(([id, count]) => ({
      id,
      displayName: names.get(id) ?? id,
      people: count,
    })),
  }))
}

const mostGroups = 8

function countGroups(people: readonly PersonInGroups[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const groupId of people.flatMap(({ groupIds }) => groupIds)) {
    counts.set(groupId, (counts.get(groupId) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, mostGroups)
}
