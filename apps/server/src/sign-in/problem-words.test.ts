import { identityRefusalCodes } from '@latchkey/identity'
import { ceremonyRefusalCodes } from '@latchkey/webauthn'
import { findProblemWords, words } from '@latchkey/words'
import { describe, expect, test } from 'vitest'

describe('the words for what is refused', () => {
  test.each([...identityRefusalCodes, ...ceremonyRefusalCodes])('%s has an entry', (code) => {
    expect(findProblemWords(words(), code)).toBeDefined()
  })

  test('do not tell a disabled person from a wrong secret', () => {
    expect(findProblemWords(words(), 'person_disabled')).toEqual(findProblemWords(words(), 'sign_in_failed'))
  })
})
