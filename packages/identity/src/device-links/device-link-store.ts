/** Two devices of one person that remember each other. */
export interface DeviceLink {
  readonly tenantId: string
  readonly linkId: string
  readonly userId: string
  /** The one that asks: a browser with our extension. */
  readonly clientDeviceId: string
  /** The one that signs. Absent until it was heard of. */
  readonly authenticatorDeviceId?: string
  /** `guarded`: both ends signed that they saw the same handshake. */
  readonly state: 'begun' | 'guarded'
  /** What each end said of the handshake, 32 bytes. */
  readonly clientHash?: Uint8Array
  readonly authenticatorHash?: Uint8Array
  /** What the tunnel service knows the authenticator by, for this link alone. */
  readonly contactId?: string
  readonly begunAt: Date
  /** When a link that is not guarded by then is forgotten. */
  readonly expiresAt: Date
  readonly guardedAt?: Date
  readonly lastUsedAt?: Date
}

/** What the authenticator says of a link that is being made. */
export interface OfferedEnd {
  readonly deviceId: string
  readonly handshakeHash: Uint8Array
  readonly contactId: string
}

/** The links between devices. Gone with either device, and with their owner. */
export interface DeviceLinkStore {
  insert(link: DeviceLink): Promise<void>
  find(tenantId: string, linkId: string): Promise<DeviceLink | undefined>
  /** Those that are guarded, the newest first. */
  listOfPerson(tenantId: string, userId: string): Promise<readonly DeviceLink[]>
  /** Keep what the client saw, once. @returns whether it had said nothing before */
  putClientHash(tenantId: string, linkId: string, handshakeHash: Uint8Array): Promise<boolean>
  /**
   * Keep what the authenticator saw, once.
   *
   * @returns whether none had said anything before, and no other link has its contact
   */
  putAuthenticatorEnd(tenantId: string, linkId: string, end: OfferedEnd): Promise<boolean>
  /** Guard a link of which both ends saw the same. @returns whether it was that, and was not guarded before */
  guard(tenantId: string, linkId: string, at: Date): Promise<boolean>
  remove(tenantId: string, linkId: string): Promise<boolean>
  /** Forget those of a person that were begun and came to nothing. */
  removeBegunOf(tenantId: string, userId: string): Promise<void>
  /** Whether a guarded link, of whichever tenant, has this contact. */
  hasContact(contactId: string): Promise<boolean>
  /** The guarded link that has this contact, of whichever tenant. */
  findByContact(contactId: string): Promise<DeviceLink | undefined>
  /**
   * Keep what an authenticator says it is about to sign over a link.
   *
   * @throws IdentityRefusal `already_exists` if it was said before
   */
  insertUse(use: DeviceLinkUse): Promise<void>
  /** Take what was said of a signature by this device, if its link is guarded still; at most one caller gets it. */
  takeUse(
    tenantId: string,
    use: { readonly deviceId: string; readonly clientDataHash: Uint8Array; readonly at: Date },
  ): Promise<string | undefined>
  putUsed(tenantId: string, linkId: string, at: Date): Promise<void>
  /** Forget links that were begun and came to nothing, and signatures nobody asked for. @returns how many */
  removeOver(now: Date): Promise<number>
}

/** That a device signs this over a link. */
export interface DeviceLinkUse {
  readonly tenantId: string
  readonly linkId: string
  readonly deviceId: string
  /** SHA-256 of the client data, which names the page: 32 bytes. */
  readonly clientDataHash: Uint8Array
  readonly expiresAt: Date
}
