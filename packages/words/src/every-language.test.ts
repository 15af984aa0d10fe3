import { describe, expect, test } from 'vitest'
import { loadAuthenticatorWords } from './authenticator.ts'
import { type CentreWords, loadCentrePart, loadCentreWords } from './centre.ts'
import { loadGuideWords } from './guide.ts'
import { loadHelpWords } from './help.ts'
import { type Language, languages } from './language.ts'
import { loadPortalWords } from './portal.ts'
import { loadSetupWords } from './setup.ts'
import { loadWords, words } from './words.ts'

type Word = readonly [path: string, word: unknown]

/** What is the same in every language: names, addresses, commands. */
const names = [
  'Latchkey',
  'Latchkey Authenticator',
  'Temporary Access Pass',
  'name@example.com',
  'example.com',
  'npm run latchkey -- admin-pass',
  'iOS 17',
  'Android',
  'Samsung',
  'CSV',
  'JSON Lines',
  'Webhook',
  'Syslog',
  'Samsung Pass',
  'Windows Hello',
  'Windows',
  'Linux',
  'ChromeOS',
  'Mac',
  'iPhone',
  'Pixel',
  'AAGUID',
  'Authenticator',
  'iPad',
  'Samsung Galaxy',
  'Google Pixel',
  'Chromebook',
  'ada@example.com',
  'Google',
  'iCloud',
  'Windows 10',
  'Windows 11',
  'iPad',
  'Chromebook',
  'Samsung Galaxy',
  'Google Pixel',
  'Windows Update',
  'PIN (Windows Hello)',
]

/** Words a language happens to share with English. */
const shared: Partial<Record<Language, readonly string[]>> = {
  de: [
    'Name',
    'Domain',
    'Domains',
    'Code',
    'Passkey',
    'Passkeys',
    'Navigation',
    'Administration',
    'Organisation',
    'Apps',
    'App',
    'Browser',
    'Computer',
    'Mail',
    'Mails',
    'Person',
    'Problem',
  ],
  fr: ['Administration', 'Code', 'Navigation', 'Organisation'],
  es: ['No', 'Roles'],
  ja: ['y'],
}

/** What no text of a language has: quotation marks, spaces and marks of another language. */
const foreign: Partial<Record<Language, RegExp>> = {
  de: /“(?=[\p{L}<])|[”«»’]/u,
  // The space inside « » and before ; ? is narrow, the one before a colon is not, and a line breaks at neither.
  fr: /[“”„]|«(?!\u202f)|(?<!\u202f)[»;?]|[ \u202f]:/u,
  // A question is opened, too.
  es: /[“”„’]|«\s|\s»|(?<!¿[^?]*)\?/u,
  // Marks are full-width, and beside a Japanese letter there is neither a narrow mark nor a curled quotation mark.
  ja: /[“”«»„’]|(?<=[\p{scx=Hira}\p{scx=Kana}\p{scx=Han}」）])[,.:;?()]|[,.:;?()](?=[\p{scx=Hira}\p{scx=Kana}\p{scx=Han}「（])/u,
}

/** Every word of a catalogue, by its path. */
function* walk(value: unknown, path: string): Generator<Word> {
  if (typeof value !== 'object' || value === null) return yield [path, value]
  for (const [key, child] of Object.entries(value)) yield* walk(child, `${path}/${key}`)
}

/** The words of a catalogue that people read, by path. */
function readByPeople(catalogue: object): readonly Word[] {
  return [...walk(catalogue, '')].filter(
    ([path]) => path !== '/language' && !/^\/problems\/.*\/whoCanFix$/.test(path),
  )
}

/** What a word says when every value it asks for says its own name, or what `values` has for it; and what it asked for. */
function say(word: unknown, values: Readonly<Record<string, unknown>> = {}) {
  const asked = new Set<string>()
  if (typeof word !== 'function') return { text: String(word), asked: [] }
  const standIn = new Proxy(
    {},
    {
      get: (_, key) => {
        if (key === Symbol.toPrimitive) return () => '<value>'
        const name = String(key)
        asked.add(name)
        return Object.hasOwn(values, name) ? values[name] : `<${name}>`
      },
    },
  )
  return { text: String(Reflect.apply(word, undefined, [standIn])), asked: [...asked].sort() }
}

