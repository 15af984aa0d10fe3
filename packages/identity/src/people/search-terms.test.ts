import { describe, expect, test } from 'vitest'
import { readSearchWords, toSearchTerms } from './search-terms.ts'

const ann = {
  displayName: 'Anne-Marie Müller',
  userName: 'ann.mueller@contoso.example',
  mail: 'amm@mail.example',
}

describe('finding people by what is typed', () => {
  test.each([
    'anne',
    'Marie',
    'anne-marie',
    'MULLER',
    'müller',
    'ann.mue',
    'mueller',
    'ann.mueller@contoso',
    '@contoso.example',
    'amm@',
  ])('%s finds her', (typed) => {
    const terms = toSearchTerms(ann)

    const [word = ''] = readSearchWords(typed)

    expect(terms.some((term) => term.startsWith(word))).toBe(true)
  })

  test.each(['contoso', 'example', 'rie', 'x'])('%s does not', (typed) => {
    const terms = toSearchTerms(ann)

    expect(terms.some((term) => term.startsWith(typed))).toBe(false)
  })

  test('each word counts once, and there are not too many', () => {
    expect(readSearchWords('  Ann, ann (Lee) ')).toEqual(['ann', 'lee'])
    expect(readSearchWords('a b c d e f g h i j')).toHaveLength(8)
    expect(readSearchWords('   ')).toEqual([])
  })
})
