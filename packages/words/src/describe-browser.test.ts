import { describe, expect, test } from 'vitest'
import { describeBrowser } from './describe-browser.ts'
import { loadWords, words } from './words.ts'

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

describe('saying what a browser claims to be', () => {
  test.each([
    [`${mac} Version/17.4 Safari/605.1.15`, 'Safari on Mac'],
    [`${windows} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`, 'Edge on Windows'],
    [`${windows} Chrome/130.0.0.0 Safari/537.36`, 'Chrome on Windows'],
    [`${phone} CriOS/130.0 Mobile/15E148 Safari/604.1`, 'Chrome on iPhone'],
    [`${phone} Version/17.5 Mobile/15E148 Safari/604.1`, 'Safari on iPhone'],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36',
      'Samsung Internet on Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox on Linux'],
    ['Mozilla/5.0 (BeOS) Firefox/2.0', 'Firefox on an unknown system'],
    ['curl/8.0 <script>alert(1)</script>', 'An unknown browser'],
    ['', 'An unknown browser'],
  ])('%s', (userAgent, name) => {
    expect(describeBrowser(userAgent, words())).toBe(name)
  })
})

describe('saying it in German, which lives on devices and works under systems', async () => {
  const german = await loadWords('de')

  test.each([
    [`${windows} Chrome/130.0.0.0 Safari/537.36`, 'Chrome unter Windows'],
    [`${phone} Version/17.5 Mobile/15E148 Safari/604.1`, 'Safari auf dem iPhone'],
    ['Mozilla/5.0 (BeOS) Firefox/2.0', 'Firefox unter einem unbekannten System'],
  ])('%s', (userAgent, name) => {
    expect(describeBrowser(userAgent, german)).toBe(name)
  })
})
