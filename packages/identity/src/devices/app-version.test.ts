import { describe, expect, test } from 'vitest'
import { isOlder, readAppVersion } from '../index.ts'

describe('comparing versions of an app', () => {
  test.each([
    ['1.2.3', '1.2.3', false],
    ['1.2', '1.2.0', false],
    ['1.9', '1.10', true],
    ['1.10', '1.9', false],
    ['0.9.9.9', '1', true],
    ['2', '1.99.99', false],
    ['1.2.3', undefined, false],
  ])('%s before %s: %s', (version, least, older) => {
    expect(isOlder(version, least)).toBe(older)
  })

  test.each(['', '1.', '.1', 'v1', '1.2.3.4.5', '1.2-beta', '1 ', '1234567'])('%j is none', (text) => {
    expect(() => readAppVersion(text)).toThrow(expect.objectContaining({ code: 'invalid_input' }))
  })
})
