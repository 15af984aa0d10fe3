import type { Shelves } from '@latchkey/identity'
import { toRegistration } from '@latchkey/identity/administer'
import { compileRules, type RuleDocuments } from '@latchkey/policy'
import type { RolloutShelves } from '../stores.ts'
import type { Wave } from '../waves/wave.ts'
import type { Reached } from './funnel-store.ts'
import { type RolloutPerson, toRolloutPeople } from './rollout-person.ts'

/** Which organisation, and the rules it has. */
export interface RolloutAsk {
  readonly tenantId: string
  readonly documents: RuleDocuments
}

/** Everybody, and what that was read from. */
export interface RolloutPeopleRead {
  readonly people: readonly RolloutPerson[]
  readonly reached: readonly Reached[]
  readonly waves: readonly Wave[]
}

/** Whoever signed in before that is no longer taken for somebody who has a device. */
const seenDays = 90

const dayMilliseconds = 86_400_000

/** Read what is known of each person, in a few statements however many they are. For a reader of its own. */
export async function readRolloutPeople(
  shelves: Pick<Shelves & RolloutShelves, 'lockOut' | 'funnel' | 'waves'>,
  { now }: { readonly now: () => Date },
  { tenantId, documents }: RolloutAsk,
): Promise<RolloutPeopleRead> {
  const { methods } = compileRules(documents)
  const at = now()
  const { funnel, lockOut } = shelves
  const reached = await funnel.listReached(tenantId)
  const waves = await shelves.waves.list(tenantId)
  const people = toRolloutPeople({
    registrations: (await lockOut.listHeld(tenantId)).map((held) => toRegistration(methods, held, at)),
    reached,
    lastFailures: await funnel.listLastFailures(tenantId),
    devices: await funnel.listDevices(tenantId),
    seen: await funnel.listSeen(tenantId, new Date(at.getTime() - seenDays * dayMilliseconds)),
    models: await funnel.listModels(tenantId),
    waves,
    minimumVersions: methods.passkey.minimumVersions,
  })
  return { people, reached, waves }
}
