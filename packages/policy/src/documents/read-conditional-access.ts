import { guestKinds } from '../conditional-access/compile-access.ts'
import { readDeviceFilter } from '../conditional-access/device-filter.ts'
import { toAppId, userActions } from '../conditional-access/known-apps.ts'
import { checkAccessPolicy } from './check-access-policy.ts'
import type {
  AccessApplicationsDocument,
  AccessConditionsDocument,
  AccessGrantDocument,
  AccessSessionDocument,
  AccessUsersDocument,
  ConditionalAccessDocument,
  GuestsDocument,
} from './conditional-access-document.ts'
import {
  asRecord,
  boolean,
  enumeration,
  filledText,
  flags,
  guid,
  integer,
  joinPath,
  list,
  nullable,
  object,
  optional,
  type Read,
  type Shape,
  text,
} from './document-reader.ts'
import { DocumentRefusal } from './document-refusal.ts'
import { mergeJson } from './merge-json.ts'

/** What the server gives a document and nobody else does: a body's own values for these are passed over. */
export interface DocumentStamp {
  /** A GUID. */
  readonly id: string
  /** ISO 8601. */
  readonly createdDateTime: string
  readonly modifiedDateTime: string | null
}

/**
 * Read a Conditional Access policy and complete it: every property that is missing gets the value that its absence
 * means.
 *
 * A policy never means less than it says. What cannot be evaluated here is kept where that makes the policy stricter (a
 * control without a signal is never satisfied, and what-if says so), kept while the policy is not enabled where it would
 * make it weaker, and refused by name where nothing of the kind exists here.
 *
 * @throws DocumentRefusal
 */
export function readConditionalAccess(body: unknown, stamp: DocumentStamp): ConditionalAccessDocument {
  const { id: _id, createdDateTime: _created, modifiedDateTime: _modified, ...given } = asRecord(body, '')
  const read = readPolicy(given, '')
  const document = { ...stamp, ...read, id: stamp.id.toLowerCase() }
  checkAccessPolicy(document)
  return document
}

/**
 * Lay a change over a policy: objects property by property, lists and `null` as a whole.
 *
 * @throws DocumentRefusal
 */
export function changeConditionalAccess(
  before: ConditionalAccessDocument,
  change: unknown,
  modifiedDateTime: string,
): ConditionalAccessDocument {
  const { id, createdDateTime } = before
  asRecord(change, '')
  return readConditionalAccess(mergeJson(before, change), { id, createdDateTime, modifiedDateTime })
}

const riskLevels = ['low', 'medium', 'high', 'hidden', 'none'] as const
const platforms = ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux', 'all'] as const

/** A property that may be missing or `null`. */
function orNull<T>(read: Read<T>): Read<T | null> {
  return optional(nullable(read), null)
}

/** A list that may be missing or `null`: then it is empty. */
function orEmpty<T>(read: Read<T>): Read<readonly T[]> {
  const each = list(read)
  return (value, path) => (value === undefined || value === null ? [] : each(value, path))
}

/** A GUID, or one of some words. */
function guidOr(words: readonly string[]): Read<string> {
  return (value, path) => {
    const word = words.find((each) => each === value)
    return word ?? guid(value, path)
  }
}

/**
 * An object some of whose properties exist elsewhere and not here. Empty they mean nothing, and are left away; with
 * something in them they are refused by name.
 */
function objectWithout<T extends object>(absent: readonly string[], shape: Shape<T>): Read<T> {
  const read = object(shape)
  return (value, path) => {
    const given = asRecord(value, path)
    for (const key of absent) {
      if (!isNothing(given[key])) throw new DocumentRefusal(joinPath(path, key), 'is not available here')
    }
    return read(Object.fromEntries(Object.entries(given).filter(([key]) => !absent.includes(key))), path)
  }
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'object' && Object.values(value).every(isNothing)
}

/** A property that exists elsewhere and not here: nothing may be in it. */
const nothing: Read<null> = (value, path) => {
  if (isNothing(value)) return null
  throw new DocumentRefusal(path, 'is not available here')
}

const guests: Read<GuestsDocument | null> = orNull(
  object<GuestsDocument>({
    guestOrExternalUserTypes: flags(['none', ...guestKinds]),
    externalTenants: orNull((value, path) => {
      const given = asRecord(value, path)
      return { ...given, membershipKind: enumeration(['all', 'enumerated'])(given['membershipKind'], path) }
    }),
  }),
)

const users = object<AccessUsersDocument>({
  includeUsers: orEmpty(guidOr(['All', 'None', 'GuestsOrExternalUsers'])),
  excludeUsers: orEmpty(guidOr(['GuestsOrExternalUsers'])),
  includeGroups: orEmpty(guid),
  excludeGroups: orEmpty(guid),
  includeRoles: orEmpty(guid),
  excludeRoles: orEmpty(guid),
  includeGuestsOrExternalUsers: guests,
  excludeGuestsOrExternalUsers: guests,
})

const appGroupNames = ['Office365', 'MicrosoftAdminPortals']

