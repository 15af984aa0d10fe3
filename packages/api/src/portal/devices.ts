/** A device with an authenticator of ours, for its owner: `GET /security-info/api/devices`. */
export interface DeviceOfPerson {
  readonly id: string
  readonly name: string
  readonly surface: 'extension' | 'phoneApp' | 'agent'
  readonly operatingSystem: string
  readonly state: 'active' | 'expired' | 'revoked'
  /** The app is older than the organisation takes. */
  readonly tooOld: boolean
  /** How many passkeys of this person were made there. */
  readonly passkeys: number
  /** ISO 8601. */
  readonly registeredAt: string
  readonly lastSeenAt: string
  /** How many that are kept on another device nobody could ask for without it: a browser that a telephone is linked to. */
  readonly unlinks: number
  /** Removing it would leave no way in. */
  readonly last: boolean
}

/** Two devices that remember each other, for their owner: `GET /security-info/api/device-links`. */
export interface LinkOfPerson {
  readonly id: string
  /** What the browser's device is called, and the one that signs. */
  readonly client: string
  readonly authenticator: string
  /** ISO 8601. */
  readonly linkedAt: string
  readonly lastUsedAt?: string
  /** How many passkeys nobody could ask for without it. */
  readonly passkeys: number
  /** Removing it would leave no way in. */
  readonly last: boolean
}
