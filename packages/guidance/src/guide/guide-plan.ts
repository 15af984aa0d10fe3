import type { GuideQuestionId, GuideStepId, GuideValues } from '@latchkey/words/guide'
import type { DeviceClass } from '../device-class.ts'
import type { DeviceVerdict } from '../judge-device.ts'
import type { NewPhoneStep, PhoneSituation } from '../new-phone.ts'
import type { OpenPolicy } from '../open-policy.ts'
import type { Phone } from '../step.ts'
import type { Visitor } from '../visitor.ts'

/** How somebody comes to the guide. */
export type GuideAccount = 'existing' | 'firstDay' | 'newPhone'

/** The phones whose steps differ, where somebody sits at something else and keeps the passkey on one. */
export const guidePhones = ['iphone', 'samsung', 'android'] as const

/** One of them. */
export type GuidePhone = (typeof guidePhones)[number]

/** What the guide is asked. */
export interface GuideAsk {
  readonly visitor: Visitor
  readonly policy: OpenPolicy
  readonly account: GuideAccount
  /** The id of a way somebody chose; one that is not open is passed over. */
  readonly way?: string | undefined
  /** The phone beside this device, if they said which. */
  readonly phone?: GuidePhone | undefined
  /** For `newPhone`: what became of the old one. Absent: it is at hand. */
  readonly situation?: PhoneSituation | undefined
  /** For `newPhone`: whether the organisation takes requests for passes. */
  readonly requestsOpen?: boolean | undefined
}

/** Where a passkey can be kept: the rows of the table. */
export const guidePlaces = ['app', 'thisDevice', 'otherDevice', 'securityKey'] as const

/** One of them. */
export type GuidePlace = (typeof guidePlaces)[number]

/** What somebody holds: the columns of the table. */
export const guideColumns = ['iOS', 'android', 'desktop'] as const

/** One of them. */
export type GuideColumn = (typeof guideColumns)[number]

/** Why something is not possible. Their words stand under the same names. */
export type GuideReason =
  | 'notOpen'
  | 'notSynced'
  | 'notThisKind'
  | 'notProven'
  | 'helpDeskOnly'
  | 'noApp'
  | 'notForDevice'
  | 'tooOld'
  | 'noHybrid'
  | 'keepsNone'

/** One cell of the table. */
export type GuideCell = { readonly place: GuidePlace; readonly column: GuideColumn } & (
  | {
      readonly possible: true
      /** Names of what would keep it, best first. Empty where it has none: a phone, a security key. */
      readonly names: readonly string[]
    }
  | {
      readonly possible: false
      readonly because: GuideReason
      /** Absent if nothing is open anywhere. */
      readonly nearest?: { readonly place: GuidePlace; readonly column: GuideColumn }
    }
)

/** What a way leads to. Their words stand under the same names. */
export type GuideWayKind =
  | 'phoneApp'
  | 'extension'
  | 'agent'
  | 'app'
  | 'appleKeychain'
  | 'googlePasswordManager'
  | 'samsungPass'
  | 'windowsHello'
  | 'phone'
  | 'securityKey'

/** A way that is open to this visitor. */
export interface GuideWay {
  /** For an address: the kind, or `app-` and the id of the provider. */
  readonly id: string
  readonly kind: GuideWayKind
  readonly place: GuidePlace
  /** What keeps the passkey, where that has a name. */
  readonly name: string
  /** The first one is, and no other. */
  readonly recommended: boolean
  /** Whether it leads to a phone beside this device, so that it helps to say which. */
  readonly asksForPhone: boolean
}

/** Somewhere a step leads. */
export interface GuideLink {
  /** Absent: it is for any device. */
  readonly phone?: Phone
  readonly url: string
  /** `code` where a phone has to get there from here. */
  readonly show: 'link' | 'code'
  readonly appVersion?: string
}

/** When somebody last held a step against what it tells of. */
export interface Reviewed {
  /** `2026-11-21` */
  readonly on: string
  /** `seen` on the system itself, or `read` in what its maker documents. */
  readonly how: 'seen' | 'read'
  /** Absent where it depends on none: it is about pages of ours. */
  readonly system?: 'iOS' | 'Android' | 'One UI' | 'Windows' | 'macOS' | 'Linux'
  /** The newest it was held against. */
  readonly version?: string
  readonly browser?: string
}

/** One step, with what its words name. */
export interface GuideStep {
  readonly id: GuideStepId
  readonly values: GuideValues
  readonly links?: readonly GuideLink[]
  /** A page of ours where it is done. */
  readonly place?: NewPhoneStep['place'] | 'signIn'
  readonly reviewed: Reviewed
  /** For whoever sees something else. */
  readonly instead?: readonly GuideStep[]
}

/** What somebody is shown. JSON. */
export interface GuidePlan {
  readonly device: DeviceClass
  /** The column of the table that is theirs; absent for an unknown device: then tiles ask. */
  readonly column?: GuideColumn
  readonly verdict: DeviceVerdict
  /** The page is shown inside another app, and nothing else is done before that is left. */
  readonly inApp?: { readonly app?: string }
  /** Row by row. */
  readonly table: readonly GuideCell[]
  /** What is open to them here, the recommended first. */
  readonly ways: readonly GuideWay[]
  /** The one whose steps these are. */
  readonly way?: GuideWay
  /** Never empty. */
  readonly steps: readonly GuideStep[]
  /** The likely ones first. */
  readonly questions: readonly GuideQuestionId[]
}
