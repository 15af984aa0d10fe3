import { type DeviceClass, deviceClasses } from '@latchkey/guidance'
import type { Person, StepEvent } from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'
import type { Pilot, PilotDevice, PilotNote } from './pilot-store.ts'

/** What one of them did with one device. */
export interface PilotWay {
  readonly device: DeviceClass
  /** How far they came. */
  readonly reached: 'started' | 'failed' | 'created' | 'signedIn'
  readonly lastAt: Date
  /** What went wrong on the way, each once, the last first. */
  readonly failures: readonly string[]
}

/** One of them. */
export interface PilotMember {
  readonly person: Person
  readonly ways: readonly PilotWay[]
  readonly note?: PilotNote
}

/** A device, and who went through with it. */
export interface PilotDeviceState extends PilotDevice {
  readonly through: readonly string[]
}

/** The pilot as it stands. */
export interface PilotState {
  readonly pilot: Pilot
  readonly members: readonly PilotMember[]
  readonly devices: readonly PilotDeviceState[]
  /** Somebody went through with every device that is not waived. */
  readonly passed: boolean
}

interface PilotDeps {
  readonly stores: RolloutStores
  readonly now: () => Date
}

/** Get the pilot: who is in it, with what they went through, and what is missing. @returns `undefined` if there is none */
export async function getPilot(deps: PilotDeps, tenantId: string): Promise<PilotState | undefined> {
  const { stores } = deps
  const pilot = await stores.pilots.find(tenantId)
  if (pilot === undefined) return undefined
  const notes = new Map((await stores.pilots.listNotes(tenantId)).map((note) => [note.userId, note]))
  const members: PilotMember[] = []
  for (const userId of await stores.groups.listMembers(tenantId, pilot.groupId)) {
    const person = await stores.people.find(tenantId, userId)
    if (person === undefined) continue
    const note = notes.get(userId)
    const events = await listEvents(deps, pilot, userId)
    members.push({ person, ways: toWays(events), ...(note !== undefined && { note }) })
  }
  const devices = pilot.devices.map((each) => ({
    ...each,
    through: members.filter(({ ways }) => hasThrough(ways, each.device)).map(({ person }) => person.userId),
  }))
  const passed = devices.every(
    ({ waivedBecause, through }) => waivedBecause !== undefined || through.length > 0,
  )
  return { pilot, members, devices, passed }
}

/** Whether the first wave may start, and why not yet. */
export type StartDecision =
  | { readonly allow: true }
  | { readonly allow: false; readonly because: 'pilot_missing' }
  | { readonly allow: false; readonly because: 'pilot_unfinished'; readonly missing: readonly DeviceClass[] }

/** Decide whether an organisation may start its waves: not before somebody went through with every device it counts on. */
export async function mayStartWaves(deps: PilotDeps, tenantId: string): Promise<StartDecision> {
  const state = await getPilot(deps, tenantId)
  if (state === undefined) return { allow: false, because: 'pilot_missing' }
  if (state.passed) return { allow: true }
  const missing = state.devices.filter(
    ({ waivedBecause, through }) => waivedBecause === undefined && through.length === 0,
  )
  return { allow: false, because: 'pilot_unfinished', missing: missing.map(({ device }) => device) }
}

function hasThrough(ways: readonly PilotWay[], device: DeviceClass): boolean {
  return ways.some((way) => way.device === device && way.reached === 'signedIn')
}

/** More than a pilot does in weeks. */
const mostEvents = 1000

async function listEvents(
  { stores, now }: PilotDeps,
  { tenantId, beganAt }: Pilot,
  userId: string,
): Promise<readonly StepEvent[]> {
  const until = new Date(now().getTime() + 1)
  return await stores.stepEvents.list(tenantId, { from: beganAt, until, limit: mostEvents, userId })
}

/** Events of each device, the oldest first: a use counts once something was made there or somewhere else before. */
export function toWays(events: readonly StepEvent[]): readonly PilotWay[] {
  return deviceClasses.flatMap((device) => {
    const here = events.filter((event) => event.device === device)
    const told = here.filter(({ step }) => step in stages)
    const last = told.at(-1)
    if (last === undefined) return []
    const created = here.find(({ step }) => step === 'created')
    const used = created && here.some(({ step, at }) => isUse(step) && at >= created.at)
    const failures = here.flatMap(({ step, code }) => (step === 'failed' && code !== undefined ? [code] : []))
    const reached = used ? 'signedIn' : created ? 'created' : failures.length > 0 ? 'failed' : 'started'
    return [{ device, reached, lastAt: last.at, failures: [...new Set(failures.toReversed())] }]
  })
}

const stages = { started: 1, promptShown: 1, failed: 1, created: 1, firstUsed: 1, used: 1 }

function isUse(step: StepEvent['step']): boolean {
  return step === 'firstUsed' || step === 'used'
}
