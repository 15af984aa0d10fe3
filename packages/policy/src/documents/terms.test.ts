import { describe, expect, test } from 'vitest'
import { acceptedTerms, compileTerms } from '../conditional-access/accepted-terms.ts'
import { changeTerms, findText, readTerms } from './read-terms.ts'

const stamp = {
  id: '00000000-0000-4000-8000-000000000071',
  createdDateTime: '2026-03-01T09:00:00Z',
  modifiedDateTime: null,
}
const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
const file = {
  fileName: 'en.txt',
  language: 'en',
  isDefault: true,
  fileData: { data: base64('Be kind — always.') },
}
const body = { displayName: 'House rules', files: [file] }
const later = '2026-04-01T09:00:00Z'

describe('reading terms of use', () => {
  test('completes what is not said', () => {
    expect(readTerms(body, stamp)).toEqual({
      ...stamp,
      displayName: 'House rules',
      isPerDeviceAcceptanceRequired: false,
      isViewingBeforeAcceptanceRequired: false,
      userReacceptRequiredFrequency: null,
      latchkey_version: 1,
      files: [{ ...file, displayName: '', isMajorVersion: false }],
    })
  })

  test.each([
    ['no name', { files: [file] }, 'displayName'],
    ['no text', { displayName: 'x' }, 'files'],
    ['an empty text', { ...body, files: [{ ...file, fileData: { data: '' } }] }, 'files[0].fileData.data'],
    [
      'a picture',
      { ...body, files: [{ ...file, fileData: { data: btoa('\u0089PNG\u0000') } }] },
      'files[0].fileData.data',
    ],
    ['a language twice', { ...body, files: [file, { ...file, isDefault: false, language: 'EN' }] }, 'files'],
    ['two defaults', { ...body, files: [file, { ...file, language: 'de' }] }, 'files'],
    ['a language there is not', { ...body, files: [{ ...file, language: '<b>' }] }, 'files[0].language'],
    ['what is per device', { ...body, isPerDeviceAcceptanceRequired: true }, 'isPerDeviceAcceptanceRequired'],
    ['half a day', { ...body, userReacceptRequiredFrequency: 'PT12H' }, 'userReacceptRequiredFrequency'],
    ['no days', { ...body, userReacceptRequiredFrequency: 'P0D' }, 'userReacceptRequiredFrequency'],
    ['what it does not know', { ...body, colour: 'blue' }, 'colour'],
    ['its own version', { ...body, latchkey_version: 7 }, 'latchkey_version'],
  ])('refuses %s by name', (_, wrong, path) => {
    expect(() => readTerms(wrong, stamp)).toThrow(expect.objectContaining({ code: 'document_invalid', path }))
  })

  test('a text is read as it was written', () => {
    expect(findText(file.fileData.data)).toBe('Be kind — always.')
    expect(findText('!')).toBeUndefined()
  })
})

describe('changing terms of use', () => {
  test('asks everybody anew if the change is a major one, and nobody if not', () => {
    const before = readTerms(body, stamp)

    const minor = changeTerms(before, { files: [file] }, later)
    const major = changeTerms(minor, { files: [{ ...file, isMajorVersion: true }] }, later)
    const renamed = changeTerms(major, { displayName: 'Rules' }, later)

    expect([minor, major, renamed].map(({ latchkey_version }) => latchkey_version)).toEqual([1, 2, 2])
    expect(renamed).toMatchObject({ displayName: 'Rules', modifiedDateTime: later })
  })
})

describe('what was accepted', () => {
  const { id } = stamp
  const at = new Date('2026-03-01T12:00:00Z')
  const days = (count: number) => new Date(at.getTime() + count * 86_400_000)
  const terms = (change: object = {}) =>
    compileTerms([{ ...readTerms({ ...body, userReacceptRequiredFrequency: 'P30D' }, stamp), ...change }])
  const accepted = [{ termsId: id, version: 1, at }]

  test.each([
    ['today', terms(), accepted, at, true],
    ['a day less than the time ago', terms(), accepted, days(29), true],
    ['as long ago as that', terms(), accepted, days(30), false],
    [
      'long ago, where it is for ever',
      terms({ userReacceptRequiredFrequency: null }),
      accepted,
      days(999),
      true,
    ],
    ['another edition', terms({ latchkey_version: 2 }), accepted, at, false],
    [
      'long ago and again',
      terms(),
      [...accepted, { ...accepted[0], termsId: id, version: 1, at: days(31) }],
      days(32),
      true,
    ],
    ['terms that are not there any more', compileTerms([]), accepted, at, false],
  ] as const)('%s', (_, known, acceptances, now, counts) => {
    expect(acceptedTerms(known, acceptances, now).has(id)).toBe(counts)
  })
})
