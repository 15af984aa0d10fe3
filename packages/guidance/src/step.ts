import type { OfferedProvider } from './open-policy.ts'
import type { OwnSurface } from './own-surface.ts'

/** The phones that instructions tell apart. */
export type Phone = 'iOS' | 'android'

/** Ways through the settings of a phone, to where an app is made the one that keeps passkeys. */
export type SettingsPath = 'iOS18' | 'iOS17' | 'android' | 'samsung'

/** Something to know before one begins, because it will not work else. */
export type Caution =
  /** The device somebody sits at is too old to keep a passkey. */
  | { readonly id: 'tooOld'; readonly system: string; readonly version: string; readonly least: string }
  /** It says that it cannot keep one: no fingerprint reader, no PIN set up. */
  | { readonly id: 'noPlatformAuthenticator' }
  /** The browser cannot ask a phone nearby. */
  | { readonly id: 'noHybrid' }
  /** The app is not there for the system of this phone. */
  | { readonly id: 'notForPhone'; readonly phone: Phone; readonly name: string }
  /** The extension is not there for this browser. */
  | { readonly id: 'notForBrowser'; readonly name: string }
  /** The organisation wants proof of the model: the browser may ask whether to share it. */
  | { readonly id: 'proof' }

/** One page of a wizard: what it is and what it is about. The words are somewhere else. */
export type Step =
  /** What it takes, said before anything is tried. */
  | {
      readonly id: 'requirements'
      readonly name: string
      readonly iOS?: string
      readonly android?: string
      readonly otherDevice: boolean
    }
  | {
      readonly id: 'getApp'
      readonly name: string
      /** One if the phone is known, else each there is. */
      readonly stores: readonly {
        readonly phone: Phone
        readonly url: string
        readonly appVersion?: string
      }[]
      /** `link` on the phone itself; `code` where a phone has to be reached from a computer. */
      readonly show: 'link' | 'code'
    }
  | { readonly id: 'choosePhone'; readonly phones: readonly Phone[] }
  | {
      readonly id: 'makeProvider'
      readonly name: string
      /** The likely one first; the others for whoever sees something else. */
      readonly paths: readonly SettingsPath[]
    }
  /** Bluetooth and internet, on both. */
  | { readonly id: 'nearby' }
  | { readonly id: 'camera'; readonly phone?: Phone; readonly name?: string }
  /** Save it there and nowhere else: understood. */
  | { readonly id: 'reminder'; readonly name: string; readonly otherDevice: boolean }
  | {
      readonly id: 'prompt'
      readonly ask: PromptAsk
      readonly phone?: Phone
      readonly name?: string
      /** It is kept in an authenticator of ours. */
      readonly surface?: OwnSurface['surface']
    }
  /** What an authenticator of ours takes. */
  | { readonly id: 'ownRequirements'; readonly surface: OwnSurface['surface']; readonly name: string }
  | {
      readonly id: 'getOwn'
      readonly surface: OwnSurface['surface']
      readonly name: string
      /** Absent: the organisation installs it. */
      readonly address?: string
      readonly show: 'link' | 'code'
    }
  /** The account is put into it, or signed in there again; or is there already. */
  | { readonly id: 'ownAccount'; readonly surface: OwnSurface['surface']; readonly name: string }
  /** The agent scans the code itself. */
  | { readonly id: 'ownScan'; readonly name: string }
  /** The passkey is made in the app; this page waits for it. */
  | { readonly id: 'inApp'; readonly name: string }

/** What the browser is asked for. */
export interface PromptAsk {
  readonly kind: 'this-device' | 'other-device' | 'security-key' | 'provider'
  /** Whether the passkey is to be kept on another device than this one. */
  readonly otherDevice: boolean
}

/** What a wizard is for. */
export type Wizard =
  | { readonly kind: 'this-device' }
  | { readonly kind: 'other-device' }
  | { readonly kind: 'security-key' }
  | { readonly kind: 'provider'; readonly provider: OfferedProvider }

/** A wizard's pages, in their order. */
export interface WizardPlan {
  readonly cautions: readonly Caution[]
  readonly steps: readonly Step[]
}
