import { describe, expect, test } from 'vitest'
import { findProblemWords } from './find-problem-words.ts'
import { chooseLanguage } from './language.ts'
import { words } from './words.ts'

describe('choosing a language', () => {
  test.each([
    [undefined, undefined, 'en'],
    ['de-DE,de;q=0.9', undefined, 'de'],
    ['de;q=0.5, en-GB;q=1', undefined, 'en'],
    ['tlh;q=1, de-AT;q=0.5', undefined, 'de'],
    ['en', 'de-CH', 'de'],
    ['de', 'en-US', 'en'],
    ['fr-CA, en;q=0.8', undefined, 'fr'],
    ['de', 'fr', 'fr'],
    ['tlh', undefined, 'en'],
    ['*', undefined, 'en'],
    [';;;,,,q=x', undefined, 'en'],
  ])('%s with %s kept for the person gives %s', (header, preferred, language) => {
    expect(chooseLanguage(header, preferred)).toBe(language)
  })
})

describe('the words for a problem', () => {
  const everyProblem = Object.entries(words().problems)

  test.each(everyProblem)('%s has a title, a reason and a next step', (_, problem) => {
    expect(problem.title).toMatch(/^\S.{3,60}[^.]$/)
    expect(problem.reason).toMatch(/^\S.{10,220}\.$/)
    expect(problem.next).toMatch(/^\S.{5,220}\.$/)
  })

  test('are absent for a code nobody knows, and for what every object has', () => {
    expect(findProblemWords(words(), 'no_such_code')).toBeUndefined()
    expect(findProblemWords(words(), 'constructor')).toBeUndefined()
  })
})
