import type { StepName } from '@latchkey/identity'
import { type RolloutAsk, readRolloutPeople } from './read-rollout-people.ts'
import type { RolloutPerson } from './rollout-person.ts'
import type { LeftReason } from './why-left.ts'

/** Somebody who may have a passkey and has none. */
export interface PersonLeft {
  readonly userId: string
  readonly reason: LeftReason
  /** The code that they failed with last. */
  readonly code?: string
  readonly device: string
  readonly waveId?: string
  /** The last step they came to. */
  readonly last?: { readonly step: StepName; readonly at: Date }
}

/** Which of them. */
export interface LeftAsk extends RolloutAsk {
  readonly reason?: LeftReason
  readonly code?: string
}

/** List who is left and why, by their ids. For a reader of its own, as counting is. */
export async function listLeft(
  shelves: Parameters<typeof readRolloutPeople>[0],
  deps: { readonly now: () => Date },
  ask: LeftAsk,
): Promise<readonly PersonLeft[]> {
  const { people } = await readRolloutPeople(shelves, deps, ask)
  return people
    .flatMap(toPersonLeft)
    .filter(
      ({ reason, code }) => [undefined, reason].includes(ask.reason) && [undefined, code].includes(ask.code),
    )
}

function toPersonLeft({ userId, left, device, waveId, steps }: RolloutPerson): readonly PersonLeft[] {
  if (left === undefined) return []
  const [last] = [...steps].toSorted(([, a], [, b]) => b.lastAt.getTime() - a.lastAt.getTime())
  return [
    {
      userId,
      reason: left.reason,
      ...(left.failure && { code: left.failure.code }),
      device,
      ...(waveId !== undefined && { waveId }),
      ...(last && { last: { step: last[0], at: last[1].lastAt } }),
    },
  ]
}
