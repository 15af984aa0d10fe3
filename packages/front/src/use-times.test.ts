import { expect, test } from 'vitest'
import { chooseLocale } from './use-times.ts'

test.each([
  ['en', ['de-AT', 'en-GB', 'en-US'], 'en-GB'],
  ['de', ['de', 'en'], 'de'],
  ['ja', ['en-US'], 'ja'],
  ['en', ['eno', 'enx-GB'], 'en'],
])('%s is written as %j writes it: %s', (language, own, locale) => {
  expect(chooseLocale(language, own)).toBe(locale)
})
