import { readdirSync, readFileSync } from 'node:fs'
import {
  applyConfigurationPatch,
  DocumentRefusal,
  defaultMethodsPolicy,
  getConfiguration,
  type MethodConfigurationId,
  readAuthenticationContext,
  readConditionalAccess,
  readNamedLocation,
  readStrength,
} from '@latchkey/policy'
import { describe, expect, test } from 'vitest'

const folder = new URL('../docs/guide/', import.meta.url)
const id = '01990000-0000-7000-8000-0000000000aa'
const at = '2026-03-02T09:00:00Z'
const stamp = { id, createdDateTime: at, modifiedDateTime: null }

const configuration = (name: MethodConfigurationId) => (body: unknown) =>
  getConfiguration(applyConfigurationPatch(defaultMethodsPolicy, name, body, { at, newId: () => id }), name)

/** What reads an example, by the word that marks it. */
const readers: Readonly<Record<string, (body: unknown) => object>> = {
  Fido2: configuration('Fido2'),
  TemporaryAccessPass: configuration('TemporaryAccessPass'),
  strength: (body) => readStrength(body, { id, at }),
  conditionalAccess: (body) => readConditionalAccess(body, stamp),
  namedLocation: (body) => readNamedLocation(body, stamp),
  authenticationContext: readAuthenticationContext,
}

const guides = readdirSync(folder).filter((name) => name.endsWith('.md'))

const examples = guides.flatMap((guide) => {
  const text = readFileSync(new URL(guide, folder), 'utf8')
  return [...text.matchAll(/<!-- example: (\w+) -->\n```json\n([\s\S]*?)```/g)].map(
    ([, kind = '', json = '']) => ({ guide, kind, json }),
  )
})

describe('reading the examples of the guides', () => {
  test.each(examples)('$guide: $kind is read, and says the same', ({ kind, json }) => {
    expect(readers[kind]?.(JSON.parse(json))).toMatchObject(JSON.parse(json))
  })

  test('every kind of document has an example', () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(Object.keys(readers)))
  })

  test.each(examples)('$guide: $kind with a word that is not there is refused', ({ kind, json }) => {
    const wrong = { ...JSON.parse(json), notAWord: true }

    expect(() => readers[kind]?.(wrong)).toThrow(DocumentRefusal)
  })
})
