import { describe, expect, test } from 'vitest'
import { currentCode } from './current-code.ts'

describe('computing a one-time code', () => {
  // RFC 6238, appendix B: the key is the ASCII text 12345678901234567890; its eight digits end in our six.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('gives what the RFC says at %i seconds', (seconds, code) => {
    expect(currentCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date(seconds * 1000))).toBe(code)
  })
})
