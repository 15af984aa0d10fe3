import { describe, expect, test } from 'vitest'
import { readInAppBrowser } from './in-app-browser.ts'

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0'

describe('reading whether a page is shown inside another app', () => {
  test.each<[string, string, object | undefined]>([
    ['Safari', `${iPhone} Version/26.0 Mobile/15E148 Safari/604.1`, undefined],
    ['Chrome on an iPhone', `${iPhone} CriOS/142.0 Mobile/15E148 Safari/604.1`, undefined],
    ['Firefox on an iPhone', `${iPhone} FxiOS/145.0 Mobile/15E148 Safari/605.1.15`, undefined],
    [
      'Chrome on Android',
      'Mozilla/5.0 (Linux; Android 10; K) Chrome/142.0.0.0 Mobile Safari/537.36',
      undefined,
    ],
    ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', undefined],
    ['Instagram', `${iPhone} Mobile/15E148 Instagram 380.0`, { app: 'Instagram' }],
    ['Facebook', `${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/480.0]`, { app: 'Facebook' }],
    ['LinkedIn', `${android} Chrome/142.0 Mobile Safari/537.36 [LinkedInApp]`, { app: 'LinkedIn' }],
    ['LINE', `${iPhone} Mobile/15E148 Safari Line/14.0.0`, { app: 'LINE' }],
    ['some app on an iPhone', `${iPhone} Mobile/15E148`, {}],
    ['some app on Android', `${android} Chrome/142.0 Mobile Safari/537.36`, {}],
    ['Teams on a computer, which opens a browser', 'Mozilla/5.0 (Windows NT 10.0) Teams/1.6', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, userAgent, expected) => {
    expect(readInAppBrowser(userAgent)).toEqual(expected)
  })
})
