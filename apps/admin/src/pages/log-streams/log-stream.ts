/** A stream as the API tells it. */
export interface LogStream {
  readonly id: string
  readonly displayName: string
  readonly kind: 'webhook' | 'syslog'
  readonly address: string
  readonly logs: readonly LogName[]
  readonly isEnabled: boolean
  readonly formerSecretUntil: string | null
  readonly state: {
    readonly lastDeliveredDateTime: string | null
    readonly lastError: string | null
    readonly failingSinceDateTime: string | null
    readonly nextAttemptDateTime: string | null
    readonly oldestWaitingDateTime: string | null
    readonly lagSeconds: number
  }
}

export type LogName = 'signIns' | 'audit'

/** Just made, or with a new secret: the one time it is told. */
export type MadeLogStream = LogStream & { readonly secret: string | null }

/** What is said of a stream. */
export interface StreamFacts {
  readonly displayName: string
  readonly address: string
  readonly logs: readonly LogName[]
}

/** A record may wait this long without anything being wrong: it is sent once those before it are certain. */
export const usualLagSeconds = 90
