/**
 * The parameters of the simulated fleet, each with the reason for its figure. They are guesses where nobody publishes
 * anything; change them to what you know of your own people.
 */

/** Who keeps a passkey on a device. */
export interface Keeper {
  readonly aaguid: string
  readonly backup: 'device_bound' | 'backed_up'
}

const keepers = {
  apple: { aaguid: 'fbfc3007-154e-4ecc-8c0b-6e020557d7bd', backup: 'backed_up' },
  google: { aaguid: 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4', backup: 'backed_up' },
  samsung: { aaguid: '53414d53-554e-4700-0000-000000000000', backup: 'backed_up' },
  windowsHello: { aaguid: '08987058-cadc-4b81-b6e1-30de50dcbe96', backup: 'device_bound' },
  yubiKey: { aaguid: '2fc0579f-8113-47ea-b116-bb5a8db9202a', backup: 'device_bound' },
} as const satisfies Record<string, Keeper>

/** A kind of device, and how many people work with one. */
export interface FleetDevice {
  readonly name: string
  readonly share: number
  readonly because: string
  readonly userAgent: string
  /** The hints that such a browser sends. */
  readonly hints: Readonly<Record<string, string>>
  /** Absent: it can keep no passkey. */
  readonly keeper?: Keeper
}

const safari = (os: string, version: string) =>
  `Mozilla/5.0 (${os}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Mobile/15E148 Safari/604.1`
const chrome = (platform: string, mobile = '') =>
  `Mozilla/5.0 (${platform}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 ${mobile}Safari/537.36`
const hintsOf = (platform: string, mobile: '?0' | '?1', more: Readonly<Record<string, string>> = {}) => ({
  'sec-ch-ua': '"Chromium";v="141", "Google Chrome";v="141", "Not?A_Brand";v="24"',
  'sec-ch-ua-platform': `"${platform}"`,
  'sec-ch-ua-mobile': mobile,
  ...more,
})

/** What people work with. */
export const devices: readonly [FleetDevice, ...FleetDevice[]] = [
  {
    name: 'iPhone, iOS 18 or newer',
    share: 0.27,
    because:
      'About a third of company phones are iPhones, and most of them are brought up to date within a year.',
    userAgent: safari('iPhone; CPU iPhone OS 18_5 like Mac OS X', '18.5'),
    hints: {},
    keeper: keepers.apple,
  },
  {
    name: 'iPhone, iOS 17',
    share: 0.05,
    because: 'Phones that Apple no longer brings to the newest system.',
    userAgent: safari('iPhone; CPU iPhone OS 17_5_1 like Mac OS X', '17.5'),
    hints: {},
    keeper: keepers.apple,
  },
  {
    name: 'iPhone, iOS 15',
    share: 0.02,
    because: 'The drawer full of old phones that every company has: too old for passkeys.',
    userAgent: safari('iPhone; CPU iPhone OS 15_8 like Mac OS X', '15.6'),
    hints: {},
  },
  {
    name: 'Galaxy, Android 14 or newer',
    share: 0.16,
    because: 'The most sold Android phones of companies.',
    userAgent: chrome('Linux; Android 10; K', 'Mobile '),
    hints: hintsOf('Android', '?1', {
      'sec-ch-ua-platform-version': '"14.0.0"',
      'sec-ch-ua-model': '"SM-S921B"',
    }),
    keeper: keepers.samsung,
  },
  {
    name: 'Pixel, Android 15',
    share: 0.05,
    because: 'A small part of Android phones, but what those who write instructions have on their desks.',
    userAgent: chrome('Linux; Android 10; K', 'Mobile '),
    hints: hintsOf('Android', '?1', {
      'sec-ch-ua-platform-version': '"15.0.0"',
      'sec-ch-ua-model': '"Pixel 8"',
    }),
    keeper: keepers.google,
  },
  {
    name: 'other Android phone',
    share: 0.07,
    because: 'What is left of Android.',
    userAgent: chrome('Linux; Android 10; K', 'Mobile '),
    hints: hintsOf('Android', '?1', {
      'sec-ch-ua-platform-version': '"14.0.0"',
      'sec-ch-ua-model': '"moto g84"',
    }),
    keeper: keepers.google,
  },
  {
    name: 'Windows 11 with Windows Hello',
    share: 0.22,
    because: 'Desks: most of them laptops with a fingerprint reader or a camera.',
    userAgent: chrome('Windows NT 10.0; Win64; x64'),
    hints: hintsOf('Windows', '?0', { 'sec-ch-ua-platform-version': '"15.0.0"' }),
    keeper: keepers.windowsHello,
  },
  {
    name: 'Windows without Windows Hello',
    share: 0.05,
    because: 'Shared and old desks without a reader: a security key or a phone has to help.',
    userAgent: chrome('Windows NT 10.0; Win64; x64'),
    hints: hintsOf('Windows', '?0', { 'sec-ch-ua-platform-version': '"10.0.0"' }),
  },
  {
    name: 'Mac',
    share: 0.07,
    because: 'Designers, developers, managers.',
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    hints: {},
    keeper: keepers.apple,
  },
  {
    name: 'Linux with a security key',
    share: 0.04,
    because: 'Developers, who like a key on their desk.',
    userAgent: chrome('X11; Linux x86_64'),
    hints: hintsOf('Linux', '?0'),
    keeper: keepers.yubiKey,
  },
]

/** A way in which the prompt fails, as the browser reports it. */
export interface FleetFailure {
  readonly name: string
  readonly share: number
  readonly because: string
  readonly elapsedMilliseconds: number
}

/** What goes wrong in front of the prompt. */
export const failures: readonly [FleetFailure, ...FleetFailure[]] = [
  {
    name: 'NotAllowedError',
    share: 0.6,
    because: 'Closed in fright: the commonest failure wherever figures were published.',
    elapsedMilliseconds: 6_000,
  },
  {
    name: 'NotAllowedError',
    share: 0.2,
    because:
      'Nobody answered: called away, or looking for the right window. Five minutes, as long as a ceremony takes.',
    elapsedMilliseconds: 300_000,
  },
  {
    name: 'UnknownError',
    share: 0.12,
    because: 'The keeper of passkeys itself failed: no screen lock, a profile that is not set up.',
    elapsedMilliseconds: 3_000,
  },
  {
    name: 'NotSupportedError',
    share: 0.08,
    because: 'An extension or an old browser in between.',
    elapsedMilliseconds: 50,
  },
]

/** How people behave. Probabilities, but where it says days or hours. */
export const habits = {
  /** Of each mail: most announcements are read by half, and done by fewer. */
  actsOnAnnouncement: 0.42,
  /** Of whoever is left, at each reminder: somewhat fewer each time, since the willing are gone. */
  actsOnReminder: 0.33,
  /** Of the pilot: they volunteered. */
  pilotActs: 0.9,
  /** Reads the setup guide first. */
  readsGuide: 0.55,
  /** The first try fails; published trials say between 5 and 20 per cent. */
  fails: 0.12,
  /** Tries again at once after a failure. */
  triesAgain: 0.7,
  /** Says *not now* at the question after the password. */
  saysNotNow: 0.3,
  /** Makes a passkey, once nothing else lets them in: whoever can usually does, since there is work to do. */
  makesOneWhenHeld: 0.8,
  /** Asks the help desk for a pass, since the old way is forgotten or there never was one. */
  comesWithPass: 0.3,
  /** Days until somebody acts who does: half of them on the first day. */
  daysUntilActing: 1.5,
  /** Of passkey sign-ins that the simulation makes per person and week: a sample, people make more. */
  signInsPerWeek: 1.5,
  /** The same with the password, before there is a passkey: fewer, because each costs the server a hash. */
  passwordSignInsPerWeek: 0.25,
} as const

/** The parts of the organisation; each becomes a group. */
export const departments: readonly [Department, ...Department[]] = [
  { name: 'Sales', share: 0.3 },
  { name: 'Production', share: 0.35 },
  { name: 'Engineering', share: 0.2 },
  { name: 'Office', share: 0.15 },
]

/** A part of the organisation. */
export interface Department {
  readonly name: string
  readonly share: number
}

/** How much of everybody is in each wave, the pilot first. A pilot is small and mixed, the last wave is what is left. */
export const waveShares = [0.04, 0.26, 0.35, 0.35] as const
