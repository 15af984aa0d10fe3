/** Security info, about registered devices. */
export const devices = {
  title: 'Your devices',
  lead: 'Where the Latchkey Authenticator is registered for you. Remove what you do not have any more, or do not know.',
  list: 'Registered devices',
  surface: {
    extension: 'Browser extension',
    phoneApp: 'App on a phone',
    agent: 'App on Linux',
  },
  seen: (values: { readonly time: string }) => `Last seen ${values.time}`,
  registered: (values: { readonly time: string }) => `Registered ${values.time}`,
  passkeys: (values: { readonly count: number }) =>
    values.count === 1 ? '1 passkey made there' : `${values.count} passkeys made there`,
  expired: 'Registration is over',
  revoked: 'Switched off',
  tooOld: 'App too old',
  remove: 'Remove',
  removeNamed: (values: { readonly name: string }) => `Remove: ${values.name}`,
  removeTitle: (values: { readonly name: string }) => `Remove “${values.name}”?`,
  removeLead:
    'Passkeys made on it sign in no more, and what they opened is signed out. It can be registered again.',
  removeUnlinks: (values: { readonly count: number }) =>
    values.count === 1
      ? 'A passkey on your phone goes with it: no other linked browser can use it. It works again when a browser is linked.'
      : `${values.count} passkeys on your phone go with it: no other linked browser can use them. They work again when a browser is linked.`,
  removed: 'The device is removed.',
  last: 'Your last way in is on this device, or needs it. Add another one first.',
  none: 'No device is registered',
  noneLead: 'Add your account in the Latchkey Authenticator, and the device appears here.',
  links: 'Linked devices',
  linksLead: 'These sign in together without a code. If you do not know one, remove it.',
  linked: (values: { readonly client: string; readonly authenticator: string }) =>
    `${values.client} and ${values.authenticator}`,
  linkedAt: (values: { readonly time: string }) => `Linked ${values.time}`,
  unlink: 'Unlink',
  unlinkNamed: (values: { readonly client: string; readonly authenticator: string }) =>
    `Unlink: ${values.client} and ${values.authenticator}`,
  unlinkTitle: (values: { readonly client: string; readonly authenticator: string }) =>
    `Unlink ${values.client} and ${values.authenticator}?`,
  unlinkLead: (values: { readonly authenticator: string; readonly count: number }) =>
    values.count === 1
      ? `Only a linked browser can use the passkey on “${values.authenticator}”, and no other is linked. It works again when a browser is linked.`
      : `Only a linked browser can use the ${values.count} passkeys on “${values.authenticator}”, and no other is linked. They work again when a browser is linked.`,
  linkLast: 'Your last way in needs this link. Add another one first.',
  unlinked: 'The devices are linked no more.',
}
