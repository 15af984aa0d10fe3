import type { OwnSurface } from './own-surface.ts'

/** An app that keeps passkeys on the phone it is on, as an organisation describes it. */
export interface DescribedProvider {
  /** Names it in addresses: small letters, digits and hyphens. */
  readonly id: string
  /** What people call it: `Contoso Authenticator`. */
  readonly name: string
  /** In small letters. */
  readonly aaguids: readonly string[]
  /** Present if it is an authenticator of ours: then there is nothing under `phones`. */
  readonly own?: OwnSurface
  /** Where to get it, and from which version of the system it keeps passkeys. Absent: it is not for that system. */
  readonly phones: {
    readonly iOS?: PhoneOfProvider
    readonly android?: PhoneOfProvider
  }
}

/** A provider on one system. */
export interface PhoneOfProvider {
  /** An `https:` address. */
  readonly store: string
  /** Of the app; absent if any will do. */
  readonly appVersion?: string
  /** Of the system: `17`. */
  readonly least: string
}
