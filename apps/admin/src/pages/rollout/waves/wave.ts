import type { Client, Page } from '@latchkey/api'

/** A wave as the API tells it. */
export interface Wave {
  readonly id: string
  readonly kind: 'registration' | 'enforcement'
  readonly displayName: string
  readonly groupIds: readonly string[]
  readonly startDateTime: string
  readonly endDateTime: string
  readonly state: 'planned' | 'started' | 'stopped' | 'done'
  readonly startedDateTime: string | null
  readonly heldBecause: string | null
  readonly checkedDateTime: string | null
  readonly policyId: string | null
  readonly version: number
  readonly people?: Readonly<Record<WavePersonState, number>>
}

export type WavePersonState = 'moved' | 'waiting' | 'putBack'

/** Somebody in an enforcement wave, and what became of them. */
export interface WavePerson extends Somebody {
  readonly state: WavePersonState
  readonly because: readonly string[]
  readonly checkedDateTime: string
  readonly movedDateTime: string | null
  readonly by: string | null
}

export interface Somebody {
  readonly id: string
  readonly displayName: string | null
  readonly userPrincipalName: string | null
}

export type RehearsalOutcome = 'passes' | 'fails' | 'notSeen'

/** The sums of a rehearsal. */
export interface Rehearsal {
  readonly rehearsedDateTime: string
  readonly people: number
  readonly outcomes: Readonly<Record<RehearsalOutcome, number>>
  readonly inGroup: number
  readonly because: readonly { readonly name: string; readonly people: number }[]
  readonly platforms: readonly {
    readonly platform: string
    readonly passes: number
    readonly fails: number
  }[]
  readonly passLetsBackIn: boolean
  readonly complete: boolean
}

/** What would become of somebody. */
export interface RehearsedPerson extends Somebody {
  readonly outcome: RehearsalOutcome
  readonly because: readonly string[]
  readonly platforms: readonly { readonly platform: string; readonly outcome: string }[]
  readonly policies: readonly string[]
  readonly inGroup: boolean
}

/** Who is in which wave of a kind. */
export interface WaveCoverage {
  readonly people: number
  readonly inWave: readonly { readonly id: string; readonly people: number }[]
  readonly inNone: { readonly people: number; readonly first: readonly Somebody[] }
  readonly inTwo: { readonly people: number; readonly first: readonly Somebody[] }
}

export const wavesPath = '/latchkey/rollout/waves'
export const wavesKey = ['waves'] as const

/** The query of every wave. */
export const wavesQuery = (client: Client) => ({
  queryKey: [...wavesKey, 'list'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => client.get<Page<Wave>>(wavesPath, { signal }),
})

/** A day begins at eight in the morning of whoever plans, and ends at eight in the evening. */
export const firstMoment = (day: string) => new Date(`${day}T08:00`).toISOString()
export const lastMoment = (day: string) => new Date(`${day}T20:00`).toISOString()

/** The day of an instant, as a date field takes it. */
export function toDay(instant: Date | string): string {
  const at = new Date(instant)
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}

/** The day so many days later. */
export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T12:00`)
  at.setDate(at.getDate() + count)
  return toDay(at)
}
