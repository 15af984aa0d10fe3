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
    push: 'Has to set up approvals on a phone first, and can.',
    pushByPass: 'Has to set up approvals on a phone first, and can, with the pass they hold.',
    device: 'Has to register their browser as a device first, and can.',
    deviceByPass: 'Has to register their browser as a device first, and can, with the pass they hold.',
    compliance: 'Has no device that is marked as compliant. Whoever manages devices marks one.',
    needsHelpDesk: 'Has nothing that is enough, and cannot add it alone: needs a Temporary Access Pass.',
    blocked: 'Nothing that anybody could give them would be enough.',
  },
  because: (values: { readonly policies: string }) => `In the way: ${values.policies}`,
  becauseMethods: 'In the way: which sign-in methods are allowed',
  where: (values: { readonly place: string }) => `Where they signed in before: ${values.place}`,
  more: (values: { readonly count: number }) => `And ${values.count} more. The list has all of them.`,
  exportAll: 'Download the list (CSV)',
  exporting: 'Writing the list …',
  csv: {
    name: 'Name',
    userName: 'User name',
    outcome: 'What becomes of them',
    reason: 'Why',
    policies: 'In the way',
  },
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
  loopAdvice: {
    pass_cannot_register: {
      happens:
        'Adding a sign-in method takes a strength that no Temporary Access Pass satisfies: whoever has nothing but a pass can never make a first passkey.',
      instead: 'Name a strength for it that takes a pass, too.',
    },
    registration_not_excepted: {
      happens:
        'The strength for all apps also holds for adding a sign-in method: whoever does not have what it takes is sent to make it, and cannot.',
      instead:
        'Add a policy for adding sign-in methods, with a strength that takes a pass. There is a template.',
    },
    registration_closed: {
      happens: 'Nobody can add a sign-in method, anywhere.',
      instead: 'Narrow the policy: to places that are not trusted, or to people who have their methods.',
    },
    strength_unreachable: {
      happens: 'The strength takes only methods that are switched off for everybody.',
      instead: 'Switch on one of its methods, or add one that is on to the strength.',
    },
    models_disjoint: {
      happens:
        'The strength takes passkeys of certain models, and no passkey profile lets anybody add one of them.',
      instead: 'Let a profile take these models, or name models that a profile takes.',
    },
    models_not_asked_for: {
      happens: 'The strength takes passkeys whose model is proven, and no profile asks for the proof.',
      instead: 'Turn attestation on in the profile that takes these models.',
    },
    self_service_off: {
      happens: 'Only passkeys are enough, and people may not add passkeys themselves.',
      instead: 'Let people add passkeys themselves, or give everybody one first.',
    },
    compliance_unknown: {
      happens:
        'A compliant device is asked for, and nothing says which devices are compliant: nobody gets in.',
      instead: 'Let your device management say so first, or let a strength be enough instead.',
    },
    control_unavailable: {
      happens: 'The policy takes nothing but things that do not exist here: nobody gets in.',
      instead: 'Remove them, or let a strength be enough instead.',
    },
    every_administrator_blocked: {
      happens: 'Every administrator is kept out of the admin centre, always.',
      instead: 'Leave out those who are to keep it, or narrow the policy.',
    },
    frequency_against_once: {
      happens:
        'Adding a sign-in method asks for a new proof every time, and a pass works once: whoever takes more than five minutes starts again without one.',
      instead: 'Ask again after an hour, or let passes be used more than once.',
    },
    no_trusted_network: {
      happens: 'The policy speaks of trusted places, and there is none: it holds everywhere, or nowhere.',
      instead: 'Name your networks as a place and mark it as trusted.',
    },
  },
}
