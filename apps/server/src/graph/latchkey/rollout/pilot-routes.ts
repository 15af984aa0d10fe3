import {
  changePilot,
  getPilot,
  notePilot,
  type PilotMember,
  type PilotState,
  usualPilotDevices,
} from '@latchkey/rollout'
import { z } from 'zod'
import { by } from '../../attribution.ts'
import { entity } from '../../graph-answer.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../../graph-route.ts'
import { toGraphTime } from '../../graph-time.ts'
import { methodsPolicy as permissions } from '../../policies/rule-permissions.ts'
import { readGraphBody } from '../../read-graph-body.ts'
import type { GraphObject } from '../../resource-shape.ts'
import { mayReadNames, type Named, toName } from './names-of.ts'

const place = '/latchkey/rollout/pilot'

const Setting = z.strictObject({
  groupId: z.string().max(100),
  devices: z
    .array(z.strictObject({ device: z.string().max(40), waivedBecause: z.string().max(500).nullish() }))
    .max(20),
})

const Note = z.strictObject({ userId: z.string().max(100), text: z.string().max(2000) })

/** Wave 0: who tries it before everybody else, with what, and how it went. Ours: Graph has no such thing. */
export const pilotRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: permissions.read,
    act: 'read people',
    query: [],
    handle: showPilot,
  },
  {
    method: 'PATCH',
    path: place,
    permissions: permissions.write,
    act: 'change the methods policy',
    /** The whole of it: the group, and every device somebody has to go through with, or why not. */
    async handle(call) {
      const { groupId, devices } = readGraphBody(Setting, call.body)
      await changePilot(call.deps, by(call), {
        groupId,
        devices: devices.map(({ device, waivedBecause }) => ({
          device,
          ...(waivedBecause && { waivedBecause }),
        })),
      })
      return await showPilot(call)
    },
  },
  {
    method: 'POST',
    path: `${place}/note`,
    permissions: permissions.write,
    act: 'change the methods policy',
    /** `{ userId, text }`: what was seen of somebody; an empty text takes it away. */
    async handle(call) {
      await notePilot(call.deps, by(call), readGraphBody(Note, call.body))
      return await showPilot(call)
    },
  },
]

async function showPilot(call: GraphCall): Promise<GraphAnswer> {
  const { tenantId } = call.tenant
  const state = await getPilot(call.deps, tenantId)
  const isNaming = mayReadNames(call)
  const group = state && (await call.deps.stores.groups.find(tenantId, state.pilot.groupId))
  return entity(call, 'latchkey.pilot', {
    groupId: group?.groupId ?? null,
    groupDisplayName: group?.displayName ?? null,
    beganDateTime: state === undefined ? null : toGraphTime(state.pilot.beganAt),
    isPassed: state?.passed ?? false,
    devices: toDevices(state),
    members: (state?.members ?? []).map((member) => toMember(member, isNaming ? member.person : undefined)),
  })
}

function toDevices(state: PilotState | undefined): readonly GraphObject[] {
  const devices = state?.devices ?? usualPilotDevices.map((each) => ({ ...each, through: [] }))
  return devices.map(({ device, waivedBecause, through }) => ({
    device,
    waivedBecause: waivedBecause ?? null,
    through,
  }))
}

/** Without names, without the note as well: it is about them. */
function toMember({ person, ways, note }: PilotMember, named: Named): GraphObject {
  return {
    ...toName(person.userId, named),
    ways: ways.map(({ device, reached, lastAt, failures }) => ({
      device,
      reached,
      lastDateTime: toGraphTime(lastAt),
      failures,
    })),
    note: named === undefined ? null : (note?.text ?? ''),
  }
}
