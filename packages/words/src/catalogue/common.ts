/** Words that more than one page says. */
export const commonWords = {
  productName: 'Latchkey',
  next: 'Next',
  back: 'Back',
  cancel: 'Cancel',
  startAgain: 'Start again',
  notNow: 'Not now',
  tooOld: (values: { readonly system: string; readonly version: string; readonly least: string }) =>
    `This device has ${values.system} ${values.version}, and keeping a passkey takes ${values.system} ${values.least} or newer. Update it, or use a newer phone or a security key.`,
  done: 'Done',
  yes: 'Yes',
  no: 'No',
  copy: 'Copy',
  copied: 'Copied',
  correlationId: 'Reference',
  moreHelp: 'Help with this message',
  working: 'One moment…',
  helpDesk: 'Help desk',
  scriptNeeded:
    'Signing in needs JavaScript, because passkeys do. Please turn it on for this site and load the page again.',
  whoCanFix: {
    you: 'You can fix this yourself.',
    helpDesk: 'Your help desk can fix this.',
    administrator: 'An administrator of your organisation can fix this.',
    operator: 'Whoever runs this server can fix this.',
  },
  tryAgainIn: (values: { readonly minutes: number }) =>
    values.minutes <= 1
      ? 'You can try again in a minute.'
      : `You can try again in ${values.minutes} minutes.`,
}
