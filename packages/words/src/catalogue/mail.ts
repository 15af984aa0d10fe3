/** What a mail may name. What is absent is left out of the text. */
export interface MailValues {
  /** Whom the mail is for. */
  readonly person?: string
  readonly organisation?: string
  /** When it happened, ISO 8601. */
  readonly time?: string
  /** The network address it came from. */
  readonly ipAddress?: string
  /** The `User-Agent` it came from. */
  readonly device?: string
  /** The name of the passkey or of the code generator. */
  readonly name?: string
  /** The administrator who did it, if it was not the person. */
  readonly by?: string
  /** For a pass: from when and until when it works, ISO 8601. */
  readonly startsAt?: string
  readonly expiresAt?: string
  /** A Temporary Access Pass, in the one mail that brings it. */
  readonly pass?: string
  /** The address of the page that this mail leads to. */
  readonly link?: string
  /** The address of Security info. */
  readonly url?: string
  /** What the organisation says about its help desk. */
  readonly helpDesk?: string
  /** For a model of authenticator: what the metadata reports, and how many passkeys it concerns. */
  readonly statuses?: string
  readonly passkeys?: string
  /** For an account for emergencies: whether it is one now (`yes`), or for how many days it was not used. */
  readonly marked?: string
  readonly days?: string
}

/** A kind of mail: what its subject and its first paragraph say, and what to do if it was somebody else. */
export interface MailTemplateWords {
  readonly subject: (values: MailValues) => string
  readonly what: (values: MailValues) => string
  /** What to do if it was not the person. */
  readonly ifNotYou?: string
  /** What to do, where nobody in particular did it. */
  readonly whatToDo?: string
  /** What stands before `link`. */
  readonly link?: string
}

const named = ({ name }: MailValues): string => (name === undefined ? '' : ` “${name}”`)
const who = ({ by }: MailValues): string => (by === undefined ? '' : ` by ${by}`)
const where = ({ organisation }: MailValues): string =>
  organisation === undefined ? 'your account' : `your account at ${organisation}`

const deleteIt =
  'open Security info, delete the passkey and choose “Sign out everywhere”. Then tell your help desk.'
const tellHelpDesk = 'tell your help desk now, and choose “Sign out everywhere” in Security info.'

const emergencyAccounts =
  'You get this mail because you administer the organisation. It goes to everybody who does, each time.'

