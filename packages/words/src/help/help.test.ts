import { beforeAll, describe, expect, test } from 'vitest'
import { loadAuthenticatorWords } from '../authenticator.ts'
import { loadHelpWords } from '../help.ts'
import { type Language, languages } from '../language.ts'
import { loadPortalWords } from '../portal.ts'
import { loadWords } from '../words.ts'
import { findHelpEntry } from './find-help-entry.ts'
import type { HelpCatalogue } from './help-catalogue.ts'
import { helpDevices } from './help-entry.ts'
import { type HelpIndex, indexHelp } from './index-help.ts'
import { listHelpCodes } from './list-codes.ts'
import { listHelpOfDevice, oftenAskedFor } from './list-help.ts'
import { numbers } from './numbers.ts'
import { searchHelp } from './search-help.ts'

const catalogueOf = async (language: Language): Promise<HelpCatalogue> => ({
  words: await loadWords(language),
  help: await loadHelpWords(language),
})

const english = await catalogueOf('en')
let indexes: readonly HelpIndex[]

beforeAll(async () => {
  indexes = await Promise.all(languages.map(async (language) => indexHelp(await catalogueOf(language))))
})

/** What the page shows somebody who reads English: the codes, the best first. */
const search = (text: string, limit = 3) => searchHelp(indexes, { text, limit }).map(({ code }) => code)

describe('an entry', () => {
  test.each(listHelpCodes(english))(
    '%s says what, why, what to do and who, in every language',
    async (code) => {
      for (const language of languages) {
        const entry = findHelpEntry(await catalogueOf(language), code)

        expect(entry?.title, language).toMatch(/\S/)
        expect(entry?.reason, language).toMatch(/\S/)
        expect(entry?.next, language).toMatch(/\S/)
        expect(entry?.whoCanFix, language).toMatch(/^(you|helpDesk|administrator|operator|developer)$/)
        expect(
          entry?.seen.map(({ text }) => text),
          language,
        ).not.toContain('')
      }
    },
  )

  test('is absent for a code that nobody knows, and for what every object has', () => {
    expect(findHelpEntry(english, 'no_such_code')).toBeUndefined()
    expect(findHelpEntry(english, 'constructor')).toBeUndefined()
    expect(findHelpEntry(english, 'toString')).toBeUndefined()
  })

  test('of another name of the same thing has the same words', () => {
    expect(findHelpEntry(english, 'pin_invalid')).toEqual(findHelpEntry(english, 'security_key_pin_wrong'))
  })

  test('says what systems and browsers say', () => {
    const { seen, technical } = findHelpEntry(english, 'browser_already_registered') ?? {}

    expect(seen?.[0]?.text).toMatch(/^You already registered this device/)
    expect(technical?.[0]).toMatch(/^InvalidStateError/)
  })
})

describe('the steps of an entry', () => {
  /** What stands in quotation marks, as each language has them. */
  const quoted = /[“„«「]\s?([^”“»」]+?)\s?[”“»」]/g

  test.each(languages)('name nothing that does not exist, in %s', async (language) => {
    const { problems, labels } = await loadHelpWords(language)
    const catalogues = [await loadWords(language), await loadPortalWords(language)]
    const onScreen = new Set(
      [...catalogues, await loadAuthenticatorWords(language), labels].flatMap((each) => [...texts(each)]),
    )
    const said = Object.values(problems).flatMap(({ reason, next }) => [reason, next])
    const names = said.flatMap((text) => [...text.matchAll(quoted)].map(([, name = '']) => name))

    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => !onScreen.has(name))).toEqual([])
  })

  function* texts(value: unknown): Generator<string> {
    if (typeof value === 'string') yield value
    if (typeof value === 'object' && value !== null) {
      for (const child of Object.values(value)) yield* texts(child)
    }
  }
})

