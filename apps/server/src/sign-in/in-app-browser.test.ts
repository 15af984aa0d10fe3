import { describe, expect, test } from 'vitest'
import { findInAppBrowser, toBrowserUrl } from './in-app-browser.ts'

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const pixel = 'Mozilla/5.0 (Linux; Android 15; Pixel 9'
const chromium = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('finding an in-app browser', () => {
  test.each([
    ['a view in some app on iOS', `${iphone} Mobile/15E148`, { system: 'ios' }],
    ['Instagram on iOS', `${iphone} Mobile/15E148 Instagram 300.0.0.0`, { system: 'ios', app: 'Instagram' }],
    [
      'LINE on iOS, which says Safari',
      `${iphone} Version/18.1 Mobile/15E148 Safari/604.1 Line/14.0.0`,
      { system: 'ios', app: 'LINE' },
    ],
    [
      'a view in some app on Android',
      `${pixel}; wv) ${chromium} Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
      { system: 'android' },
    ],
    [
      'Facebook on Android',
      `${pixel}; wv) ${chromium} Version/4.0 Chrome/130.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/480.0;]`,
      { system: 'android', app: 'Facebook' },
    ],
  ])('%s', (_, userAgent, found) => {
    expect(findInAppBrowser(userAgent)).toEqual(found)
  })

  test.each([
    ['Safari', `${iphone} Version/18.1 Mobile/15E148 Safari/604.1`],
    ['Chrome on iOS', `${iphone} CriOS/130.0.0.0 Mobile/15E148 Safari/604.1`],
    ['Chrome on Android', `${pixel}) ${chromium} Chrome/130.0.0.0 Mobile Safari/537.36`],
    ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0'],
    [
      'Chrome on Windows',
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium} Chrome/130.0.0.0 Safari/537.36`,
    ],
    ['nothing', ''],
  ])('not %s', (_, userAgent) => {
    expect(findInAppBrowser(userAgent)).toBeUndefined()
  })
})

describe('opening the real browser', () => {
  const url = new URL('https://login.example.com/sign-in/resume?with=abc')

  test('Safari', () => {
    expect(toBrowserUrl('ios', url)).toBe('x-safari-https://login.example.com/sign-in/resume?with=abc')
  })

  test('Chrome', () => {
    expect(toBrowserUrl('android', url)).toBe(
      'intent://login.example.com/sign-in/resume?with=abc#Intent;scheme=https;package=com.android.chrome;end',
    )
  })
})
