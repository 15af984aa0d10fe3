/** The campaign, on the way through sign-in. The admin centre shows the same. */
export const nudgeWords = {
  title: 'Sign in faster and safer',
  reason:
    'Your organisation is moving to passkeys. Create yours now: it takes a minute, and from then on you sign in with your fingerprint, face or PIN.',
  next: 'Next',
  others: 'Other options',
  otherDevice: 'Use a phone or a security key',
  /** Not limited. */
  skip: 'Skip for now',
  skipLeft: (values: { readonly left: number }) =>
    values.left === 1 ? 'Skip for now (last time)' : `Skip for now (${values.left} left)`,
  last: 'You can skip this once more. After that, you create your passkey before you go on; if it does not work out, you get in all the same.',
  until: (values: { readonly day: string }) =>
    `You can skip this until ${values.day}. From then on, you create your passkey before you go on; if it does not work out, you get in all the same.`,
  due: 'It is time: please create your passkey before you go on.',
  dueHint: 'If it does not work out, you can go on without one.',
  failed: 'Skip',
  failedHint: 'You can go on without a passkey this time. It does not count as skipped.',
}
