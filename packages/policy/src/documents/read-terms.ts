import {
  boolean,
  filledText,
  list,
  nullable,
  object,
  optional,
  partial,
  type Read,
  text,
} from './document-reader.ts'
import { DocumentRefusal } from './document-refusal.ts'
import type { DocumentStamp } from './read-conditional-access.ts'
import type { TermsDocument, TermsFileDocument } from './terms-document.ts'

/** What one file may hold, in base64: about 50 pages. */
const longestFile = 200_000

const data: Read<string> = (value, path) => {
  const written = text(longestFile)(value, path)
  if (findText(written) === undefined) throw new DocumentRefusal(path, 'must be plain text, UTF-8, in base64')
  return written
}

const language: Read<string> = (value, path) => {
  if (typeof value === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)) return value
  throw new DocumentRefusal(path, 'must be a language, such as en or de-CH')
}

const days: Read<string | null> = (value, path) => {
  if (value === null || (typeof value === 'string' && secondsOf(value) !== undefined)) return value
  throw new DocumentRefusal(path, 'must be a number of days, such as P90D, or null')
}

const never: Read<boolean> = (value, path) => {
  if (boolean(value, path)) throw new DocumentRefusal(path, 'is not available here')
  return false
}

const file = object<TermsFileDocument>({
  fileName: filledText(256),
  displayName: optional(text(256), ''),
  language: optional(language, 'en'),
  isDefault: optional(boolean, false),
  isMajorVersion: optional(boolean, false),
  fileData: object({ data }),
})

const change = partial({
  displayName: filledText(256),
  isPerDeviceAcceptanceRequired: never,
  isViewingBeforeAcceptanceRequired: boolean,
  userReacceptRequiredFrequency: nullable(days),
  files: list(file, 50),
})

/** Read terms of use. @throws DocumentRefusal */
export function readTerms(body: unknown, stamp: DocumentStamp): TermsDocument {
  const read = change(body, '')
  if (read.displayName === undefined) throw new DocumentRefusal('displayName', 'must be a string')
  return finish({
    ...stamp,
    displayName: read.displayName,
    isPerDeviceAcceptanceRequired: false,
    isViewingBeforeAcceptanceRequired: read.isViewingBeforeAcceptanceRequired ?? false,
    userReacceptRequiredFrequency: read.userReacceptRequiredFrequency ?? null,
    latchkey_version: 1,
    files: read.files ?? [],
  })
}

/** Lay a change over terms of use; files come as a whole. @throws DocumentRefusal */
export function changeTerms(before: TermsDocument, body: unknown, modifiedDateTime: string): TermsDocument {
  const read = change(body, '')
  const isMajor = read.files?.some(({ isMajorVersion }) => isMajorVersion) === true
  return finish({
    ...before,
    ...read,
    modifiedDateTime,
    latchkey_version: before.latchkey_version + (isMajor ? 1 : 0),
  })
}

function finish(document: TermsDocument): TermsDocument {
  const { files } = document
  if (files.length === 0) throw new DocumentRefusal('files', 'must have a text')
  const languages = new Set(files.map((each) => each.language.toLowerCase()))
  if (languages.size < files.length) throw new DocumentRefusal('files', 'has a language twice')
  if (files.filter(({ isDefault }) => isDefault).length > 1) {
    throw new DocumentRefusal('files', 'has more than one default')
  }
  return document
}

/** How long an acceptance is good, in seconds. @returns `undefined` if it is no number of days */
export function secondsOf(frequency: string): number | undefined {
  const found = /^P(\d{1,4})D$/.exec(frequency)?.[1]
  return found === undefined || Number(found) === 0 ? undefined : Number(found) * 86_400
}

/** The text of a file. @returns `undefined` if it is none, or has characters that no text has */
export function findText(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has lines and tabs, and no other of them.
    return decoded.trim() === '' || /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(decoded)
      ? undefined
      : decoded
  } catch {
    return undefined
  }
}
