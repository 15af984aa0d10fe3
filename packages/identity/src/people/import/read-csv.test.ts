import { describe, expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'

describe('reading CSV', () => {
  test.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\r\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\r1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
    ['quotes', '"a ""x""","b,\nc",', [['a "x"', 'b,\nc', '']]],
    ['empty lines', 'a\n\n\nb\n', [['a'], ['b']]],
    ['nothing', '', []],
  ])('takes %s', (_, text, expected) => {
    const csv = readCsv(text)

    expect(csv.readable && csv.records.map(({ fields }) => fields)).toEqual(expected)
  })

  test('says on which line a record begins, whatever lines are inside others', () => {
    const csv = readCsv('a,b\n"x\ny",1\n\nz,2')

    expect(csv.readable && csv.records.map(({ line }) => line)).toEqual([1, 2, 5])
  })

  test.each([
    ['a\n"b', 'quote_not_closed', 2],
    ['a\nb\n"c" d', 'text_after_quote', 3],
  ])('refuses %j', (text, because, line) => {
    expect(readCsv(text)).toEqual({ readable: false, because, line })
  })
})
