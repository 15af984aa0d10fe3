import { loadWords } from '@latchkey/words'
import { expect, test } from 'vitest'
import { listInWords } from './list-in-words.ts'

const phones = ['Pixel', 'iPhone', 'Tablet']

test.each([
  ['en', 'Pixel, iPhone, and Tablet'],
  ['de', 'Pixel, iPhone und Tablet'],
  ['ja', 'Pixel、iPhone、Tablet'],
] as const)('in %s', async (language, said) => {
  expect(listInWords(await loadWords(language), phones)).toBe(said)
})

test('one thing stands alone, and nothing is said of none', async () => {
  const english = await loadWords('en')

  expect(listInWords(english, ['Pixel'])).toBe('Pixel')
  expect(listInWords(english, [])).toBe('')
})
