import { describe, expect, test } from 'vitest'
import { contrast, ownAccent, toAccent } from './accent.ts'

const steps = ['00', '2b', '55', '80', 'aa', 'd5', 'ff']
const colours = steps.flatMap((red) =>
  steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)),
)

describe('taking a colour as the accent', () => {
  test('makes any colour readable, light and dark, and what stands on it', () => {
    const unreadable = colours
      .map(toAccent)
      .filter(
        ({ light, onLight, dark, onDark }) =>
          Math.min(
            contrast(light, '#f4f5f7'),
            contrast(dark, '#20232a'),
            contrast(light, onLight),
            contrast(dark, onDark),
          ) < 4.5,
      )

    expect(unreadable).toEqual([])
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
