import type { Language } from '../language.ts'

/** English is one of them; the pattern says only that. */
const toLanguage = (language: Language) => language

/** A mail as we write it. What stands in braces is filled in. */
export interface CampaignText {
  readonly subject: string
  /** Paragraphs, with an empty line between two. */
  readonly intro: string
}

const byVersion = (system: string, version: string | undefined) =>
  version === undefined ? '' : `, from ${system} ${version} on`

/** What the mails and the posters of a campaign say, in English: the pattern of the other languages. */
export const english = {
  language: toLanguage('en'),
  mails: {
    'T-60': {
      subject: 'Signing in at {organisation} gets simpler on {day}',
      intro:
        'On {day} signing in at {organisation} changes for you: a passkey takes the place of your password. A passkey is your fingerprint, your face or the PIN of your own device. Nobody can guess it, and nobody can talk you into giving it away.\n\nThere is nothing to do today. If you would like to know what it will look like on your device, the page below shows you.',
    },
    'T-45': {
      subject: 'Is your device ready for {day}?',
      intro:
        'From {day} on you sign in at {organisation} with a passkey. Most devices are ready for it. Some need an update first, and that is better done now than on the day itself.\n\nOpen the page below on each device that you work with. It tells you whether anything is to be done there.',
    },
    'T-30': {
      subject: 'In {days} days: what a passkey is, and what changes for you',
      intro:
        'On {day} it is your turn at {organisation}. Signing in will then take a touch or a glance: your device asks for your finger, your face or its PIN, and you are in. No password, and no code to type.\n\nYour fingerprint and your face never leave your device. {organisation} does not see them.',
    },
    'T-15': {
      subject: 'What you need on {day}',
      intro:
        'In {days} days you set up your passkey at {organisation}. It takes about two minutes, if these are at hand: the device that you work with, your phone, and the way you sign in today.\n\nPlease make sure that both are locked by a fingerprint, a face or a PIN, and that their updates are installed.',
    },
    'T-7': {
      subject: 'In {days} days it is your turn: your passkey at {organisation}',
      intro:
        'On {day} you set up your passkey at {organisation}, and have time until {deadline}. The page below leads you there, one step after another, and knows your device.\n\nIf your phone is new, old or borrowed, please look at the page today.',
    },
    'T-1': {
      subject: 'Tomorrow: your passkey at {organisation}',
      intro:
        'Tomorrow you can set up your passkey. Have your phone with you, and plan two minutes for it.\n\nThe page below leads you, one step after another. You have time until {deadline}.',
    },
    'T+0': {
      subject: 'It is your turn: set up your passkey',
      intro:
        'You can set up your passkey at {organisation} now. It takes about two minutes. Open the page below on the device that you work with: it leads you, one step after another.\n\nPlease do it by {deadline}.',
    },
    'T+3': {
      subject: 'Your passkey is still missing',
      intro:
        'You have no passkey at {organisation} yet. Setting one up takes about two minutes, and the time for it ends on {deadline}.\n\nDid something not work? The page below knows what people run into on each device, and the way out.',
    },
    'T+7': {
      subject: 'A reminder: your passkey at {organisation}',
      intro:
        'Most of your colleagues have their passkey by now; yours is still missing. The time for it ends on {deadline}.\n\nIf you tried and were stuck, please open the page below once more, or call your help desk: they set it up with you.',
    },
    'T+14': {
      subject: 'The last reminder: your passkey at {organisation}',
      intro:
        'You still have no passkey at {organisation}. Soon there will be no signing in without one, so please take the two minutes today.\n\nIf you have no device that can keep a passkey, tell your help desk: there are security keys for that.',
    },
    thanks: {
      subject: 'Thank you: your passkey works',
      intro:
        'You have signed in at {organisation} with your passkey for the first time. From now on that is all it takes.\n\nOne more thing is worth its minute: a second passkey, on another device or on a security key, for the day on which the first one is lost. The page below shows how.',
    },
  },
  closing:
    'Nobody will ever ask you for a code or a passkey by mail or on the phone. If anything is unclear, your help desk is glad to hear from you.',
  greeting: ({ person }: { readonly person: string }) => `Hello ${person},`,
  hasPasskey:
    'You have a passkey that works already, so there is nothing you need to do. A second one, on another device, is a good idea.',
  guide: 'Your guide, step by step',
  ways: 'What you can use',
  recommended: ({ way }: { readonly way: string }) => `${way} (recommended)`,
  way: {
    provider: ({ name }: { readonly name: string }) => name,
    phone: ({
      name,
      system,
      version,
    }: {
      readonly name: string
      readonly system: string
      readonly version?: string
    }) => `${name} on ${system}${version === undefined ? '' : `, from version ${version} on`}`,
    iphone: ({ version }: { readonly version?: string }) =>
      `Your iPhone or iPad (iCloud Keychain)${byVersion('iOS', version)}`,
    mac: ({ version }: { readonly version?: string }) =>
      `Your Mac (iCloud Keychain)${byVersion('macOS', version)}`,
    android: ({ version }: { readonly version?: string }) =>
      `Your Android phone (Google Password Manager)${byVersion('Android', version)}`,
    samsung: ({ version }: { readonly version?: string }) =>
      `Your Samsung phone (Samsung Pass)${byVersion('Android', version)}`,
    windows: ({ version }: { readonly version?: string }) =>
      `Your Windows computer (Windows Hello)${byVersion('Windows', version)}`,
    securityKey: 'A security key, by USB or held to the phone',
  },
  helpDesk: ({ helpDesk }: { readonly helpDesk: string }) => `Help desk: ${helpDesk}`,
  why: ({ organisation, day }: { readonly organisation: string; readonly day: string }) =>
    `Why do I get this? ${organisation} is moving to passkeys, and the turn of your group is on ${day}. The link in this mail tells us that it was followed. To anybody else it says nothing about you.`,
  poster: {
    title: 'No more passwords',
    lead: ({ organisation }: { readonly organisation: string }) => `${organisation} is moving to passkeys.`,
    steps: [
      'Point the camera of your phone here',
      'Choose your device',
      'Follow the steps: it takes about two minutes',
    ],
    type: ({ address }: { readonly address: string }) => `Or open ${address}`,
    qr: 'QR code that leads to the setup guide',
    never: 'Nobody will ever ask you for a code or a passkey on the phone.',
  },
}

/** Every word of the mails and the posters of a campaign. */
export type CampaignWords = typeof english