const templates = {
  passkey_added: {
    subject: () => 'A passkey was added to your account',
    what: (values) => `The passkey${named(values)} was added to ${where(values)}${who(values)}.`,
    ifNotYou: deleteIt,
  },
  first_passkey_with_password: {
    subject: () => 'Please check: a first passkey was added with your password alone',
    what: (values) =>
      `Somebody signed in to ${where(values)} with your password and nothing else, and added the passkey${named(values)}. From now on this passkey signs in as you. We tell you because a password can be stolen.`,
    ifNotYou: `act now: ${deleteIt} Have your password changed as well.`,
  },
  passkey_removed: {
    subject: () => 'A passkey was removed from your account',
    what: (values) =>
      `The passkey${named(values)} was removed from ${where(values)}${who(values)}. It does not sign in any more. It may still be shown on the device it was made on; you can delete it there.`,
    ifNotYou: tellHelpDesk,
  },
  device_registered: {
    subject: () => 'A device was registered for your account',
    what: (values) =>
      `The device${named(values)} was registered for ${where(values)}${who(values)}. The Latchkey Authenticator on it can keep passkeys that sign in as you.`,
    ifNotYou:
      'remove the device in Security info, choose “Sign out everywhere” there, and tell your help desk.',
  },
  device_revoked: {
    subject: () => 'A device of your account was taken off',
    what: (values) =>
      `The device${named(values)} of ${where(values)} was switched off or removed${who(values)}. Passkeys that were made on it do not sign in any more.`,
    ifNotYou: tellHelpDesk,
  },
  pass_issued: {
    subject: () => 'A Temporary Access Pass was issued for your account',
    what: (values) =>
      `A Temporary Access Pass for ${where(values)} was issued${who(values)}. Whoever issued it gives it to you; it is never sent by mail.${passTimes(values)}`,
    ifNotYou: 'tell your help desk now: whoever holds the pass can sign in as you.',
  },
  pass_used: {
    subject: () => 'A Temporary Access Pass was used for your account',
    what: (values) => `Somebody signed in to ${where(values)} with a Temporary Access Pass.`,
    ifNotYou: tellHelpDesk,
  },
  pass_removed: {
    subject: () => 'A Temporary Access Pass for your account was removed',
    what: (values) =>
      `The Temporary Access Pass for ${where(values)} was removed${who(values)}. Whoever signed in with it is signed out.`,
    ifNotYou: tellHelpDesk,
  },
  pass_requested: {
    subject: () => 'Somebody asked for a Temporary Access Pass for your account',
    what: (values) =>
      `Somebody asked for a Temporary Access Pass for ${where(values)}: a way in for when nothing else works. Your help desk finds out who it was before anybody gets one.`,
    ifNotYou: 'stop the request, and tell your help desk.',
    link: 'Stop the request',
  },
  pass_request_waiting: {
    subject: () => 'A request for a Temporary Access Pass is waiting',
    what: (values) =>
      `Somebody who says that they are ${values.name ?? 'one of your people'} asked for a Temporary Access Pass.`,
    whatToDo:
      'Find out first who it is, in a way you know yourself: call back on the number in your files, never on the one in the request. This mail comes at most once an hour; more requests may be waiting.',
    link: 'The requests',
  },
  pass_request_for_manager: {
    subject: ({ name = 'them' }) => `Is it really ${name}?`,
    what: (values) =>
      `Somebody who says that they are ${values.name ?? 'one of your people'}, whose manager you are, cannot sign in and asked for a Temporary Access Pass.`,
    whatToDo: 'Speak with them first, face to face or on a number you know. Then answer.',
    link: 'Answer',
  },
  pass_request_approved: {
    subject: () => 'A Temporary Access Pass for your account was approved',
    what: (values) =>
      `The request for a Temporary Access Pass for ${where(values)} was approved.${passTimes(values)}`,
    ifNotYou: 'stop it now. The pass does not work any more then, and whoever used it is signed out.',
    link: 'Stop it',
  },
  pass_request_refused: {
    subject: () => 'A Temporary Access Pass for your account was refused',
    what: (values) => `The request for a Temporary Access Pass for ${where(values)} was refused.`,
    whatToDo: 'If you still cannot sign in, call your help desk.',
  },
  pass_request_stopped: {
    subject: () => 'A request for a Temporary Access Pass was stopped by its person',
    what: (values) =>
      `${values.name ?? 'A person'} says that the request for a Temporary Access Pass in their name was not them. The pass, if there was one, does not work any more.`,
    whatToDo:
      'Somebody may be trying to get into this account. Speak with the person, on a number you know, and look at what the request and the sign-in log say.',
    link: 'The requests',
  },
  pass_by_mail: {
    subject: () => 'Your Temporary Access Pass',
    what: (values) =>
      `Your Temporary Access Pass for ${where(values)}: ${values.pass ?? '…'}.${passTimes(values)}`,
    whatToDo:
      'Type it where you sign in, and nowhere else. Nobody will ask you for it. If you did not ask for a pass, tell your help desk now.',
  },
  sign_in_disowned: {
    subject: () => 'You told us that something was not you',
    what: (values) =>
      `You told us that a sign-in to ${where(values)}, or a change of it, was not you. Whoever was signed in elsewhere is signed out, and your help desk knows.`,
    ifNotYou: tellHelpDesk,
  },
  sign_in_disowned_by: {
    subject: ({ name = 'A person' }) => `${name} reports something that was not them`,
    what: (values) =>
      `${values.name ?? 'A person'} says that a sign-in to their account, or a change of it, was not them. Their other sessions were ended.`,
    whatToDo:
      'Somebody else may hold a way into this account. Speak with the person, on a number you know, and look at the account.',
    link: 'The account',
  },
  other_address_changed: {
    subject: () => 'The other mail address of your account was changed',
    what: (values) =>
      `The other mail address that is kept for ${where(values)}, for when you cannot sign in, was changed${who(values)}. This mail goes to every address concerned, the one before included.`,
    ifNotYou: tellHelpDesk,
  },
  device_linked: {
    subject: () => 'A browser and a device remember each other',
    what: (values) =>
      `A browser of yours and the device${named(values)} can now be used together to sign in to ${where(values)}.`,
    ifNotYou:
      'open Security info, remove the link under “Your devices” and choose “Sign out everywhere”. Then tell your help desk.',
  },
  device_link_removed: {
    subject: () => 'Two devices remember each other no more',
    what: (values) =>
      `The device${named(values)} is no longer linked to a browser to sign in to ${where(values)}${who(values)}.`,
    ifNotYou:
      'open Security info, look at your devices and choose “Sign out everywhere”. Then tell your help desk.',
  },
  approvals_set_up: {
    subject: () => 'A device may approve your sign-ins',
    what: (values) => `The device${named(values)} can now approve sign-ins to ${where(values)}.`,
    ifNotYou:
      'open Security info, remove the Authenticator app and choose “Sign out everywhere”. Then tell your help desk.',
  },
  approvals_removed: {
    subject: () => 'A device approves your sign-ins no more',
    what: (values) =>
      `The device${named(values)} was removed as a way to approve sign-ins to ${where(values)}${who(values)}.`,
    ifNotYou: tellHelpDesk,
  },
  approvals_paused: {
    subject: () => 'Somebody may know your password',
    what: (values) =>
      `Sign-ins to ${where(values)} were denied or reported on your device. Until ${values.expiresAt ?? 'later'} no approval is asked there. Your passkeys work as before.`,
    ifNotYou: 'somebody else did, with your password: change it now, and tell your help desk.',
  },
  approvals_paused_of: {
    subject: () => 'Sign-ins were denied on a device',
    what: (values) =>
      `Sign-ins of${named(values)} were denied or reported on their device. Until ${values.expiresAt ?? 'later'} no approval is asked of them.`,
    whatToDo:
      'You get this mail because you administer the organisation. Somebody may know their password: talk to them, and look at the sign-in log.',
  },
  totp_added: {
    subject: () => 'One-time codes were added to your account',
    what: (values) =>
      `An app that makes one-time codes${named(values)} was added to ${where(values)}${who(values)}.`,
    ifNotYou:
      'open Security info, remove the codes and choose “Sign out everywhere”. Then tell your help desk.',
  },
  totp_removed: {
    subject: () => 'One-time codes were removed from your account',
    what: (values) =>
      `The app that makes one-time codes${named(values)} was removed from ${where(values)}${who(values)}.`,
    ifNotYou: tellHelpDesk,
  },
  password_changed: {
    subject: () => 'The password of your account was changed',
    what: (values) => `The password of ${where(values)} was changed${who(values)}.`,
    ifNotYou: tellHelpDesk,
  },
  sessions_revoked: {
    subject: () => 'You were signed out everywhere',
    what: (values) =>
      `Every session of ${where(values)} was ended${who(values)}, on every device. Sign in again where you need it.`,
    ifNotYou: 'tell your help desk. Nobody can use the ended sessions any more.',
  },
  authenticator_status_changed: {
    subject: () => 'A model of passkey in use was reported as broken',
    what: (values) =>
      `The FIDO metadata now reports ${values.statuses ?? 'a problem'} for the model${named(values)}.${inUse(values)}`,
    whatToDo:
      'You get this mail because you administer sign-in. Read what the maker says about it, and decide in the admin centre whether these passkeys go on working alone, need another proof beside them, or are refused.',
  },
  break_glass_changed: {
    subject: () => 'The accounts for emergencies were changed',
    what: (values) =>
      values.marked === 'yes'
        ? `The account${named(values)} is kept for emergencies now${who(values)}: the rules of the organisation do not hold for it, and only its passkeys open it.`
        : `The account${named(values)} is not kept for emergencies any more${who(values)}.`,
    whatToDo: emergencyAccounts,
  },
  break_glass_used: {
    subject: () => 'An account for emergencies was used',
    what: (values) => `Somebody signed in as${named(values)}, which is kept for emergencies.`,
    whatToDo: `${emergencyAccounts} If nobody you know did this, switch the account off now.`,
  },
  domain_taken: {
    subject: () => 'Another organisation has proven a domain that you claim',
    what: (values) =>
      `Another organisation on this server has proven that the domain${named(values)} is its own. You had added it and not proven it yet.`,
    whatToDo:
      'You get this mail because you administer the organisation. If the domain is yours, talk to whoever runs this server. Otherwise remove it from your list.',
  },
  domain_proof_missing: {
    subject: () => 'The proof of a domain is gone',
    what: (values) =>
      `The DNS record that proves the domain${named(values)} is not there any more. Nothing changes: people go on signing in as before.`,
    whatToDo:
      'You get this mail because you administer the organisation. Put the record back, as the page Domains in the admin centre shows it; or, if you have given the domain up, give its people other names and remove it.',
  },
  domain_released: {
    subject: () => 'A domain was taken from your organisation',
    what: (values) =>
      `Whoever runs this server released the domain${named(values)}, because it has changed hands. People who are named after it keep their names and their passkeys, but are not found by this domain any more.`,
    whatToDo:
      'You get this mail because you administer the organisation. Give these people other names. If this was a mistake, talk to whoever runs this server.',
  },
  break_glass_unproven: {
    subject: () => 'An account for emergencies has not been tried for long',
    what: (values) =>
      `No passkey of the account${named(values)}, which is kept for emergencies, was used in the last ${values.days ?? '90'} days.`,
    whatToDo: `${emergencyAccounts} Sign in with it once, so that you know it works on the day you need it.`,
  },
} satisfies Record<string, MailTemplateWords>

function inUse({ passkeys, organisation }: MailValues): string {
  if (passkeys === undefined) return ''
  const where = organisation === undefined ? 'your organisation' : organisation
  return ` Passkeys of this model in ${where}: ${passkeys}.`
}

function passTimes({ startsAt, expiresAt }: MailValues): string {
  if (expiresAt === undefined) return ''
  return startsAt === undefined
    ? ` It works until ${expiresAt}.`
    : ` It works from ${startsAt} until ${expiresAt}.`
}

/** The mails we send. */
export const mailWords = {
  greeting: ({ person }: MailValues) => (person === undefined ? 'Hello,' : `Hello ${person},`),
  time: (time: string) => `When: ${time}`,
  device: (device: string) => `With: ${device}`,
  ipAddress: (ipAddress: string) => `From: network address ${ipAddress}`,
  ifYou: 'If this was you, or you expected it, there is nothing to do.',
  ifNotYou: (what: string) => `If not, ${what}`,
  url: (url: string) => `Security info: ${url}`,
  helpDesk: (helpDesk: string) => `Help desk: ${helpDesk}`,
  footer:
    'This mail was sent because something about signing in to your account changed. It never asks for a password or a code.',
  templates,
}
