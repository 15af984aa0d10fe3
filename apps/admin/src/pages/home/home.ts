import type { Client } from '@latchkey/api'

/** What a day came to. */
export interface DayFigures {
  readonly day: string
  readonly people: number
  readonly withPasskey: number
  readonly signIns: number
  readonly passkeySignIns: number
  readonly failures: number
  readonly wouldFail: number
}

/** Something to look at. */
export type Attention = { readonly urgency: 'now' | 'soon' | 'sometime' } & (
  | {
      readonly kind: 'badModel'
      readonly aaGuid: string
      readonly displayName: string | null
      readonly statuses: readonly string[]
      readonly people: number
    }
  | { readonly kind: 'onlyPhishable'; readonly people: number; readonly of: number }
  | { readonly kind: 'passesInUse'; readonly count: number; readonly nextEndDateTime: string | null }
  | { readonly kind: 'requestsWaiting'; readonly count: number; readonly oldestDateTime: string }
  | {
      readonly kind: 'wouldFail'
      readonly policyId: string
      readonly displayName: string
      readonly signIns: number
      readonly people: number
    }
  | {
      readonly kind: 'ends'
      readonly what: 'trustRoot' | 'deviceCa' | 'serverCertificate' | 'metadata'
      readonly displayName: string | null
      readonly endDateTime: string
    }
  | {
      readonly kind: 'streamFailing'
      readonly id: string
      readonly displayName: string
      readonly since: string
      readonly error: string
    }
  | { readonly kind: 'noEmergencyAccount' }
  | {
      readonly kind: 'newerSystems'
      readonly systems: readonly { readonly system: string; readonly version: string }[]
      readonly visits: number
    }
)

/** What the first page shows. */
export interface Home {
  readonly countedDateTime: string
  readonly attention: readonly Attention[]
  /** `null` to whoever may not read reports. */
  readonly people: {
    readonly people: number
    readonly withPasskey: number
    readonly onlyPhishable: number
  } | null
  readonly days: readonly DayFigures[]
}

/** How it is asked for. */
export const homeQuery = (client: Client) => ({
  queryKey: ['home'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => client.get<Home>('/latchkey/home', { signal }),
})
