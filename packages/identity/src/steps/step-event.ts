/** What somebody may have come to on the way to their passkey, in the order of the way. */
export const steps = [
  'mailSent',
  'mailOpened',
  'guideOpened',
  'offered',
  'started',
  'promptShown',
  'failed',
  'snoozed',
  'created',
  'firstUsed',
  'used',
] as const

/** One of `steps`. */
export type StepName = (typeof steps)[number]

/** Something that happened on the way to a passkey. Append-only, and nothing that names anybody but the person's id. */
export interface StepEvent {
  readonly tenantId: string
  /** UUIDv7. */
  readonly eventId: string
  readonly at: Date
  readonly step: StepName
  /** Absent: nobody is known, as on the guide. */
  readonly userId?: string
  /** What was in their hands, as guidance tells devices apart: `iphone`, `samsung`, `windows`. A claim. */
  readonly device: string
  /** `chrome`, `safari`. A claim. */
  readonly browser?: string
  /** `passkey`, `temporaryAccessPass`: with what, where there is a choice. */
  readonly method?: string
  /** The model the passkey said it is of. */
  readonly aaguid?: string
  /** A refusal's code. */
  readonly code?: string
  readonly waveId?: string
  /** Which mail of a wave: `T-7`. */
  readonly mailKind?: string
  /** How long it took the person. */
  readonly elapsedMilliseconds?: number
  /** Leads to the sign-in log, as long as that is kept. */
  readonly correlationId?: string
}

/** Which events, the oldest first. */
export interface StepQuery {
  /** At or after. */
  readonly from: Date
  /** Before. */
  readonly until: Date
  readonly limit: number
  /** Exclusive: the id that the page before ended with. */
  readonly after?: string
  readonly userId?: string
}

/** Where step events are kept. */
export interface StepEventStore {
  append(event: StepEvent): Promise<void>
  list(tenantId: string, query: StepQuery): Promise<readonly StepEvent[]>
  /** Whether somebody had come to a step at or after an instant. */
  hasStep(tenantId: string, userId: string, step: StepName, since: Date): Promise<boolean>
  /** Forget what one person did. @returns how many events that were */
  removeOfPerson(tenantId: string, userId: string): Promise<number>
  removeBefore(at: Date): Promise<number>
}
