/** Setting up an organisation: the page behind the first administrator's link. */
export const welcomeWords = {
  title: 'Set up your organisation',
  intro:
    'You are the first administrator. Tell us who you are; then you create your passkey, and the rest of the house is yours.',
  linkOnce: 'The link you opened works once. Looking at this page does not use it up; the button below does.',
  organisation: {
    legend: 'Your organisation',
    name: 'Name',
    nameHint: 'As people know it: it stands on every page.',
    namePlaceholder: 'Example Ltd',
    nameRequired: 'Type the name of your organisation.',
    domain: 'Domain',
    domainHint: 'The part after the @ in people’s addresses. It is how we know who belongs here.',
    domainPlaceholder: 'example.com',
    domainRequired: 'Type a domain such as example.com.',
  },
  you: {
    legend: 'You',
    name: 'Your name',
    nameRequired: 'Type your name.',
    userName: 'Your user name',
    userNameHint: 'What you type to sign in.',
    userNameRequired: 'Type the name you want to sign in with.',
    mail: 'Mail address (optional)',
    mailHint: 'We write to it when a way to sign in to your account changes.',
  },
  submit: 'Set up, then create my passkey',
  noLink: {
    title: 'This page needs its link',
    reason: 'The first administrator’s link carries a secret after the #, and it is not in this address.',
  },
  deadLink: {
    title: 'This link does not work any more',
    reason:
      'It was used already, a newer one has replaced it, it is more than a day old, or the organisation is set up already.',
  },
  way: {
    title: 'What to do',
    setUp: 'If you have set up the organisation already, sign in.',
    newLink: 'If not, stop the server on its machine and start it again: it prints a new link.',
    lockedOut:
      'If you cannot sign in as administrator any more, run this on the server’s machine. It gives you a one-time pass:',
    command: 'npm run latchkey -- admin-pass',
    signIn: 'Sign in',
  },
}
