import { administratorRoles, knownApps } from '@latchkey/policy'
import type { CentreWords } from '@latchkey/words/centre'
import { useSaidIn } from '../../said.ts'
import type { Conditions, Draft, Grant, Session } from './policy.ts'
import { type Named, useNamesOf, useRoleNames, useRules, useStrengths } from './rules.ts'

/** The parts of a policy, in the order of its sentence. */
export type Part = 'people' | 'targets' | 'places' | 'platforms' | 'clients' | 'grant' | 'session'

/** One part of a policy, in words. */
export interface Phrase {
  readonly part: Part
  /** What stands before it. */
  readonly join: string
  readonly text: string
  /** Whether it says more than nothing. */
  readonly says: boolean
}

type Words = CentreWords['access']

/** What names stand for ids. */
interface Names {
  readonly words: Words
  readonly list: (parts: readonly string[]) => string
  readonly either: (parts: readonly string[]) => string
  readonly groups: ReadonlyMap<string, string>
  readonly apps: ReadonlyMap<string, string>
  readonly roles: readonly Named[]
  readonly places: readonly Named[]
  readonly strengths: readonly Named[]
  readonly terms: readonly Named[]
  readonly contexts: readonly Named[]
}

/** Say a policy as the parts of a sentence. */
export function useSayPolicy(drafts: readonly Draft[]): (draft: Draft) => readonly Phrase[] {
  const { access: words, language } = useSaidIn('rules')
  const rules = useRules()
  const users = drafts.map(({ conditions }) => conditions.users)
  const applications = drafts.map(({ conditions }) => conditions.applications)
  const names: Names = {
    words,
    list: (parts) => new Intl.ListFormat(language).format(parts),
    either: (parts) => new Intl.ListFormat(language, { type: 'disjunction' }).format(parts),
    groups: useNamesOf(
      'groups',
      users.flatMap((each) => [...each.includeGroups, ...each.excludeGroups]),
    ),
    apps: useNamesOf(
      'apps',
      applications
        .flatMap((each) => [...each.includeApplications, ...each.excludeApplications])
        .filter((id) => surfaceOf(id) === undefined && !appWords.has(id)),
    ),
    roles: useRoleNames(),
    places: rules.namedLocations,
    strengths: useStrengths(),
    terms: rules.terms,
    contexts: rules.authenticationContexts,
  }
  return (draft) => sayPolicy(draft, names)
}

const appWords = new Set(['All', 'None', 'Office365'])

/** The name of one of our own pages, by the id that policies know it by. */
export function surfaceOf(id: string): keyof Words['targets']['surfaces'] | undefined {
  if (id === 'MicrosoftAdminPortals') return 'adminCentre'
  const found = Object.entries(knownApps).find(([, known]) => known === id.toLowerCase())?.[0]
  return found === 'graph' ||
    found === 'adminCentre' ||
    found === 'securityInfo' ||
    found === 'deviceRegistration'
    ? found
    : undefined
}

function sayPolicy({ conditions, grantControls, sessionControls }: Draft, names: Names): readonly Phrase[] {
  const { words } = names
  const { join } = words
  const places = sayPlaces(conditions.locations, names)
  const platforms = sayPlatforms(conditions.platforms, names)
  const clients = sayClients(conditions, names)
  const session = saySession(sessionControls, words)
  return [
    { part: 'people', join: join.when, text: sayPeople(conditions.users, names), says: true },
    { part: 'targets', join: join.use, text: sayTargets(conditions.applications, names), says: true },
    { part: 'places', join: join.from, text: places ?? words.places.any, says: places !== undefined },
    {
      part: 'platforms',
      join: join.on,
      text: platforms ?? words.platforms.any,
      says: platforms !== undefined,
    },
    { part: 'clients', join: join.with, text: clients ?? words.clients.any, says: clients !== undefined },
    { part: 'grant', join: join.result, text: sayGrant(grantControls, names), says: grantControls !== null },
    { part: 'session', join: join.and, text: session ?? words.session.usual, says: session !== undefined },
  ]
}

function but(text: string, others: readonly string[], { words, list }: Names): string {
  return others.length === 0 ? text : words.people.but({ what: text, others: list(others) })
}

function sayPeople(users: Conditions['users'], names: Names): string {
  const { words, list } = names
  const { people } = words
  const all = users.includeUsers.includes('All')
  const included = all
    ? [people.all]
    : [
        ...countOf(users.includeUsers, words),
        ...users.includeGroups.map((id) => people.group({ name: names.groups.get(id) ?? id })),
        ...users.includeRoles.map((id) => people.role({ name: roleNameOf(id, names) })),
        ...(users.includeGuestsOrExternalUsers ? [people.guests] : []),
      ]
  const roles = included.length > 0 && isEveryRole(users.includeRoles) && !all
  const said = roles ? sayEveryRole(users, names) : list(included)
  return but(
    said === '' ? people.none : said,
    [
      ...countOf(users.excludeUsers, words),
      ...users.excludeGroups.map((id) => people.group({ name: names.groups.get(id) ?? id })),
      ...users.excludeRoles.map((id) => people.role({ name: roleNameOf(id, names) })),
      ...(users.excludeGuestsOrExternalUsers ? [people.guests] : []),
    ],
    names,
  )
}

/** A template for administrators names every role: nobody wants to read them all. */
function isEveryRole(ids: readonly string[]): boolean {
  return ids.length >= Object.keys(administratorRoles).length
}

