import type { CentreWords } from '@latchkey/words/centre'

type Words = CentreWords['campaign']['pilot']

/** The pilot, as the API says it. */
export interface Pilot {
  readonly groupId: string | null
  readonly groupDisplayName: string | null
  readonly isPassed: boolean
  readonly devices: readonly PilotDevice[]
  readonly members: readonly PilotMember[]
}

/** A device that somebody has to go through with. */
export interface PilotDevice {
  readonly device: DeviceName
  readonly waivedBecause: string | null
  /** The ids of who went through. */
  readonly through: readonly string[]
}

export type DeviceName = keyof CentreWords['rolloutNumbers']['devices']

/** One of them. */
export interface PilotMember {
  readonly id: string
  readonly displayName: string
  readonly userPrincipalName: string
  readonly ways: readonly {
    readonly device: DeviceName
    readonly reached: keyof Words['reached']
    readonly lastDateTime: string
    readonly failures: readonly string[]
  }[]
  readonly note: string
}
