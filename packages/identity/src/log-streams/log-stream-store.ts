/** The logs that can be sent on. */
export const streamedLogs = ['signIns', 'audit'] as const

export type StreamedLog = (typeof streamedLogs)[number]

/** Somewhere outside where an organisation's logs are sent, as they grow. */
export interface LogStream {
  readonly tenantId: string
  /** UUIDv7. */
  readonly streamId: string
  readonly displayName: string
  /** `https://…` or `http://…` for a webhook; `syslog+tls://host:port` or `syslog+tcp://host:port`. */
  readonly address: string
  readonly logs: readonly StreamedLog[]
  readonly enabled: boolean
  readonly createdAt: Date
  /** What a webhook is signed with. */
  readonly sealedSecret?: Uint8Array
  /** What it was signed with before: it signs beside the other for a while. */
  readonly former?: { readonly sealedSecret: Uint8Array; readonly until: Date }
}

/** How far a stream has come. */
export interface LogStreamState {
  /** Every sign-in up to and with this id was delivered. */
  readonly signInsUntil: string
  readonly auditUntil: string
  readonly deliveredAt?: Date
  /** Failures since the last delivery. */
  readonly attempts: number
  /** When the next attempt is due. */
  readonly notBefore: Date
  /** Of the failures since the last delivery. */
  readonly failure?: { readonly since: Date; readonly at: Date; readonly error: string }
}

/** A stream, and how far it has come. */
export type RunningLogStream = LogStream & { readonly state: LogStreamState }

/** What was delivered. */
export interface Delivered {
  readonly signInsUntil?: string
  readonly auditUntil?: string
  readonly at: Date
}

export interface LogStreamStore {
  insert(stream: RunningLogStream): Promise<void>
  find(tenantId: string, streamId: string): Promise<RunningLogStream | undefined>
  list(tenantId: string): Promise<readonly RunningLogStream[]>
  /** Of every tenant: those that are switched on and whose next attempt is due. */
  listDue(at: Date): Promise<readonly RunningLogStream[]>
  /** Keep what an administrator decides; how far the stream has come stays. */
  put(stream: LogStream): Promise<void>
  /** Forget what failed, so that the next attempt is due now. */
  putDue(tenantId: string, streamId: string, at: Date): Promise<void>
  putDelivered(tenantId: string, streamId: string, delivered: Delivered): Promise<void>
  putFailed(
    tenantId: string,
    streamId: string,
    failure: {
      readonly attempts: number
      readonly notBefore: Date
      readonly at: Date
      readonly error: string
    },
  ): Promise<void>
  remove(tenantId: string, streamId: string): Promise<void>
  /** Every stream with a secret, of every tenant. */
  listSealed(): Promise<readonly LogStream[]>
}
