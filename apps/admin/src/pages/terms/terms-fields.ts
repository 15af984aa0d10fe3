import type { TermsDocument } from '@latchkey/policy'

/** The text in one language, as it is edited. */
export interface TextFields {
  readonly language: string
  readonly text: string
  readonly isDefault: boolean
}

/** Terms of use, as they are edited. */
export interface TermsFields {
  readonly name: string
  readonly open: boolean
  readonly againDays: string
  readonly texts: readonly TextFields[]
  readonly major: boolean
}

/** Terms as they are edited; new ones begin with one language. */
export function toFields(terms: TermsDocument | undefined, language: string): TermsFields {
  if (terms === undefined) {
    return {
      name: '',
      open: true,
      againDays: '',
      texts: [{ language, text: '', isDefault: true }],
      major: false,
    }
  }
  return {
    name: terms.displayName,
    open: terms.isViewingBeforeAcceptanceRequired,
    againDays: /^P(\d+)D$/.exec(terms.userReacceptRequiredFrequency ?? '')?.[1] ?? '',
    texts: terms.files.map((file) => ({
      language: file.language,
      text: fromBase64(file.fileData.data),
      isDefault: file.isDefault,
    })),
    major: false,
  }
}

/** Terms as the API takes them. */
export function toBody({ name, open, againDays, texts, major }: TermsFields): object {
  return {
    displayName: name.trim(),
    isViewingBeforeAcceptanceRequired: open,
    userReacceptRequiredFrequency: againDays === '' ? null : `P${Number(againDays)}D`,
    files: texts.map(({ language, text, isDefault }) => ({
      fileName: `terms-${language}.txt`,
      displayName: name.trim(),
      language,
      isDefault,
      isMajorVersion: major,
      fileData: { data: toBase64(text) },
    })),
  }
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function fromBase64(data: string): string {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
  return new TextDecoder().decode(bytes)
}
