import type { Page } from '@latchkey/api'

/** An account for emergencies, as the API says it. */
export interface BreakGlassAccount {
  readonly id: string
  readonly displayName: string
  readonly userPrincipalName: string
  readonly accountEnabled: boolean
  readonly passkeys: number
  readonly isGlobalAdministrator: boolean
  readonly lastUsedDateTime: string | null
  readonly testDueDateTime: string
  readonly isTestDue: boolean
}

/** All there are, and how many there may be. */
export interface BreakGlassAccounts extends Page<BreakGlassAccount> {
  readonly most: number
}
