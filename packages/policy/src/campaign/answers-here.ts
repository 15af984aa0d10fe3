/** Where a passkey can be used without another device at hand, by what keeps it. */
export type PasskeyKeeper =
  | 'windowsHello'
  | 'googlePasswordManager'
  | 'applePasswords'
  /** Chrome's or Edge's own, on a Mac. */
  | 'macBrowser'
  | 'samsungPass'
  /** An authenticator app on a phone. */
  | 'phone'
  /** An authenticator in the browser of a computer. */
  | 'computerBrowser'
  /** A security key, a password manager that is wherever people are, or something nobody knows. */
  | 'everywhere'

/** A system and a browser: what a campaign tells apart. */
export interface Place {
  readonly system?: 'android' | 'iOS' | 'windows' | 'macOS' | 'linux' | undefined
  readonly browser?: string | undefined
}

/**
 * Whether a passkey answers at a place by itself: then nobody is asked there for one. What nobody knows speaks for the
 * person, or making one passkey after another would never be enough.
 */
export function answersHere(keeper: PasskeyKeeper, { system, browser }: Place): boolean {
  switch (keeper) {
    case 'windowsHello':
      return system === 'windows'
    case 'googlePasswordManager':
      return system === 'android' || (browser === 'chrome' && (system === 'windows' || system === 'macOS'))
    case 'applePasswords':
      return system === 'macOS' || system === 'iOS'
    case 'macBrowser':
      return system === 'macOS'
    case 'samsungPass':
      return system === 'android'
    case 'phone':
      return system === 'iOS' || system === 'android'
    case 'computerBrowser':
      return system === 'windows' || system === 'macOS'
    case 'everywhere':
      return true
  }
}
