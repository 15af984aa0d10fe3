/** The Authenticator, about devices that remember each other: a browser that asks, and a device that signs. */
export const links = {
  remember: 'Remember another device',
  rememberTitle: 'Remember a device that signs you in',
  rememberLead:
    'Link your phone once. From then on it asks you by itself when you sign in here, without a QR code.',
  account: ({ name, organisation }: { readonly name: string; readonly organisation: string }) =>
    `${name} at ${organisation}`,
  begin: 'Sign in and show the QR code',
  beginHint: 'It takes a sign-in with a passkey, here and now.',
  signingIn: 'Sign in with a passkey, in the tab that was opened',
  scanTitle: 'Scan this code with your device',
  scanLead:
    'In the Authenticator on your phone: Scan a QR code. On a phone with Linux: latchkey-agent link. Nobody else may scan it.',
  codeLabel: 'QR code for linking a device',
  typeTitle: ({ name }: { readonly name: string }) => `Type these digits on ${name}`,
  typeLead: 'Is that your device, and does it ask for digits now? If not, close this page.',
  digits: 'Digits',
  done: ({ name }: { readonly name: string }) => `${name} is remembered`,
  doneLead: 'You find it in Security info, and can unlink it there at any time.',
  failedTitle: 'No device was linked',
  failedLead: 'It took too long, or other digits were typed. Try again.',
  unreachable:
    'The tunnel service of your organisation does not answer. Your help desk knows whether it is on.',
  remembered: 'Remembered devices',
  forget: ({ name }: { readonly name: string }) => `Forget ${name}`,
  forgetTitle: ({ name }: { readonly name: string }) => `Forget ${name}?`,
  forgetLead: 'The two know each other no longer, here and at your organisation.',
  forgetConfirm: 'Forget',
  use: ({ name }: { readonly name: string }) => `Use ${name}`,
  look: ({ name }: { readonly name: string }) => `Look at your ${name}`,
  lookLead: 'It asks you there. Check the site it names before you agree.',
  didNotCome: ({ name }: { readonly name: string }) =>
    `${name} did not answer, or you said no there. Is it on, and does it listen?`,
  gone: ({ name }: { readonly name: string }) => `${name} was unlinked, so it was forgotten here.`,
  agent: {
    command: 'Link a browser that shows a QR code for it: from then on it needs none',
    notOne: 'That QR code is not one for linking.',
    noAccount: ({ server }: { readonly server: string }) => `There is no account of ${server} here.`,
    which: 'For which account? Its number:',
    onlyOwn: ({ server }: { readonly server: string }) =>
      `Only go on if you opened this code yourself, in your own browser, signed in at ${server}.`,
    digits: 'The six digits that the browser shows, or nothing to stop:',
    wrong: 'Those are not the digits. Nothing was linked. Begin again in the browser.',
    stopped: 'Nothing was linked.',
    linked: 'Linked. While latchkey-agent run is up, that browser finds this device by itself.',
    broken: 'The browser is not there any more. Show a new code.',
    openToListen: 'Type your PIN so that linked browsers can find this device, or nothing to go without:',
    listening: ({ names }: { readonly names: string }) => `Linked browsers may call: ${names}`,
    called: ({ name }: { readonly name: string }) => `${name} asks, without a QR code. Is that you, now?`,
    linkedAlone: 'Answer linked browsers alone, and look for no QR codes',
    nobody: 'No linked browser can find this device. latchkey-agent link links one.',
    noticeTitle: ({ name }: { readonly name: string }) => `${name} asks for you`,
    noticeText: 'Look at the terminal of latchkey-agent, and answer there. Was that not you? Do not answer.',
    forgotten: ({ name }: { readonly name: string }) =>
      `A link was removed, so it was forgotten here: ${name}`,
  },
}