function sayEveryRole(users: Conditions['users'], { words, list, groups }: Names): string {
  const { people } = words
  return list([
    people.administrators,
    ...countOf(users.includeUsers, words),
    ...users.includeGroups.map((id) => people.group({ name: groups.get(id) ?? id })),
  ])
}

function countOf(ids: readonly string[], { people }: Words): readonly string[] {
  const meant = ids.filter((id) => id !== 'None' && id !== 'All' && id !== 'GuestsOrExternalUsers')
  const guests = ids.includes('GuestsOrExternalUsers') ? [people.guests] : []
  return meant.length === 0 ? guests : [people.counted({ count: meant.length }), ...guests]
}

function roleNameOf(id: string, { roles }: Names): string {
  return roles.find((role) => role.id.toLowerCase() === id.toLowerCase())?.displayName ?? id
}

function sayTargets(applications: Conditions['applications'], names: Names): string {
  const { words, list } = names
  const { targets } = words
  const { includeApplications, excludeApplications, includeUserActions } = applications
  const contexts = applications.includeAuthenticationContextClassReferences
  if (includeUserActions.length > 0) {
    return list(
      includeUserActions.map((action) =>
        action === 'urn:user:registersecurityinfo' ? targets.action.register : targets.action.device,
      ),
    )
  }
  if (contexts.length > 0) {
    return list(contexts.map((id) => names.contexts.find((each) => each.id === id)?.displayName ?? id))
  }
  const nameOf = (id: string) => {
    const surface = surfaceOf(id)
    return surface === undefined ? (names.apps.get(id) ?? id) : targets.surfaces[surface]
  }
  const named = includeApplications.filter((id) => id !== 'None')
  const said = named.includes('All') ? targets.all : list(named.map(nameOf))
  return but(said === '' ? targets.none : said, excludeApplications.map(nameOf), names)
}

function sayPlaces(locations: Conditions['locations'], names: Names): string | undefined {
  if (locations === null) return undefined
  const { places } = names.words
  const nameOf = (id: string) =>
    id === 'AllTrusted'
      ? places.trusted
      : (names.places.find((place) => place.id.toLowerCase() === id.toLowerCase())?.displayName ?? id)
  const excluded = locations.excludeLocations.map(nameOf)
  if (!locations.includeLocations.includes('All')) {
    return but(names.list(locations.includeLocations.map(nameOf)), excluded, names)
  }
  return excluded.length === 0 ? undefined : places.outside({ places: names.list(excluded) })
}

const systemNames: Readonly<Record<string, string>> = {
  android: 'Android',
  iOS: 'iOS',
  windows: 'Windows',
  windowsPhone: 'Windows Phone',
  macOS: 'macOS',
  linux: 'Linux',
}

/** What a system is called: as its maker calls it. */
export function systemName(platform: string): string | undefined {
  return systemNames[platform]
}

function sayPlatforms(platforms: Conditions['platforms'], names: Names): string | undefined {
  if (platforms === null) return undefined
  const nameOf = (id: string) => systemName(id) ?? names.words.platforms.any
  const { includePlatforms, excludePlatforms } = platforms
  if (includePlatforms.includes('all') && excludePlatforms.length === 0) return undefined
  return but(names.list(includePlatforms.map(nameOf)), excludePlatforms.map(nameOf), names)
}

function sayClients(conditions: Conditions, { words, list }: Names): string | undefined {
  const { clients } = words
  const types = conditions.clientAppTypes.flatMap((type) =>
    type === 'browser' || type === 'mobileAppsAndDesktopClients'
      ? clients[type]
      : type === 'all'
        ? []
        : clients.other,
  )
  const parts = [
    ...new Set(types),
    ...(conditions.authenticationFlows === null ? [] : [clients.flowShort]),
    ...(conditions.devices?.deviceFilter ? [clients.deviceShort] : []),
  ]
  return parts.length === 0 ? undefined : list(parts)
}

function sayGrant(grantControls: Grant | null, { words, list, either, strengths, terms }: Names): string {
  const { grant } = words
  if (grantControls === null) return grant.nothing
  if (grantControls.builtInControls.includes('block')) return grant.block
  const strengthId = grantControls.authenticationStrength?.id
  const asked = [
    ...(strengthId === undefined
      ? []
      : [strengths.find(({ id }) => id === strengthId)?.displayName ?? strengthId]),
    ...grantControls.builtInControls.map((name) =>
      name === 'mfa' || name === 'compliantDevice' || name === 'domainJoinedDevice'
        ? grant[name]
        : grant.other({ name }),
    ),
    ...grantControls.termsOfUse.map((id) =>
      grant.terms({ name: terms.find((each) => each.id === id)?.displayName ?? id }),
    ),
  ]
  if (asked.length === 0) return grant.nothing
  return grant.requires({ what: grantControls.operator === 'AND' ? list(asked) : either(asked) })
}

function saySession(controls: Session | null, { session }: Words): string | undefined {
  const frequency = controls?.signInFrequency
  const browser = controls?.persistentBrowser
  const parts = [
    ...(frequency?.isEnabled ? [sayFrequency(frequency, session)] : []),
    ...(browser?.isEnabled
      ? [browser.mode === 'never' ? session.browserNeverShort : session.browserAlwaysShort]
      : []),
  ]
  return parts.length === 0 ? undefined : parts.join(', ')
}

function sayFrequency(
  { frequencyInterval, type, value }: NonNullable<Session['signInFrequency']>,
  words: Words['session'],
): string {
  if (frequencyInterval === 'everyTime') return words.everyShort
  const count = value ?? 1
  return type === 'days' ? words.daysShort({ count }) : words.hoursShort({ count })
}
