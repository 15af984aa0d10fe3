import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrast, ownAccent, toAccent } from './accent.ts'

describe('taking a colour as the accent', () => {
  test('makes any colour readable, light and dark, and what stands on it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const accent = toAccent(`#${number.toString(16).padStart(6, '0')}`)

        expect(contrast(accent.light, '#f4f5f7')).toBeGreaterThanOrEqual(4.5)
        expect(contrast(accent.dark, '#20232a')).toBeGreaterThanOrEqual(4.5)
        expect(contrast(accent.light, accent.onLight)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(accent.dark, accent.onDark)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  test('leaves one alone that reads already', () => {
    expect(toAccent('#0b5d3b').light).toBe('#0b5d3b')
  })

  test.each([undefined, '', 'red', '#fff', '#12345g', 'url(x)', '#123456;}'])(
    'takes ours instead of %j',
    (colour) => {
      expect(toAccent(colour)).toEqual(toAccent(ownAccent))
    },
  )
})