describe('searching', () => {
  test.each([
    ['a message of Windows', 'Windows Security\nSomething went wrong', 'windows_something_went_wrong'],
    [
      'two sentences',
      'This security key can’t be used. Please try a different one.',
      'security_key_unusable',
    ],
    ['another one', 'This security key can’t be used', 'security_key_unusable'],
    ['one that was typed', "this security key doesn't look familiar", 'security_key_not_familiar'],
    ['a message of an iPhone', 'No passkeys available', 'browser_no_passkey_here'],
    [
      'a message of Chrome',
      'There aren’t any passkeys for login.example.com on this device',
      'browser_no_passkey_here',
    ],
    [
      'a console',
      'DOMException: The operation either timed out or was not allowed.',
      'browser_prompt_closed',
    ],
    [
      'a message of Entra ID',
      'This sign-in method is not supported by your tenant.',
      'passkey_method_disabled',
    ],
    ['our own words', "We couldn't verify your device.", 'device_unknown'],
    ['a missing app', 'Authenticator is not installed.', 'provider_not_seen'],
    ['a face', 'Face ID rejects me twice and the prompt closes', 'biometric_not_recognised'],
    ['a scanner', 'QR scanner appears instead of Authenticator', 'qr_instead_of_app'],
    ['what was left over', 'error that the passkey already exists', 'passkey_left_over'],
    ['a password', 'I am asked for my password instead of my passkey', 'asked_for_password'],
    ['a loop', 'Authenticator and security info send me in circles', 'goes_in_circles'],
    ['a Galaxy', 'Samsung Pass opens', 'samsung_pass_opens'],
    ['German', 'Keine Passkeys verfügbar', 'browser_no_passkey_here'],
    ['German, inflected', 'Mein Gesicht wird nicht erkannt', 'biometric_not_recognised'],
    ['French', 'Aucune clé d’accès disponible', 'browser_no_passkey_here'],
    ['French without accents', 'Cette cle de securite ne semble pas familiere', 'security_key_not_familiar'],
    ['Spanish', 'No hay claves de acceso disponibles', 'browser_no_passkey_here'],
    ['Japanese', '利用できるパスキーがありません', 'browser_no_passkey_here'],
    ['Japanese in other words', 'セキュリティキーがロックされた', 'security_key_blocked'],
    ['a code', 'pass_expired', 'pass_expired'],
    ['a code in a sentence', 'The log says PASS_EXPIRED, why?', 'pass_expired'],
    ['a code of an authenticator', 'pin_blocked', 'security_key_blocked'],
    ['a code of the API', 'Authorization_RequestDenied', 'api_permission_missing'],
    ['a code of OAuth', 'error=redirect… invalid_request', 'app_misconfigured'],
    ['a code of one word, alone', 'locked', 'locked'],
    ['a number', '135019', 'challenge_expired'],
    ['a number with its name', 'AADSTS130504: Your Temporary Access Pass has expired.', 'pass_expired'],
  ])('finds %s', (_, text, code) => {
    expect(search(text, 1)).toEqual([code])
  })

  test('finds each thing that browsers and systems say, in each language, among the first', async () => {
    for (const [place, language] of languages.entries()) {
      const index = indexes[place]
      const catalogue = await catalogueOf(language)
      const missed = listHelpCodes(catalogue).flatMap((code) => {
        const entry = findHelpEntry(catalogue, code)
        return (entry?.seen ?? [])
          .filter(({ text }) => {
            const hits = searchHelp(index === undefined ? [] : [index], { text, limit: 3 })
            return !hits.some((hit) => hit.code === entry?.code)
          })
          .map(({ text }) => `${code}: ${text}`)
      })
      expect(missed, language).toEqual([])
    }
  })

  test('finds each entry by its own title', () => {
    for (const code of listHelpCodes(english)) {
      const title = findHelpEntry(english, code)?.title ?? ''
      const [found = ''] = search(title, 1)
      expect(findHelpEntry(english, found)?.title, title).toBe(title)
    }
  })

  test.each(Object.entries(numbers))('finds number %s', (number, { codes }) => {
    const titles = search(`AADSTS${number}`, 10).map((code) => findHelpEntry(english, code)?.title)

    for (const code of codes) expect(titles).toContain(findHelpEntry(english, code)?.title)
  })

  test.each([
    '',
    '   ',
    '???',
    'zebra',
    'the cat sat on the mat',
    '0123',
    '💥',
    '\u0000',
    'a'.repeat(100_000),
  ])('finds nothing in %j', (text) => {
    expect(search(text)).toEqual([])
  })

  test('says the same thing once, whatever codes it has', () => {
    const titles = search('passkey', 200).map((code) => findHelpEntry(english, code)?.title)

    expect(titles.length).toBeGreaterThan(10)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('leaves out what does not happen on a device', () => {
    const codes = (device: 'ios' | 'windows') =>
      searchHelp(indexes, { text: 'Something went wrong', device, limit: 50 }).map(({ code }) => code)

    expect(codes('windows')).toContain('windows_something_went_wrong')
    expect(codes('ios')).not.toContain('windows_something_went_wrong')
  })
})

describe('listing entries', () => {
  test.each(helpDevices)('of %s has some, each once', (device) => {
    const codes = listHelpOfDevice(english, device).map(({ code }) => code)

    expect(codes.length).toBeGreaterThan(0)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('begins with what happens on that device alone', () => {
    expect(listHelpOfDevice(english, 'android')[0]?.devices).toEqual(['android'])
  })

  test('shows newcomers what is asked for often', () => {
    expect(oftenAskedFor(english).length).toBeGreaterThan(5)
  })
})