const everyCount = [0, 1, 2, 3, 5, 21, 100].map((count) => ({ count, minutes: count }))

/** What the admin centre begins with, and what its parts say. */
async function loadCentre(language: Language): Promise<CentreWords> {
  return {
    ...(await loadCentreWords(language)),
    ...(await loadCentrePart('rollout', language)),
    ...(await loadCentrePart('signIn', language)),
    ...(await loadCentrePart('rules', language)),
    ...(await loadCentrePart('organisation', language)),
    ...(await loadCentrePart('records', language)),
  }
}

const catalogues = {
  server: loadWords,
  centre: loadCentre,
  portal: loadPortalWords,
  authenticator: loadAuthenticatorWords,
  guide: loadGuideWords,
  help: loadHelpWords,
  setup: loadSetupWords,
}

const everyCatalogue = Object.entries(catalogues).flatMap(([name, load]) =>
  languages.map((language) => ({ name, language, load })),
)

test('a catalogue that was loaded is the one that is spoken', async () => {
  for (const language of languages) expect(words(language)).toBe(await loadWords(language))
})

describe.each(everyCatalogue)('the words of the $name in $language', async ({ language, load }) => {
  const catalogue = await load(language)
  const english = new Map(walk(await load('en'), ''))
  const all = readByPeople(catalogue)

  test('says which language it is', () => {
    expect(catalogue.language).toBe(language)
  })

  test('has every word that English has and no other, and functions where English has functions', () => {
    const shape = (found: Iterable<Word>) =>
      [...found].map(([path, word]) => `${path}: ${typeof word}`).sort()

    expect(shape(walk(catalogue, ''))).toEqual(shape(english))
  })

  test('says of each problem that the same people can fix it', () => {
    const fixers = [...walk(catalogue, '')].filter(([path]) => path.endsWith('/whoCanFix'))

    expect(fixers.filter(([path, who]) => who !== english.get(path))).toEqual([])
  })

  test('has no empty word, no value left out and none that is not there', () => {
    for (const values of [{}, ...everyCount]) {
      const wrong = all.filter(
        ([, word]) => !/^(?!.*(undefined|\[object|\bnull\b|NaN)).*\S/s.test(say(word, values).text),
      )
      expect(wrong.map(([path]) => path)).toEqual([])
    }
  })

  test('names in each sentence what English names in it', () => {
    const wrong = all.filter(([path, word]) => `${say(word).asked}` !== `${say(english.get(path)).asked}`)

    expect(wrong.map(([path]) => path)).toEqual([])
  })

  test('keeps what stands for a value, and neither shouts nor uses typewriter quotes', () => {
    const placeholders = (text: string) => [...text.matchAll(/\{\w+\}|<\w+>/g)].map(String).sort()
    for (const [path, word] of all) {
      const { text } = say(word)
      expect(text, path).not.toMatch(/[!！¡"']|^\s|\s$| {2}/)
      expect(text, path).not.toMatch(foreign[language] ?? /$^/)
      expect(new Set(placeholders(text)), path).toEqual(new Set(placeholders(say(english.get(path)).text)))
    }
  })

  test('leaves nothing in English by accident, unless it is English', () => {
    const allowed = new Set([...names, ...(shared[language] ?? [])])
    // A value alone, a name or an address, is of no language.
    const others = all.filter(
      ([, word]) => !allowed.has(String(word)) && !/^<\w+>(?: s)?$/.test(say(word).text),
    )
    const same = others.filter(([path, word]) => say(word).text === say(english.get(path)).text)

    expect(same).toEqual(language === 'en' ? others : [])
  })

  test.each(Object.entries('problems' in catalogue ? catalogue.problems : {}))(
    'tells of %s in short',
    (_, { title, reason, next }) => {
      expect(title).toMatch(/^\S.{1,60}[^.。]$/)
      expect(reason).toMatch(/^\S.{5,240}[.。]$/)
      expect(next).toMatch(/^\S.{3,240}[.。]$/)
    },
  )
})
