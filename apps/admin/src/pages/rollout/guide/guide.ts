import type { DeviceClass, GuideAccount } from '@latchkey/guidance'
import type { Language } from '@latchkey/words'

export const guidePath = '/latchkey/rollout/guide'

/** A system that came and that no step was held against. */
export interface NewerSystem {
  readonly system: string
  readonly version: string
  readonly visits: number
  readonly lastSeenDateTime: string
}

/** What the organisation changed about a step. */
interface ChangedStep {
  readonly step: string
  readonly language: Language
  readonly text: { readonly title: string } | null
  readonly picture: { readonly address: string } | null
}

/** The guide of the organisation, as the API says it. */
export interface Guide {
  readonly address: string
  readonly changed: readonly ChangedStep[]
  readonly newerSystems: readonly NewerSystem[]
}

/** A step as somebody would read it. */
export interface PlayedStep {
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
  readonly hint: string | null
  /** An address; absent for a step that has none. */
  readonly picture: string | null
  readonly reviewed: string
  readonly isTextChanged: boolean
  readonly isPictureChanged: boolean
}

/** A guide that is played. */
export interface Played {
  readonly deviceName: string
  readonly ways: readonly {
    readonly id: string
    readonly name: string
    readonly recommended: boolean
  }[]
  readonly way: string | null
  readonly steps: readonly PlayedStep[]
  readonly address: string
}

/** What can be played: a device, and behind a space the version that makes a difference. */
export const playableDevices = [
  'iphone',
  'iphone 17',
  'ipad',
  'samsung',
  'pixel',
  'android',
  'windows',
  'windows 10',
  'mac',
  'chromebook',
  'linux',
] as const satisfies readonly (Exclude<DeviceClass, 'unknown'> | 'iphone 17' | 'windows 10')[]

/** Where the steps of a device are played at once. */
export const guideOf = (device: DeviceClass) => `/rollout/guide?device=${device}`

/** Whose guide is played. */
export interface Playing {
  readonly device: (typeof playableDevices)[number]
  readonly account: GuideAccount
  /** Empty: the one that is recommended. */
  readonly way: string
  readonly language: Language
  readonly groupIds: readonly string[]
}

/** Where it is played. */
export function playPath({ device, account, way, language, groupIds }: Playing): string {
  const [name = '', version] = device.split(' ')
  const query = new URLSearchParams({ device: name, account, lang: language })
  if (version !== undefined) query.set('version', version)
  if (way !== '') query.set('way', way)
  if (groupIds.length > 0) query.set('groups', groupIds.join(','))
  return `${guidePath}/preview?${query}`
}
