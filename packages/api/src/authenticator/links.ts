/** A link between two devices is being made: `POST /authenticator/api/links/begin`, by the session in the browser. */
export interface BegunLink {
  readonly linkId: string
  /** ISO 8601: until then both ends have to confirm it. */
  readonly expiresAt: string
}

/** What one end saw: `POST /authenticator/api/links/{id}/confirm`, by its device. */
export interface LinkToConfirm {
  /** SHA-256 of the whole handshake, base64url. */
  readonly handshakeHash: string
  /** Of the end that signs: what the tunnel service knows it by. */
  readonly contactId?: string
}

/** Whether that made it a link. `begun`: the other end has not confirmed yet. */
export interface ConfirmedLink {
  readonly linkId: string
  readonly state: 'begun' | 'guarded'
}

/** A link of this device: `GET /authenticator/api/links`, by the device. */
export interface LinkOfDevice {
  readonly linkId: string
  /** Whether this device asks, or signs. */
  readonly end: 'client' | 'authenticator'
  /** What the other device is called. */
  readonly other: string
  readonly contactId: string
}

/** What this device is about to sign over a link: `POST /authenticator/api/links/{id}/uses`, by the device. */
export interface LinkUse {
  /** SHA-256 of the client data, base64url. */
  readonly clientDataHash: string
}
