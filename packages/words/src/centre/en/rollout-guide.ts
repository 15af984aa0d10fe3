/** Rollout: the setup guide, as anybody would see it, and what the organisation says in it itself. */
export const rolloutGuide = {
  title: 'Guide',
  lead: 'One address for everybody: each person reads the steps for what they hold, and for what your rules allow.',
  open: 'Open the guide',
  copy: 'Copy',
  copied: 'Copied',
  newer: {
    title: (values: { readonly system: string; readonly version: string }) =>
      `${values.system} ${values.version} is newer than the guide`,
    about: (values: { readonly count: number }) =>
      values.count === 1
        ? 'One visit so far. Try the steps on it, and change what reads differently there.'
        : `${values.count} visits so far. Try the steps on it, and change what reads differently there.`,
    dismiss: 'I have looked at it',
  },
  choose: {
    title: 'Whose guide?',
    lead: 'Play it for any device and anybody. Without a group it is what a stranger sees.',
    device: 'Device',
    devices: {
      iphone: 'iPhone',
      'iphone 17': 'iPhone, iOS 17',
      ipad: 'iPad',
      samsung: 'Samsung Galaxy',
      pixel: 'Google Pixel',
      android: 'Another Android phone',
      windows: 'Windows 11',
      'windows 10': 'Windows 10',
      mac: 'Mac',
      chromebook: 'Chromebook',
      linux: 'Linux',
    },
    account: 'Situation',
    accounts: {
      existing: 'Signs in today',
      firstDay: 'First day, with a pass',
      newPhone: 'New phone',
    },
    language: 'Language',
    groups: 'In the groups',
  },
  player: {
    title: (values: { readonly device: string }) => `What somebody with this sees: ${values.device}`,
    way: 'Where the passkey is kept',
    at: (values: { readonly step: number; readonly of: number }) => `Step ${values.step} of ${values.of}`,
    back: 'Back',
    next: 'Next',
    first: 'This is the first step.',
    last: 'This is the last step.',
    picture: (values: { readonly title: string }) => `The picture beside the step: ${values.title}`,
    noPicture: 'This step has no picture.',
  },
  pilot: {
    title: (values: { readonly device: string }) => `How the pilot got on with it: ${values.device}`,
    lead: (values: { readonly people: number; readonly notes: number }) =>
      `Tried by ${values.people === 1 ? '1 person' : `${values.people} people`}, ${values.notes === 1 ? '1 note' : `${values.notes} notes`}. A note is about a person: of somebody with several devices it stands at each.`,
    nobody: 'Nobody of the pilot has tried it with this device yet.',
    noNote: 'No note.',
    elsewhere: (values: { readonly notes: number }) =>
      `${values.notes === 1 ? '1 note is' : `${values.notes} notes are`} about people who have not tried this device.`,
    open: 'To the pilot',
  },
  edit: {
    open: 'Change this step',
    title: 'Change this step',
    lead: 'It is said this way to everybody of your organisation who comes to it, in this language.',
    heading: 'Heading',
    lines: 'What to do',
    linesHint: 'One instruction a line, eight at most.',
    hint: 'What to know beside it',
    picture: 'Picture',
    choosePicture: 'Choose a picture',
    pictureHint: 'PNG, JPEG or WebP, up to 1 MB. It is kept at once.',
    reset: 'Take our words and picture again',
    wasReset: 'The step is ours again.',
    incomplete: 'It needs a heading and one instruction at least.',
    ownText: 'Your words',
    ownPicture: 'Your picture',
  },
}
