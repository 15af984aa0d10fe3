import { type DeviceClass, deviceClasses } from '@latchkey/guidance'
import { type Attribution, appendAudit, IdentityRefusal, requirePermission } from '@latchkey/identity'
import type { RolloutDeps } from '../rollout-deps.ts'
import type { Pilot, PilotDevice } from './pilot-store.ts'

type By = Attribution & { readonly tenantId: string }

/** What most fleets have: nobody is ready who has not seen it work on each of them. */
export const usualPilotDevices: readonly PilotDevice[] = [
  { device: 'samsung' },
  { device: 'pixel' },
  { device: 'iphone' },
  { device: 'windows' },
]

/** What a pilot is to be. */
export interface PilotAsk {
  readonly groupId: string
  readonly devices: readonly { readonly device: string; readonly waivedBecause?: string | undefined }[]
}

/** Longer than anybody's reason. */
const longestReason = 500
const longestNote = 2000

/**
 * Set up the pilot, or change it. What pilots have done since it began goes on counting, unless it is another group. That
 * a device is waived, and why, is in the audit log.
 *
 * @throws IdentityRefusal `not_permitted`; `not_found` for a group; `invalid_input` for a device that is none, one that is
 *   named twice, none at all, or all of them waived
 */
export async function changePilot(deps: RolloutDeps, by: By, ask: PilotAsk): Promise<Pilot> {
  const { tenantId, actor } = by
  const devices = readDevices(ask.devices)
  return await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by, 'change the methods policy')
    const group = await tx.groups.find(tenantId, ask.groupId)
    if (group === undefined) throw new IdentityRefusal('not_found', { detail: 'group' })
    const before = await tx.pilots.find(tenantId)
    const goesOn = before?.groupId === ask.groupId ? before : undefined
    const pilot: Pilot = {
      tenantId,
      groupId: ask.groupId,
      devices,
      beganAt: goesOn?.beganAt ?? deps.now(),
      beganBy: goesOn?.beganBy ?? actor.userId ?? actor.kind,
    }
    await tx.pilots.put(pilot)
    await appendAudit(tx, deps, by, {
      activity: 'pilot_changed',
      target: { kind: 'group', id: group.groupId, name: group.displayName },
      detail: {
        devices: devices.map(({ device }) => device).join(' '),
        ...Object.fromEntries(
          devices.flatMap(({ device, waivedBecause }) =>
            waivedBecause === undefined ? [] : [[`waived ${device}`, waivedBecause.slice(0, 200)]],
          ),
        ),
      },
    })
    return pilot
  })
}

/** Write down something about a pilot; nothing takes it away. @throws IdentityRefusal `not_permitted`, `not_found`, `invalid_input` */
export async function notePilot(
  deps: RolloutDeps,
  by: By,
  { userId, text }: { readonly userId: string; readonly text: string },
): Promise<void> {
  const { tenantId, actor } = by
  if (text.length > longestNote) throw new IdentityRefusal('invalid_input', { detail: 'text' })
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by, 'change the methods policy')
    if ((await tx.people.find(tenantId, userId)) === undefined) {
      throw new IdentityRefusal('not_found', { detail: 'person' })
    }
    const note = { text: text.trim(), at: deps.now(), by: actor.userId ?? actor.kind }
    await tx.pilots.putNote({ tenantId, userId, ...note })
  })
}

function readDevices(devices: PilotAsk['devices']): readonly PilotDevice[] {
  const read = devices.map(({ device, waivedBecause = '' }) => {
    const found = deviceClasses.find((each): each is DeviceClass => each === device && each !== 'unknown')
    const reason = waivedBecause.trim()
    if (found === undefined || reason.length > longestReason) throw invalid(device)
    return { device: found, ...(reason !== '' && { waivedBecause: reason }) }
  })
  const isTwice = new Set(read.map(({ device }) => device)).size < read.length
  if (isTwice || read.every(({ waivedBecause }) => waivedBecause !== undefined)) throw invalid('devices')
  return read
}

function invalid(detail: string): IdentityRefusal {
  return new IdentityRefusal('invalid_input', { detail })
}
