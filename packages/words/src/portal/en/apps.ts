/** Security info, about apps. */
export const apps = {
  title: 'My apps',
  lead: 'What your organisation has opened for you. Each says what it asks for when you sign in.',
  list: 'Apps',
  open: ({ app }: { readonly app: string }) => `Open ${app}`,
  asks: {
    singleFactor: 'Asks for one proof, such as a password',
    multiFactor: 'Asks for two proofs, or a passkey',
    passwordless: 'Asks for a way without a password',
    phishingResistant: 'Asks for a passkey',
  },
  named: ({ name }: { readonly name: string }) => `Asks for: ${name}`,
  device: 'wants a device your organisation knows',
  terms: 'asks you to accept terms of use',
  blocked: 'Not from here: a rule of your organisation is in the way.',
  none: 'No app is open to you yet',
  noneLead: 'Apps that your organisation opens for you will stand here, if they have a page to begin on.',
}
