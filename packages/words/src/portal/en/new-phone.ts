/** Security info, about a new phone. */
export const newPhone = {
  title: 'New phone',
  lead: 'Passkeys that live on one phone do not move by themselves. Choose what fits, and follow the steps.',
  question: 'What about the old phone?',
  situations: {
    atHand: { label: 'I still have it', about: 'It works, and the new one is here too.' },
    gone: { label: 'It is gone', about: 'Lost, stolen or broken.' },
    wiped: { label: 'It was wiped', about: 'Reset, sold or given back.' },
  },
  stepsLabel: 'Steps',
  steps: {
    keepOld: {
      title: 'Keep the old phone until you are done',
      about: 'Do not reset it yet. It is your way in.',
    },
    addWithOld: {
      title: 'Add a passkey on the new phone',
      about: 'Confirm with the old phone when you are asked. It takes a minute.',
    },
    tryNew: {
      title: 'Sign in once with the new phone',
      about: 'So that you know it works before the old one goes.',
    },
    removeOld: {
      title: 'Delete the old phone’s passkey here',
      about: 'Then nobody signs in with it any more, whoever has the phone.',
    },
    endSessions: {
      title: 'End what is still signed in',
      about: 'Somebody may hold the phone. End its sessions, or sign out everywhere.',
    },
    restoreSynced: {
      title: 'Restore your backup on the new phone',
      about: 'Passkeys that were synced come back with the account of the phone. Those of one device do not.',
    },
    useOther: {
      title: 'Sign in another way',
      about: 'You have another passkey that is not on the phone. Use that one.',
    },
    askForPass: {
      title: 'Ask for a Temporary Access Pass',
      about: 'Your help desk makes sure that it is you, and tells you a pass by phone or in person.',
    },
    callHelpDesk: {
      title: 'Call your help desk',
      about: 'It makes sure that it is you, and gives you a Temporary Access Pass.',
    },
    signInWithPass: {
      title: 'Sign in with the pass',
      about: 'Choose “Use another way”, then “Temporary Access Pass”.',
    },
    addNew: {
      title: 'Add a passkey on the new phone',
      about: 'Do it in the same visit: the pass does not work for long.',
    },
    addSecond: {
      title: 'Add a second one, for next time',
      about: 'On a computer or a security key: then a lost phone is no trouble.',
    },
  },
  places: {
    add: 'Add a way to sign in',
    methods: 'Your ways to sign in',
    sessions: 'Where you are signed in',
    requestPass: 'Ask for a pass',
  },
  helpDesk: 'Help desk',
  manager: ({ name }: { readonly name: string }) => `Your manager, ${name}, may be asked about you.`,
}
