import { describe, expect, test } from 'vitest'
import { toPlainText } from './to-plain-text.ts'

describe('printing what came over the wire', () => {
  test.each([
    ['a colour', '\u001b[31mred', '�[31mred'],
    ['a second line', 'ada\nPIN accepted', 'ada�PIN accepted'],
    ['a return to the start of the line', 'evil.example\rgood.example', 'evil.example�good.example'],
    ['a control of eight bits', 'a\u009b31m', 'a�31m'],
    ['writing turned round', 'a\u202egro.elpmaxe', 'a�gro.elpmaxe'],
    ['an invisible space', 'good\u200b.example', 'good�.example'],
    ['half a letter', 'a\ud800b', 'a�b'],
  ])('shows that there was %s', (_, text, shown) => {
    expect(toPlainText(text)).toBe(shown)
  })

  test('leaves names as people spell them', () => {
    const names = ['Ada Løvelace', '山田 太郎', 'می\u200cخواهم', '👩\u200d💻']

    expect(names.map(toPlainText)).toEqual(names)
  })

  test('ends a line that would fill the screen', () => {
    expect(toPlainText('a'.repeat(5000))).toHaveLength(200)
  })

  test('lets no control through, whichever it is', () => {
    const all = Array.from({ length: 0x3000 }, (_, codePoint) => toPlainText(String.fromCodePoint(codePoint)))

    expect(all.filter((text) => /\p{Cc}/u.test(text))).toEqual([])
  })
})
