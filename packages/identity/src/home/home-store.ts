/** What is counted of one day, in UTC. */
export interface DayFigures {
  /** `2026-03-02` */
  readonly day: string
  /** People who may sign in, and those of them who have a passkey: as of the last count of that day. */
  readonly people: number
  readonly withPasskey: number
  /** Sign-ins that succeeded; with a password and a code, one. */
  readonly signIns: number
  readonly passkeySignIns: number
  readonly failures: number
  /** Sign-ins that a policy which is only watched would not have let through. */
  readonly wouldFail: number
}

/** What a tenant's people have. A passkey whose device is switched off, or that nobody could ask for, is none. */
export interface PeopleFigures {
  /** Who may sign in. */
  readonly people: number
  readonly withPasskey: number
  /** Who has a password or codes and no passkey: whoever is asked for them nicely gives them away. */
  readonly onlyPhishable: number
}

/** A kept summary of what is slow to count. */
export interface HomeSummary {
  readonly at: Date
  readonly people: PeopleFigures
  /** Passes that work at this moment or will. */
  readonly passes: { readonly inUse: number; readonly nextEndsAt?: Date }
  /** Models that the metadata says something bad of, the most used first. */
  readonly badModels: readonly {
    readonly aaguid: string
    readonly name?: string
    readonly statuses: readonly string[]
    readonly people: number
  }[]
  /** Of the last seven days: what policies that are only watched would have stopped. */
  readonly watched: readonly {
    readonly policyId: string
    readonly displayName: string
    readonly signIns: number
    readonly people: number
  }[]
}

/** What the first page of the admin centre rests on. */
export interface HomeStore {
  /**
   * Count the people there are now, and what they have, as far as it was made before an instant. Slow with many people: for
   * a reader of its own.
   */
  countPeople(tenantId: string, madeBefore: Date): Promise<PeopleFigures>
  /** How many people have a passkey of each model. Slow, too. */
  countModels(tenantId: string): Promise<readonly { readonly aaguid: string; readonly people: number }[]>
  /** Passes that are not used up and not over. */
  countPasses(tenantId: string, at: Date): Promise<{ readonly inUse: number; readonly nextEndsAt?: Date }>
  /** Count the sign-ins between two ids, the first inclusive. Slow with many of them. */
  countSignIns(
    tenantId: string,
    between: { readonly since: string; readonly until: string },
  ): Promise<Pick<DayFigures, 'signIns' | 'passkeySignIns' | 'failures' | 'wouldFail'>>
  /** Keep a day's figures, over those of an earlier count. */
  putDay(tenantId: string, figures: DayFigures): Promise<void>
  /** From a day on, in order. */
  listDays(tenantId: string, from: string): Promise<readonly DayFigures[]>
  putSummary(tenantId: string, summary: HomeSummary): Promise<void>
  findSummary(tenantId: string): Promise<HomeSummary | undefined>
}
