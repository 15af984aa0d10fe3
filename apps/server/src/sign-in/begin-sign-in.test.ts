import { describe, expect, test } from 'vitest'
import { readLocalPath } from './begin-sign-in.ts'

describe('reading where sign-in leads', () => {
  test.each(['/', '/security-info', '/t/oauth2/interaction/u?x=%2F#y'])('takes %s', (path) => {
    expect(readLocalPath(path)).toBe(path)
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'sign-in',
    '',
  ])('refuses %j', (path) => {
    expect(() => readLocalPath(path)).toThrow(RangeError)
  })
})
