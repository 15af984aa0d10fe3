import type { useSaid } from '../../said.ts'

type ImportWords = ReturnType<typeof useSaid>['peopleImport']

/** What a line is to do, did, or came to. */
export type LineState = keyof ImportWords['states']

/** A file of people, as the API says it. */
export interface PeopleImport {
  readonly id: string
  readonly name: string
  readonly state: keyof ImportWords['importStates']
  readonly createdDateTime: string
  readonly counts: Readonly<Partial<Record<LineState, number>>>
  readonly problem?: {
    readonly because: keyof ImportWords['problems']
    readonly line: number | null
    readonly column: string | null
  } | null
  readonly done?: boolean
}

/** A line of one. */
export interface ImportedLine {
  readonly line: number
  readonly userName: string
  readonly displayName?: string
  readonly state: LineState
  readonly reason: keyof ImportWords['reasons'] | null
  readonly userId: string | null
}

/** The API takes no more in one request. */
const partLength = 60_000

/** The parts a file is sent in, so that none is too long. Characters that are two units stay whole. */
export function toParts(text: string): readonly string[] {
  const parts: string[] = []
  for (let from = 0; from < text.length; ) {
    const until = from + partLength
    const cut = /[\uD800-\uDBFF]/.test(text.charAt(until - 1)) ? until - 1 : until
    parts.push(text.slice(from, cut))
    from = cut
  }
  return parts
}
