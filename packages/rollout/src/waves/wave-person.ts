/** What an enforcement wave did with somebody. */
export const wavePersonStates = ['moved', 'waiting', 'putBack'] as const

/**
 * `moved`: put into the group by the wave. `waiting`: cannot make it yet, looked at again each day. `putBack`: taken out
 * again by an administrator; the wave leaves them alone.
 */
export type WavePersonState = (typeof wavePersonStates)[number]

/** Somebody whom an enforcement wave has looked at. */
export interface WavePerson {
  readonly tenantId: string
  readonly waveId: string
  readonly userId: string
  readonly state: WavePersonState
  /** Why they wait, by name. */
  readonly because: readonly string[]
  readonly checkedAt: Date
  readonly movedAt?: Date
  /** The administrator who moved them or put them back. Absent: the wave did. */
  readonly by?: string
}

/** How many are where. */
export type WavePeopleCounts = Readonly<Record<WavePersonState, number>>

/** Which of them, by user id. */
export interface WavePeopleQuery {
  readonly state?: WavePersonState
  readonly limit: number
  /** Exclusive: the user id that the page before ended with. */
  readonly after?: string
}

/** What enforcement waves did with whom. It goes with the wave, and with the person. */
export interface WavePersonStore {
  /** Keep what became of somebody, in place of what was. */
  put(person: WavePerson): Promise<void>
  find(tenantId: string, waveId: string, userId: string): Promise<WavePerson | undefined>
  list(tenantId: string, waveId: string, query: WavePeopleQuery): Promise<readonly WavePerson[]>
  count(tenantId: string, waveId: string): Promise<WavePeopleCounts>
  remove(tenantId: string, waveId: string, userId: string): Promise<void>
}
