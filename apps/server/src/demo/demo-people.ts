/** Everybody at Juniper Works, an organisation that does not exist. */
export const demoOrganisation = { displayName: 'Juniper Works', domain: 'juniper.example' }

export const demoGroups = ['Engineering', 'Finance', 'Field team'] as const

/** What each person is there to show. */
export type DemoPart = 'administrator' | 'newcomer' | 'passwordAndCode' | 'colleague'

export interface DemoPerson {
  readonly name: string
  readonly displayName: string
  readonly group: (typeof demoGroups)[number]
  readonly part: DemoPart
}

const person = (
  displayName: string,
  group: DemoPerson['group'],
  part: DemoPart = 'colleague',
): DemoPerson => ({ name: displayName.split(' ')[0]?.toLowerCase() ?? '', displayName, group, part })

export const demoPeople: readonly DemoPerson[] = [
  person('Ada Winter', 'Engineering', 'administrator'),
  person('Noor Haddad', 'Engineering', 'newcomer'),
  person('Tomas Lindqvist', 'Field team', 'newcomer'),
  person('Grace Oduya', 'Finance', 'passwordAndCode'),
  person('Emil Novak', 'Engineering'),
  person('Hana Sato', 'Engineering'),
  person('Marco Rinaldi', 'Finance'),
  person('Ines Duarte', 'Finance'),
  person('Owen Pryce', 'Finance'),
  person('Leila Farahani', 'Field team'),
  person('Kofi Mensah', 'Field team'),
  person('Saoirse Byrne', 'Field team'),
]

/** The two sample apps; their ports follow the server's. */
export const demoApps = [
  {
    name: 'Expenses',
    purpose: 'Hand in what you spent, and get it back.',
    colour: '#1f5f8b',
    portOffset: 1,
    asksConsent: false,
  },
  {
    name: 'Timesheets',
    purpose: 'Say where your week went.',
    colour: '#7a3e8f',
    portOffset: 2,
    asksConsent: true,
  },
] as const

export type DemoApp = (typeof demoApps)[number]
