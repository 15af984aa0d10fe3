import type { ClientHints } from '../client-hints.ts'
import { readClientHints } from '../client-hints.ts'
import type { DeviceClass } from '../device-class.ts'
import { type Capabilities, readVisitor, type Visitor } from '../visitor.ts'

/** What a browser sends, and what it should be taken for. */
export interface RealBrowser {
  readonly name: string
  readonly device: DeviceClass
  readonly visitor: Visitor
}

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const iPhone = (version: string) => `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) ${webKit}`
const chrome = (where: string, more = 'Safari/537.36') =>
  `Mozilla/5.0 (${where}) ${blink} Chrome/142.0.0.0 ${more}`

function browser(
  name: string,
  device: DeviceClass,
  userAgent: string,
  hints: ClientHints = {},
  capabilities?: Capabilities,
): RealBrowser {
  return { name, device, visitor: readVisitor(userAgent, hints, capabilities) }
}

/** As Chromium writes them in headers. */
const hintsOf = (platform: string, version: string, model = '') =>
  readClientHints({
    'sec-ch-ua': '"Chromium";v="142", "Google Chrome";v="142", "Not_A Brand";v="99"',
    'sec-ch-ua-mobile': model === '' ? '?0' : '?1',
    'sec-ch-ua-platform': `"${platform}"`,
    'sec-ch-ua-platform-version': `"${version}"`,
    'sec-ch-ua-model': `"${model}"`,
  })

const windowsChrome = chrome('Windows NT 10.0; Win64; x64')
const windowsEdge = chrome('Windows NT 10.0; Win64; x64', 'Safari/537.36 Edg/142.0.0.0')
const androidChrome = chrome('Linux; Android 10; K', 'Mobile Safari/537.36')
const macSafari = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/26.0 Safari/605.1.15`

/** Browsers that people have, with the hints and capabilities that each of them gives. */
export const realBrowsers: readonly RealBrowser[] = [
  browser('iPhone, iOS 26', 'iphone', `${iPhone('18_6')} Version/26.0 Mobile/15E148 Safari/604.1`),
  browser('iPhone, iOS 17', 'iphone', `${iPhone('17_5_1')} Version/17.5 Mobile/15E148 Safari/604.1`),
  browser('iPhone, iOS 15', 'iphone', `${iPhone('15_8_3')} Version/15.6.6 Mobile/15E148 Safari/604.1`),
  browser('iPhone, Chrome', 'iphone', `${iPhone('18_6')} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`),
  browser('iPhone, inside Instagram', 'iphone', `${iPhone('18_6')} Mobile/15E148 Instagram 380.0.0.28.104`),
  browser('iPad that says it is a Mac', 'ipad', macSafari, {}, { touchPoints: 5 }),
  browser('Mac, Safari', 'mac', macSafari, {}, { touchPoints: 0, platformAuthenticator: true }),
  browser('Mac, Chrome', 'mac', chrome('Macintosh; Intel Mac OS X 10_15_7'), hintsOf('macOS', '15.6.1')),
  browser('old Mac, Chrome', 'mac', chrome('Macintosh; Intel Mac OS X 10_15_7'), hintsOf('macOS', '12.7.6')),
  browser('Galaxy, Chrome', 'samsung', androidChrome, hintsOf('Android', '15.0.0', 'SM-S921B')),
  browser(
    'Galaxy with Android 13, Samsung Internet',
    'samsung',
    'Mozilla/5.0 (Linux; Android 13; SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36',
  ),
  browser('Pixel, Chrome', 'pixel', androidChrome, hintsOf('Android', '16.0.0', 'Pixel 9')),
  browser('Android that says nothing', 'android', androidChrome),
  browser(
    'Android, Firefox',
    'android',
    'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
  ),
  browser(
    'Android, inside a window of an app',
    'android',
    'Mozilla/5.0 (Linux; Android 14; XT2301-4 Build/U1TB; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/142.0.7444.102 Mobile Safari/537.36',
  ),
  browser('Windows 11 24H2, Edge', 'windows', windowsEdge, hintsOf('Windows', '19.0.0')),
  browser('Windows 11 22H2, Chrome', 'windows', windowsChrome, hintsOf('Windows', '15.0.0')),
  browser('Windows 10, Edge', 'windows', windowsEdge, hintsOf('Windows', '10.0.0')),
  browser(
    'Windows, Firefox',
    'windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
  ),
  browser('Linux, Chrome', 'linux', chrome('X11; Linux x86_64'), hintsOf('Linux', '')),
  browser(
    'Linux, Chromium',
    'linux',
    chrome('X11; Linux x86_64'),
    readClientHints({
      'sec-ch-ua': '"Not_A Brand";v="99", "Chromium";v="142"',
      'sec-ch-ua-platform': '"Linux"',
      'sec-ch-ua-mobile': '?0',
    }),
  ),
  browser(
    'Linux, Firefox',
    'linux',
    'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  ),
  browser(
    'Chromebook',
    'chromebook',
    chrome('X11; CrOS x86_64 14541.0.0'),
    hintsOf('Chrome OS', '16433.0.0'),
  ),
  browser('something else', 'unknown', 'Mozilla/5.0 (PlayStation; PlayStation 5/9.00) AppleWebKit/605.1.15'),
]
