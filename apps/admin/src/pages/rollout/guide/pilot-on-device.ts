import type { Pilot, PilotMember } from '../pilot/pilot.ts'
import type { Playing } from './guide.ts'

/** Somebody of the pilot who tried it with a device: how that went, and what was noted about them. */
export interface PilotOnDevice extends Pick<PilotMember, 'id' | 'displayName'> {
  readonly way: PilotMember['ways'][number]
  /** Empty: nothing. */
  readonly note: string
}

/** What is recorded of a device. A note is about a person: of somebody who tried several it stands at each of them. */
interface PilotNotes {
  readonly tried: readonly PilotOnDevice[]
  readonly notes: number
  /** Notes about people who have not tried this device. */
  readonly elsewhere: number
}

/** Take from the pilot what it says of the device that is played, in whichever version. */
export function findPilotNotes({ members }: Pick<Pilot, 'members'>, played: Playing['device']): PilotNotes {
  const [device] = played.split(' ')
  const tried = members.flatMap(({ id, displayName, ways, note }) =>
    ways.filter((way) => way.device === device).map((way) => ({ id, displayName, way, note })),
  )
  const isNoted = ({ note }: { readonly note: string }) => note !== ''
  const notes = tried.filter(isNoted).length
  return { tried, notes, elsewhere: members.filter(isNoted).length - notes }
}
