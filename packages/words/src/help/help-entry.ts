import type { WhoCanFix } from '../catalogue/problem-words.ts'

/** Who has to do something: as on a problem's page, or the makers of the app that asked. */
export type HelpFixer = WhoCanFix | 'developer'

/** Where a message comes up. */
export const helpDevices = ['windows', 'mac', 'linux', 'chromeOs', 'ios', 'android', 'securityKey'] as const

export type HelpDevice = (typeof helpDevices)[number]

/** What people see of browsers and systems, in the reader's language as near as we know it. */
export interface SeenMessage {
  readonly text: string
  /** Where it is shown so; empty: anywhere. */
  readonly devices: readonly HelpDevice[]
}

/** Everything there is to say about a code. */
export interface HelpEntry {
  /** The code that has the words: several codes may share them. */
  readonly code: string
  readonly title: string
  readonly reason: string
  readonly next: string
  readonly whoCanFix: HelpFixer
  /** Where it happens; empty: anywhere. */
  readonly devices: readonly HelpDevice[]
  readonly seen: readonly SeenMessage[]
  /** What programs write into consoles and logs: the same in every language. */
  readonly technical: readonly string[]
}
