import type { DeviceClass } from '@latchkey/guidance'

/** A device that somebody has to go through with before the first wave. */
export interface PilotDevice {
  readonly device: DeviceClass
  /** Why nobody has to, after all. */
  readonly waivedBecause?: string
}

/** Wave 0: who tries it before everybody else, and with what. */
export interface Pilot {
  readonly tenantId: string
  /** Who is in it. A group that is gone has nobody in it. */
  readonly groupId: string
  readonly devices: readonly PilotDevice[]
  /** What happened before counts for nothing. */
  readonly beganAt: Date
  readonly beganBy: string
}

/** What somebody wrote down about one of them. */
export interface PilotNote {
  readonly tenantId: string
  readonly userId: string
  readonly text: string
  readonly at: Date
  readonly by: string
}

/** The pilot of each organisation. */
export interface PilotStore {
  find(tenantId: string): Promise<Pilot | undefined>
  put(pilot: Pilot): Promise<void>
  listNotes(tenantId: string): Promise<readonly PilotNote[]>
  /** An empty text takes the note away. */
  putNote(note: PilotNote): Promise<void>
}
