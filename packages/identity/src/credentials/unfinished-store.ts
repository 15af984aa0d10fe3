/** Where a passkey was to be kept. `provider`: in an app that the organisation names. */
export const passkeyKinds = ['this-device', 'other-device', 'security-key', 'provider'] as const

export type PasskeyKind = (typeof passkeyKinds)[number]

/** A registration that was begun and came to nothing here; the device may hold a passkey that lets nobody in. */
export interface UnfinishedRegistration {
  readonly tenantId: string
  readonly userId: string
  readonly kind: PasskeyKind
  /** Why, as a code of the catalogue of problems. */
  readonly code: string
  /** Which model it was, if the server saw one. */
  readonly aaguid?: string
  readonly at: Date
  /** From then on nobody is told of it any more. */
  readonly expiresAt: Date
}

/** Registrations that came to nothing: one of each kind a person, the latest. */
export interface UnfinishedStore {
  /** Keep it, in place of an earlier one of its kind. */
  put(unfinished: UnfinishedRegistration): Promise<void>
  /** Latest first. */
  listOfPerson(tenantId: string, userId: string, now: Date): Promise<readonly UnfinishedRegistration[]>
  /** @returns whether there was one */
  remove(tenantId: string, userId: string, kind: PasskeyKind): Promise<boolean>
  /** @returns how many */
  removeExpired(before: Date): Promise<number>
}
