import type { CborMap } from '@latchkey/encoding'
import type { Engine, FollowUp } from './engine.ts'
import { CtapRefusal } from './status.ts'

/**
 * Give the next member of an enumeration.
 *
 * @throws CtapRefusal `not_allowed` if there is nothing to continue, or it is too late
 */
export async function giveNext(engine: Engine, command: FollowUp['command']): Promise<CborMap> {
  const { followUp } = engine
  engine.followUp = undefined
  if (followUp?.command !== command || engine.now() > followUp.validUntil)
    throw new CtapRefusal('not_allowed')
  const [next, ...rest] = followUp.rest
  if (next === undefined) throw new CtapRefusal('not_allowed')
  engine.followUp = { ...followUp, rest }
  return next()
}
