export const strengths = ['singleFactor', 'multiFactor', 'passwordless', 'phishingResistant'] as const

/** A strength that there is of itself. */
export type Strength = (typeof strengths)[number]

/** What an organisation decides beside its rules, as the API says it. */
export interface OrganisationSettings {
  readonly displayName: string
  readonly leastStrength: Strength
  readonly passwordMayAddFirstPasskey: boolean
  readonly signatureCounter: 'record' | 'refuse'
  readonly sessions: {
    readonly sessionInMinutes: number
    readonly staySignedInDays: number
    readonly offerStaySignedIn: boolean
  }
  readonly helpDesk: {
    readonly text: string
    readonly mail: string | null
    readonly phone: string | null
    readonly url: string | null
  }
}

/** What of it is to change. */
export type OrganisationChange = Partial<OrganisationSettings>

export const settingsPath = '/latchkey/organization'
