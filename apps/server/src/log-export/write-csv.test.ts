import { describe, expect, test } from 'vitest'
import { writeCsvLine } from './write-csv.ts'

describe('writing a line of CSV', () => {
  test.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['  =1', `"'  =1"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\u200B=1', `"'\u200B=1"`],
    ['＝1', `"'＝1"`],
    ['|calc', `"'|calc"`],
    ['a=1', '"a=1"'],
    ['say "hi"', '"say ""hi"""'],
    ['one\r\ntwo', '"one\r\ntwo"'],
    [null, '""'],
    [[], '""'],
    [{ a: 1 }, '"{""a"":1}"'],
    [true, '"true"'],
  ])('writes %j as a text and nothing else', (cell, expected) => {
    expect(writeCsvLine([cell])).toBe(`${expected}\r\n`)
  })
})
