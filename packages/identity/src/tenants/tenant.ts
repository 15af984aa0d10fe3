import type { DeviceSurface } from '../devices/registered-device-store.ts'

/** An organisation. Everything else belongs to exactly one. */
export interface Tenant {
  /** UUIDv7. */
  readonly tenantId: string
  readonly displayName: string
  readonly settings: TenantSettings
  /** True for what `--demo` made: such a tenant is never real. */
  readonly demo: boolean
  readonly createdAt: Date
  /** Grows with every change of its rules: whoever remembers what it decides by compares this. 0 before the first. */
  readonly rulesVersion: number
}

/** What an organisation decides about sign-in. Absent settings take `defaultTenantSettings`. */
export interface TenantSettings {
  /** The least that any app needs: `singleFactor` lets a password alone in. */
  readonly leastStrength: 'singleFactor' | 'multiFactor' | 'passwordless' | 'phishingResistant'
  /** Whether a person with nothing but a password may add a first passkey with it. Mailed and logged loudly. */
  readonly passwordMayAddFirstPasskey: boolean
  /** What to do when a signature counter does not grow. A copied key and a restored backup look alike. */
  readonly signatureCounter: 'record' | 'refuse'
  readonly sessions: {
    /** How long a session lives when the person did not ask to stay signed in. */
    readonly sessionMinutes: number
    /** How long it lives when they did. */
    readonly staySignedInDays: number
    readonly offerStaySignedIn: boolean
  }
  readonly passes: PassSettings
  readonly passRequests: PassRequestSettings
  readonly attestation: AttestationSettings
  readonly authenticator: AuthenticatorSettings
  readonly helpDesk: {
    readonly text: string
    readonly mail?: string
    readonly phone?: string
    readonly url?: string
  }
  readonly branding: {
    /** `#rrggbb`. Pages make it readable. */
    readonly accent?: string
    /** A sentence on the sign-in pages. */
    readonly signInText?: string
    /** For light pages, and for dark ones; where there is one, it stands on both. */
    readonly logo?: { readonly light?: LogoPicture; readonly dark?: LogoPicture }
  }
}

/** A picture that is kept under its hash, and its size in pixels. */
export interface LogoPicture {
  readonly imageId: string
  readonly width: number
  readonly height: number
}

/** The policy of Temporary Access Passes. Lengths in characters, times in minutes. */
export interface PassSettings {
  readonly defaultLifetimeMinutes: number
  readonly minimumLifetimeMinutes: number
  readonly maximumLifetimeMinutes: number
  readonly length: number
  /** True: every pass is one-time. False: whoever issues it chooses. */
  readonly onceOnly: boolean
}

/** How requests for passes are decided. */
export interface PassRequestSettings {
  /** Whether people may ask at all; without, the page says whom to call. */
  readonly open: boolean
  /**
   * Who has to agree: one who may issue passes; two of them; or the person's manager first, and then one of them. Whoever
   * has no manager needs two.
   */
  readonly approval: 'one' | 'two' | 'manager'
  /** How long after the approval a pass begins to work, so that its person can stop it. */
  readonly delayMinutes: number
  /** How long a request waits. */
  readonly waitDays: number
  /**
   * Domains whose mailboxes are opened by this very sign-in, besides the organisation's own: no pass is mailed there, for
   * whoever could read it would not need it.
   */
  readonly guardedMailDomains: readonly string[]
}

/** Whom an organisation believes about models of authenticators. */
export interface AttestationSettings {
  /** Whether the metadata service's roots count as anchors, each for the models it names. */
  readonly trustMetadata: boolean
  /**
   * What to do about a model that the metadata reports as broken, for passkeys of people too: tell the administrators;
   * ask for another proof beside it; or refuse it to whoever has another way in.
   */
  readonly badStatus: 'alert' | 'stepUp' | 'block'
}

/** What an organisation asks of the Latchkey Authenticator. */
export interface AuthenticatorSettings {
  /**
   * The oldest version that is taken, per surface (`1.2.3`): below it no device is registered and no passkey made, and
   * devices that are there are told to update. Absent: any.
   */
  readonly leastVersions: Partial<Readonly<Record<DeviceSurface, string>>>
  /**
   * Which surfaces people are led to when they add a passkey, and where each is to be had; without an address the
   * organisation installs it. None at first: nobody is sent to an app that nobody has handed out, and to trust keys that
   * software keeps is a decision.
   */
  readonly offered: Partial<Readonly<Record<DeviceSurface, { readonly address?: string }>>>
}

/** What a new organisation starts with. */
export const defaultTenantSettings: TenantSettings = {
  leastStrength: 'multiFactor',
  passwordMayAddFirstPasskey: false,
  signatureCounter: 'record',
  sessions: { sessionMinutes: 12 * 60, staySignedInDays: 90, offerStaySignedIn: true },
  passes: {
    defaultLifetimeMinutes: 60,
    minimumLifetimeMinutes: 10,
    maximumLifetimeMinutes: 8 * 60,
    length: 10,
    onceOnly: false,
  },
  passRequests: { open: true, approval: 'one', delayMinutes: 0, waitDays: 3, guardedMailDomains: [] },
  attestation: { trustMetadata: true, badStatus: 'stepUp' },
  authenticator: { leastVersions: {}, offered: {} },
  helpDesk: { text: '' },
  branding: {},
}
