/** The admin centre, about whom a change would shut out. */
export const lockOut = {
  see: 'See who this affects',
  looking: 'Looking at everybody …',
  title: (values: { readonly count: number }) =>
    values.count === 1 ? 'This would shut out one person' : `This would shut out ${values.count} people`,
  titleNobody: 'Nobody would be shut out',
  titleLast: 'Nobody could administer any more',
  lead: 'They can sign in today, or could help themselves. After this change they could do neither.',
  leadNobody: 'Everybody who can sign in today could still sign in, or help themselves.',
  leadNothing: 'This would change nothing.',
  leadLast:
    'After this change no global administrator could open the admin centre. That cannot be confirmed away, because nobody could undo it. Leave an administrator out, or ask for something that one of them has.',
  listed: 'People by what becomes of them',
  outcome: {
    satisfied: 'sign in as they do now',
    canEnrol: 'can help themselves',
    needsHelpDesk: 'need the help desk',
    blocked: 'cannot get in at all',
  },
  reason: {
    passkey: 'Has to add a passkey first, and can.',
    passkeyByPass: 'Has to add a passkey first, and can, with the pass they hold.',
    totp: 'Has to set up one-time codes first, and can.',
    totpByPass: 'Has to set up one-time codes first, and can, with the pass they hold.',
    needsHelpDesk: 'Has nothing that is enough, and cannot add it alone: needs a Temporary Access Pass.',
    blocked: 'Nothing that anybody could give them would be enough.',
  },
  because: (values: { readonly policies: string }) => `In the way: ${values.policies}`,
  becauseMethods: 'In the way: which sign-in methods are allowed',
  where: (values: { readonly place: string }) => `Where they signed in before: ${values.place}`,
  more: (values: { readonly count: number }) => `And ${values.count} more. The list has all of them.`,
  exportAll: 'Download the list (CSV)',
  exporting: 'Writing the list …',
  csv: { name: 'Name', userName: 'User name', outcome: 'What becomes of them', policies: 'In the way' },
  instead: {
    title: 'What you could do instead',
    exclude: 'Leave these people out of the rule, with a group, until they are ready.',
    watch: 'Only watch at first: report-only shows whom it would stop, and stops nobody.',
    passes: 'Issue Temporary Access Passes before, so that they can add what they need.',
    watchNow: 'Save as report-only',
  },
  loops: 'This combination leads nowhere',
  acknowledge: (values: { readonly count: number }) =>
    values.count === 1
      ? 'I know that this person will not get in, and I will help them'
      : `I know that these ${values.count} people will not get in, and I will help them`,
  type: (values: { readonly count: number }) => `Type the number of people (${values.count}) to go on`,
  typeWrong: 'This is not the number of people.',
  goOn: 'Save and shut them out',
  changed: 'Meanwhile the list has changed: these are the people now.',
}
