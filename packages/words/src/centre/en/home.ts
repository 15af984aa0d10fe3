/** The first page of the admin centre. */
export const home = {
  title: 'Home',
  counted: ({ time }: { readonly time: string }) => `Counted ${time}.`,
  attention: {
    title: 'What needs attention',
    nothing: 'Nothing needs your attention',
    nothingLead: 'Key models are in good standing, nothing is about to end, and nobody is waiting.',
    look: 'Look',
    now: 'Now',
    soon: 'Soon',
    badModel: ({ name }: { readonly name: string }) => `Something is wrong with ${name}`,
    badModelAbout: ({ count, statuses }: { readonly count: number; readonly statuses: string }) =>
      `${count === 1 ? '1 person has' : `${count} people have`} a passkey of this model. The metadata says: ${statuses}.`,
    onlyPhishable: ({ count }: { readonly count: number }) =>
      count === 1
        ? '1 person has nothing that resists phishing'
        : `${count} people have nothing that resists phishing`,
    onlyPhishableAbout: 'They have a password or codes, and no passkey yet.',
    passesInUse: ({ count }: { readonly count: number }) =>
      count === 1 ? '1 Temporary Access Pass works' : `${count} Temporary Access Passes work`,
    passesAbout: ({ time }: { readonly time: string }) => `The next one ends ${time}.`,
    requestsWaiting: ({ count }: { readonly count: number }) =>
      count === 1 ? '1 request for a pass is waiting' : `${count} requests for a pass are waiting`,
    requestsAbout: ({ time }: { readonly time: string }) => `The oldest came ${time}.`,
    wouldFail: ({ name }: { readonly name: string }) => `“${name}” would stop sign-ins if it were on`,
    wouldFailAbout: ({ signIns, people }: { readonly signIns: number; readonly people: number }) =>
      `In the last 7 days: ${signIns === 1 ? '1 sign-in' : `${signIns} sign-ins`} of ${people === 1 ? '1 person' : `${people} people`}. The rule is only watched.`,
    ends: {
      trustRoot: ({ name }: { readonly name: string }) => `The trusted certificate “${name}” ends`,
      deviceCa: 'The certificate that Latchkey Authenticator rests on ends',
      serverCertificate: 'The certificate of this server ends',
      metadata: 'New metadata about key models has not come',
    },
    endsAt: ({ time }: { readonly time: string }) => `Ends ${time}.`,
    ended: ({ time }: { readonly time: string }) => `Since ${time}.`,
    streamFailing: ({ name }: { readonly name: string }) => `The log stream “${name}” does not get through`,
    streamAbout: ({ time }: { readonly time: string }) =>
      `Since ${time}. Nothing is lost: it is sent once the receiver is back.`,
    newerSystems: ({ systems }: { readonly systems: string }) =>
      `The setup guide was not reviewed for ${systems}`,
    newerSystemsAbout: ({ count }: { readonly count: number }) =>
      `${count === 1 ? '1 visit' : `${count} visits`} from there so far. Try the steps, and change what reads differently.`,
    noEmergencyAccount: 'There is no account for emergencies',
    noEmergencyAbout:
      'If a rule goes wrong, nobody could get in to mend it. Keep one or two, each with a passkey.',
  },
  numbers: {
    title: 'How it goes',
    lead: 'The last 30 days.',
    people: 'People',
    share: 'Sign-ins with a passkey',
    ofSignIns: ({ count }: { readonly count: number }) => `of ${count} sign-ins`,
    failures: 'Failed sign-ins',
    today: ({ count }: { readonly count: number }) => `${count} today`,
    signIns: 'Sign-ins',
    passkeySignIns: 'With a passkey',
    otherSignIns: 'Another way',
    peopleWithPasskey: 'People with a passkey',
    everybody: 'Everybody',
  },
  chart: {
    table: 'Show as a table',
    picture: 'Show as a picture',
    day: 'Day',
  },
}
