import type { HomeCount, ModelCount } from '@latchkey/identity'
import type { LeftAsk, NumbersAsk, PersonLeft, RolloutNumbers } from '@latchkey/rollout'
import type { ODataFilter } from '../graph/odata-filter.ts'
import type { GraphObject } from '../graph/resource-shape.ts'

export type LogName = 'signIns' | 'audit'

/** What is asked of a log. */
export interface LogAsk {
  readonly tenantId: string
  readonly log: LogName
  readonly filter?: ODataFilter
  readonly limit: number
}

/** A page, newest first. It may be short, or empty, and still have a next one: looking took its time. */
export interface LogPage {
  readonly entries: readonly GraphObject[]
  /** The id to go on before. Absent: there is nothing older. */
  readonly next?: string
  /** How far back was looked, where there is a next page. */
  readonly lookedBackTo?: string
}

/** What came since a reader last asked, oldest first. */
export interface LogTail {
  readonly entries: readonly GraphObject[]
  /** What to ask with next time. Some of what follows may be given again: a record has its id to be known by. */
  readonly after: string
}

export type LogFormat = 'csv' | 'jsonl'

/** Everything of a log that a filter takes, in a format. */
export type LogExportAsk = Omit<LogAsk, 'limit'> & { readonly format: LogFormat }

/** What a thread is told when it begins. */
export interface ThreadStart {
  readonly database: string
  readonly countryDatabase: string | undefined
}

/** A question to the thread that reads pages and counts. */
export type ThreadQuestion = { readonly number: number; readonly now: Date } & (
  | { readonly kind: 'page'; readonly ask: LogAsk; readonly before?: string }
  | { readonly kind: 'home'; readonly tenantId: string }
  | { readonly kind: 'models'; readonly tenantId: string }
  | { readonly kind: 'rollout'; readonly ask: NumbersAsk }
  | { readonly kind: 'left'; readonly ask: LeftAsk }
)

/** Its answer. */
export type ThreadAnswer =
  | { readonly number: number; readonly page: LogPage }
  | { readonly number: number; readonly home: HomeCount }
  | { readonly number: number; readonly models: readonly ModelCount[] }
  | { readonly number: number; readonly rollout: RolloutNumbers }
  | { readonly number: number; readonly left: readonly PersonLeft[] }
  | { readonly number: number; readonly failure: string }

/** What a thread that exports is told when it begins. */
export interface ExportStart extends ThreadStart {
  readonly ask: LogExportAsk
  readonly now: Date
}

/** What it says when it is asked for the next piece: the piece, that there is none, or why it could not. */
export type ExportAnswer = { readonly piece: Uint8Array | undefined } | { readonly failure: string }
