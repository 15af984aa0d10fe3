import { describe, expect, test } from 'vitest'
import { clientHintHeaders, readClientHints } from './client-hints.ts'

describe('reading client hints', () => {
  test('takes what a browser sends, but the names that mean nothing', () => {
    expect(
      readClientHints({
        'sec-ch-ua': '"Chromium";v="142", "Not)A;Brand";v="8", "Microsoft Edge";v="142"',
        'sec-ch-ua-mobile': '?1',
        'sec-ch-ua-model': '"SM-S921B"',
        'sec-ch-ua-platform': '"Android"',
        'sec-ch-ua-platform-version': '"15.0.0"',
      }),
    ).toEqual({
      brands: ['Chromium', 'Microsoft Edge'],
      mobile: true,
      model: 'SM-S921B',
      platform: 'Android',
      platformVersion: '15.0.0',
    })
  })

  test.each([
    ['nothing', {}],
    ['empty strings', { 'sec-ch-ua-model': '""', 'sec-ch-ua-platform-version': '""' }],
    ['no quotation marks', { 'sec-ch-ua-platform': 'Windows', 'sec-ch-ua-mobile': 'yes' }],
    ['a header sent twice', { 'sec-ch-ua-platform': ['"Windows"', '"Android"'] }],
    ['an escape', { 'sec-ch-ua-model': '"a\\"b"' }],
  ])('passes over %s', (_, headers) => {
    expect(readClientHints(headers)).toEqual({})
  })

  test('names each header that it reads, for Accept-CH', () => {
    expect(clientHintHeaders.map((name) => name.toLowerCase())).toEqual(
      expect.arrayContaining(['sec-ch-ua-platform', 'sec-ch-ua-platform-version', 'sec-ch-ua-model']),
    )
  })
})
