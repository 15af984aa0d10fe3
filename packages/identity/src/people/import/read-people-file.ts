import { normaliseUserName } from '../normalise-user-name.ts'
import type { ImportedFacts, ImportReason } from './person-import.ts'
import { type CsvRecord, readCsv } from './read-csv.ts'

/** The most people that one file may bring. */
export const mostImportLines = 20_000
/** The longest file, in characters. */
export const longestImport = 5_000_000

/** Why a file is not read at all. */
export type FileProblem =
  | 'empty'
  | 'too_long'
  | 'too_many_lines'
  | 'quote_not_closed'
  | 'text_after_quote'
  | 'column_unknown'
  | 'column_twice'
  | 'user_name_column_missing'

/** A line as it stands, or why it says nothing. */
export interface ReadLine {
  readonly line: number
  readonly facts: ImportedFacts
  readonly reason?: ImportReason
}

/** What a file says, or what is wrong with it. */
export type PeopleFile =
  | { readonly readable: true; readonly lines: readonly ReadLine[] }
  | {
      readonly readable: false
      readonly because: FileProblem
      readonly line?: number
      readonly column?: string
    }

type Column = keyof ImportedFacts

/** What columns may be called, without regard to case, space and punctuation. */
const columnNames: Readonly<Record<string, Column>> = {
  username: 'userName',
  userprincipalname: 'userName',
  upn: 'userName',
  displayname: 'displayName',
  name: 'displayName',
  givenname: 'givenName',
  firstname: 'givenName',
  surname: 'surname',
  lastname: 'surname',
  mail: 'mail',
  email: 'mail',
  emailaddress: 'mail',
  language: 'preferredLanguage',
  preferredlanguage: 'preferredLanguage',
  enabled: 'enabled',
  accountenabled: 'enabled',
  groups: 'groups',
  group: 'groups',
}

/** Read a file of people. Every line that cannot be used says why; establishes nothing about who is there. */
export function readPeopleFile(text: string): PeopleFile {
  if (text.length > longestImport) return { readable: false, because: 'too_long' }
  const csv = readCsv(text)
  if (!csv.readable) return csv
  const [head, ...records] = csv.records
  if (head === undefined || records.length === 0) return { readable: false, because: 'empty' }
  if (records.length > mostImportLines) return { readable: false, because: 'too_many_lines' }
  const columns: Column[] = []
  for (const written of head.fields) {
    const column = columnNames[written.toLowerCase().replace(/[^a-z]/g, '')]
    const place = { line: head.line, column: written.slice(0, 100) }
    if (column === undefined) return { readable: false, because: 'column_unknown', ...place }
    if (columns.includes(column)) return { readable: false, because: 'column_twice', ...place }
    columns.push(column)
  }
  if (!columns.includes('userName'))
    return { readable: false, because: 'user_name_column_missing', line: head.line }
  const seen = new Set<string>()
  const lines = records.map((record) => {
    const read = readLine(record, columns)
    if (read.reason !== undefined) return read
    const { userName } = read.facts
    if (seen.has(userName)) return { ...read, reason: 'twice' as const }
    seen.add(userName)
    return read
  })
  return { readable: true, lines }
}

function readLine({ line, fields }: CsvRecord, columns: readonly Column[]): ReadLine {
  const said = new Map<Column, string>()
  for (const [index, column] of columns.entries()) {
    const text = (fields[index] ?? '').trim()
    if (text !== '') said.set(column, text)
  }
  const written = said.get('userName') ?? ''
  const texts: { [name in 'displayName' | 'givenName' | 'surname' | 'mail' | 'preferredLanguage']?: string } =
    {}
  for (const name of ['displayName', 'givenName', 'surname', 'mail', 'preferredLanguage'] as const) {
    const text = said.get(name)
    if (text !== undefined) texts[name] = text.slice(0, 1_000)
  }
  const groups = said.get('groups')
  const facts = {
    userName: written.slice(0, 256),
    ...texts,
    ...(groups !== undefined && {
      groups: [...new Set(groups.split(/[;|]/).map((name) => name.trim()))].filter(Boolean),
    }),
  }
  if (fields.length > columns.length) return { line, facts, reason: 'fields' }
  const enabled = readEnabled(said.get('enabled'))
  if (enabled === 'unreadable') return { line, facts, reason: 'enabled' }
  const userName = tryUserName(written)
  if (userName === undefined) return { line, facts, reason: 'userName' }
  return { line, facts: { ...facts, userName, ...(enabled !== undefined && { enabled }) } }
}

function readEnabled(text: string | undefined): boolean | undefined | 'unreadable' {
  if (text === undefined) return undefined
  if (/^(true|yes|1)$/i.test(text)) return true
  return /^(false|no|0)$/i.test(text) ? false : 'unreadable'
}

function tryUserName(written: string): string | undefined {
  try {
    return normaliseUserName(written)
  } catch {
    // Whatever is wrong with it, it names nobody.
    return undefined
  }
}
