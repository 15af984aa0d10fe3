import type { MethodName } from '@latchkey/policy'

/** Somebody who works here. */
export interface Person {
  readonly tenantId: string
  /** The directory's id, UUIDv7. Not the user handle. */
  readonly userId: string
  /** What they type to sign in: `name@domain`, lower case, unique in the tenant. */
  readonly userName: string
  readonly displayName: string
  readonly givenName?: string
  readonly surname?: string
  readonly mail?: string
  readonly preferredLanguage?: string
  readonly enabled: boolean
  /** The account kept for emergencies. */
  readonly breakGlass: boolean
  /** WebAuthn's user handle: version 1 | tenant 16 | random 32. */
  readonly userHandle: Uint8Array
  /** Changes whenever everything that was granted before must end. A session carries the one it was made under. */
  readonly securityStamp: string
  /** How the last sign-in that succeeded was made: its strongest method. */
  readonly lastMethod?: SignInMethod
  /** What the person chose as the default way to sign in. */
  readonly defaultMethod?: SignInMethod
  readonly createdAt: Date
}

/** The ways to prove who one is. */
export type SignInMethod = MethodName

/** What a person has to sign in with: enough to choose a page, and nothing secret. */
export interface PersonMethods {
  readonly passkeys: number
  readonly password: boolean
  readonly totp: boolean
  /** Absent: no device of theirs may approve. */
  readonly push?: boolean
}
