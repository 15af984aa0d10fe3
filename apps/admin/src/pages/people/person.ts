import type { AdministratorRoleName, MethodName } from '@latchkey/policy'

/** A person in the list, as the API says it. */
export interface PersonRow {
  readonly id: string
  readonly displayName: string
  readonly userPrincipalName: string
  readonly mail: string | null
  readonly accountEnabled: boolean
  readonly isForEmergencies: boolean
  readonly isAdministrator: boolean
  readonly passkeys: number
  readonly deviceBoundPasskeys: number
  readonly hasPassword: boolean
  readonly hasCodes: boolean
  readonly pass: object | null
  readonly lastSignInDateTime: string | null
}

/** A passkey of a person, and what is known of its model. */
export interface PersonPasskey {
  readonly id: string
  readonly displayName: string
  readonly aaGuid: string
  readonly model: string | null
  readonly icon: string | null
  readonly certification: string | null
  readonly modelStatuses: readonly string[]
  readonly passkeyType: 'synced' | 'deviceBound'
  readonly isAttested: boolean
  readonly attestationFormat: string
  readonly attestationEvidence: 'none' | 'software' | 'hardware'
  readonly dormantBecause: string | null
  readonly createdDateTime: string
  readonly lastUsedDateTime: string | null
}

/** A pass that can still be used. */
export interface PersonPass {
  readonly id: string
  readonly isUsableOnce: boolean
  readonly startDateTime: string
  readonly endDateTime: string
}

/** What a pass may be. */
export interface PassTerms {
  readonly defaultLifetimeInMinutes: number
  readonly minimumLifetimeInMinutes: number
  readonly maximumLifetimeInMinutes: number
  readonly isUsableOnce: boolean
}

/** A person in full. */
export interface PersonInFull {
  readonly id: string
  readonly displayName: string
  readonly userPrincipalName: string
  readonly mail: string | null
  readonly accountEnabled: boolean
  readonly isForEmergencies: boolean
  readonly createdDateTime: string
  readonly roles: readonly { readonly name: AdministratorRoleName; readonly roleTemplateId: string }[]
  readonly groups: readonly { readonly id: string; readonly displayName: string }[]
  readonly passkeys: readonly PersonPasskey[]
  readonly codes: readonly {
    readonly id: string
    readonly displayName: string
    readonly createdDateTime: string
    readonly lastUsedDateTime: string | null
  }[]
  /** Devices that approve sign-ins. */
  readonly approvers: PersonInFull['codes']
  readonly password: { readonly createdDateTime: string } | null
  readonly pass: PersonPass | null
  readonly canSignIn: boolean
  readonly allowedMethods: readonly {
    readonly method: MethodName
    readonly allowed: boolean
    readonly because: string | null
  }[]
  readonly passTerms: PassTerms
}

/** What issuing a pass answers: the only time that it is said. */
export interface IssuedPass {
  readonly temporaryAccessPass: string
  readonly startDateTime: string
  readonly lifetimeInMinutes: number
}
