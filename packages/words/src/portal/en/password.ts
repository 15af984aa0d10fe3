/** Security info, about the password. */
export const password = {
  title: 'Change your password',
  lead: 'A passkey is safer and faster. Change it here if you still need a password somewhere.',
  current: 'Current password',
  currentRequired: 'Type the password you have now.',
  next: 'New password',
  nextHint: 'At least 8 characters. A few words are better than a riddle.',
  nextRequired: 'Type a new password of at least 8 characters.',
  submit: 'Change it',
  noneTitle: 'You have no password',
  none: 'Only an administrator can give you one. You do not need it: a passkey is safer.',

  changed: 'Your password is changed',
  changedLead: 'Everywhere else you were signed in, you are signed out now.',
}
