import type { StepName } from '@latchkey/identity'
import type { Registration } from '@latchkey/identity/administer'
import type { CompiledMethods } from '@latchkey/policy'
import type { Wave } from '../waves/wave.ts'
import { waveOf } from '../waves/wave-of.ts'
import type { LastFailure, Reached, SeenBrowser } from './funnel-store.ts'
import { noDevice, readDevices } from './seen-device.ts'
import { furthestStage, type Stage } from './stage.ts'
import { type LeftReason, whyLeft } from './why-left.ts'

/** Somebody, as the figures see them. */
export interface RolloutPerson {
  readonly userId: string
  readonly groupIds: readonly string[]
  readonly waveId?: string
  readonly device: string
  /** Of the passkeys they made, whether they still have them or not. */
  readonly models: readonly string[]
  /** How far they have come; absent: the rules let them add no passkey. */
  readonly stage?: Stage
  /** A passkey that the rules of this moment let them sign in with. */
  readonly hasPasskey: boolean
  readonly password: boolean
  readonly totp: boolean
  /** Absent: they have a passkey, or may not have one. */
  readonly left?: { readonly reason: LeftReason; readonly failure?: LastFailure }
  /** When they first and last came to each step. */
  readonly steps: ReadonlyMap<StepName, Pick<Reached, 'firstAt' | 'lastAt'>>
}

/** What is known of everybody. */
export interface PeopleFacts {
  readonly registrations: readonly Registration[]
  readonly reached: readonly Reached[]
  readonly lastFailures: readonly LastFailure[]
  readonly devices: readonly { readonly userId: string; readonly device: string }[]
  readonly seen: readonly SeenBrowser[]
  readonly models: readonly { readonly userId: string; readonly aaguid: string }[]
  readonly waves: readonly Wave[]
  readonly minimumVersions: CompiledMethods['passkey']['minimumVersions']
}

/** Put together what is known of each person who may sign in. Whoever is switched off is nobody here. */
export function toRolloutPeople(facts: PeopleFacts): readonly RolloutPerson[] {
  const steps = byPerson(facts.reached)
  const models = byPerson(facts.models)
  const failures = new Map(facts.lastFailures.map((each) => [each.userId, each]))
  const devices = readDevices(facts.devices, facts.seen, facts.minimumVersions)
  return facts.registrations.map((registration) => {
    const { userId, groupIds, passkeys, password, totp, whyNone } = registration
    const came = new Map(steps.get(userId)?.map(({ step, firstAt, lastAt }) => [step, { firstAt, lastAt }]))
    const { device, verdict } = devices.get(userId) ?? noDevice
    const wave = waveOf(facts.waves, { groupIds: new Set(groupIds) })
    const hasPasskey = passkeys.some(({ usable }) => usable)
    const isCapable = whyNone === undefined
    const lastAt = new Map([...came].map(([step, { lastAt: at }]) => [step, at]))
    const reason = whyLeft({ lastAt, device: verdict })
    const failure = failures.get(userId)
    return {
      userId,
      groupIds,
      ...(wave !== undefined && { waveId: wave.waveId }),
      device,
      models: models.get(userId)?.map(({ aaguid }) => aaguid) ?? [],
      ...(isCapable && { stage: furthestStage(came.keys()) }),
      hasPasskey,
      password,
      totp: totp.registered,
      ...(isCapable &&
        !hasPasskey && { left: { reason, ...(reason === 'failed' && failure && { failure }) } }),
      steps: came,
    }
  })
}

function byPerson<T extends { readonly userId: string }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(all, ({ userId }) => userId)
}
