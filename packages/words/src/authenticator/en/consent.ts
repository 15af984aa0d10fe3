/** The Authenticator, about what a person is asked to agree to. */
export const consent = {
  signInTitle: ({ organisation }: { readonly organisation: string }) => `Sign in to ${organisation}?`,
  createTitle: ({ organisation }: { readonly organisation: string }) =>
    `Create a passkey for ${organisation}?`,
  signInLead: 'Only go on if you are signing in right now.',
  createLead: 'It is kept in this browser, and stays on this device.',
  site: 'Site',
  siteChecked: 'Your browser vouches for this address.',
  account: 'Account',
  chooseAccount: 'Which account?',
  signIn: 'Sign in',
  create: 'Create passkey',
  readFirst: 'In a moment: read this first',
  checking: 'Checking …',
  anotherWay: 'Use another way',
  anotherWayHint: 'Your browser asks instead: for a security key, a phone or this device.',
  nothingTitle: 'No passkey here fits',
  nothingLead:
    'This browser keeps no passkey for what the page asks. Use another way, or create a passkey in Security info.',
  notHereTitle: 'This account is not in the Authenticator',
  notHereLead: ({ userName }: { readonly userName: string }) =>
    `Add ${userName} first, then create the passkey. Or keep it somewhere else.`,
  registerTitle: 'Register this browser again',
  registerLead: 'Your organisation no longer knows it, so a passkey made here would not count.',
  addAccount: 'Add the account',
  goneTitle: 'There is nothing to confirm any more',
  goneLead: 'The page went on, or it took too long. Close this window and try again there.',
}