/** An application's id, or one of some words. A word in another spelling is no id: it would mean nothing, silently. */
function appOr(words: readonly string[]): Read<string> {
  return (value, path) => {
    if (typeof value !== 'string' || words.includes(value)) return guidOr(words)(value, path)
    const isId = /^[A-Za-z0-9._~-]{1,100}$/.test(value)
    const isWord = ['All', 'None', ...appGroupNames].some(
      (word) => word.toLowerCase() === value.toLowerCase(),
    )
    if (!isId || isWord) throw new DocumentRefusal(path, `must be an application's id or ${words.join(', ')}`)
    return toAppId(value)
  }
}

const applications = objectWithout<AccessApplicationsDocument>(['networkAccess', 'globalSecureAccess'], {
  includeApplications: orEmpty(appOr(['All', 'None', ...appGroupNames])),
  excludeApplications: orEmpty(appOr(appGroupNames)),
  includeUserActions: orEmpty(enumeration(userActions)),
  includeAuthenticationContextClassReferences: orEmpty((value, path) => {
    if (typeof value === 'string' && /^c[1-9]\d?$/.test(value)) return value
    throw new DocumentRefusal(path, 'must be c1 to c99')
  }),
  applicationFilter: nothing,
})

const deviceRule: Read<string> = (value, path) => {
  const rule = text(3072)(value, path)
  try {
    readDeviceFilter(rule)
    return rule
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new DocumentRefusal(path, cause.message)
    throw cause
  }
}

const conditions = objectWithout<AccessConditionsDocument>(
  ['clients', 'times', 'deviceStates', 'agentIdRiskLevels'],
  {
    users,
    applications,
    clientAppTypes: list(
      enumeration([
        'all',
        'browser',
        'mobileAppsAndDesktopClients',
        'exchangeActiveSync',
        'easSupported',
        'other',
      ]),
    ),
    platforms: orNull(
      object({
        includePlatforms: list(enumeration(platforms)),
        excludePlatforms: orEmpty(enumeration(platforms)),
      }),
    ),
    locations: orNull(
      object({
        includeLocations: list(guidOr(['All', 'AllTrusted'])),
        excludeLocations: orEmpty(guidOr(['AllTrusted'])),
      }),
    ),
    devices: orNull(
      objectWithout(['includeDevices', 'excludeDevices', 'includeDeviceStates', 'excludeDeviceStates'], {
        deviceFilter: orNull(object({ mode: enumeration(['include', 'exclude']), rule: deviceRule })),
      }),
    ),
    authenticationFlows: orNull(
      object({ transferMethods: flags(['none', 'deviceCodeFlow', 'authenticationTransfer']) }),
    ),
    signInRiskLevels: orEmpty(enumeration(riskLevels)),
    userRiskLevels: orEmpty(enumeration(riskLevels)),
    insiderRiskLevels: orNull(flags(['minor', 'moderate', 'elevated'])),
    servicePrincipalRiskLevels: orEmpty(enumeration(riskLevels)),
    clientApplications: nothing,
  },
)

const grantControls = object<AccessGrantDocument>({
  operator: enumeration(['AND', 'OR']),
  builtInControls: orEmpty(
    enumeration([
      'block',
      'mfa',
      'compliantDevice',
      'domainJoinedDevice',
      'approvedApplication',
      'compliantApplication',
      'passwordChange',
      'riskRemediation',
    ]),
  ),
  customAuthenticationFactors: orEmpty(filledText()),
  termsOfUse: orEmpty(guid),
  // Read it is the whole strength, written it is its id: the id is what counts.
  authenticationStrength: orNull((value, path) => ({
    id: guid(asRecord(value, path)['id'], joinPath(path, 'id')),
  })),
})

const sessionControls = objectWithout<AccessSessionDocument>(
  ['continuousAccessEvaluation', 'globalSecureAccessFilteringProfile', 'networkAccessSecurity'],
  {
    signInFrequency: orNull(
      object({
        isEnabled: boolean,
        type: orNull(enumeration(['days', 'hours'])),
        value: orNull(integer(1, 8760)),
        authenticationType: optional(
          enumeration(['primaryAndSecondaryAuthentication', 'secondaryAuthentication']),
          'primaryAndSecondaryAuthentication',
        ),
        frequencyInterval: optional(enumeration(['timeBased', 'everyTime']), 'timeBased'),
      }),
    ),
    persistentBrowser: orNull(object({ isEnabled: boolean, mode: enumeration(['always', 'never']) })),
    cloudAppSecurity: orNull(
      object({
        isEnabled: boolean,
        cloudAppSecurityType: enumeration(['mcasConfigured', 'monitorOnly', 'blockDownloads']),
      }),
    ),
    applicationEnforcedRestrictions: orNull(object({ isEnabled: boolean })),
    secureSignInSession: orNull(object({ isEnabled: boolean })),
    disableResilienceDefaults: orNull(boolean),
  },
)

const readPolicy = objectWithout<Omit<ConditionalAccessDocument, keyof DocumentStamp>>(
  ['deletedDateTime', 'partialEnablementStrategy'],
  {
    displayName: filledText(256),
    description: orNull(text(1024)),
    state: enumeration(['enabled', 'disabled', 'enabledForReportingButNotEnforced']),
    templateId: orNull(guid),
    conditions,
    grantControls: orNull(grantControls),
    sessionControls: orNull(sessionControls),
  },
)
