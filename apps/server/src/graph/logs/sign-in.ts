import { type App, findApp, type Person, type SignInRecord } from '@latchkey/identity'
import { describeBrowser, findProblemWords, findSystemName, words } from '@latchkey/words'
import type { GraphCall } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'
import { errorCodeOf } from './error-code.ts'

const properties = [
  'id',
  'createdDateTime',
  'userDisplayName',
  'userPrincipalName',
  'userId',
  'appId',
  'appDisplayName',
  'ipAddress',
  'clientAppUsed',
  'userAgent',
  'correlationId',
  'conditionalAccessStatus',
  'isInteractive',
  'riskDetail',
  'riskLevelAggregated',
  'riskLevelDuringSignIn',
  'riskState',
  'riskEventTypes',
  'riskEventTypes_v2',
  'resourceDisplayName',
  'resourceId',
  'resourceTenantId',
  'homeTenantId',
  'servicePrincipalId',
  'servicePrincipalName',
  'status',
  'deviceDetail',
  'location',
  'appliedConditionalAccessPolicies',
]

const betaProperties = [
  'authenticationDetails',
  'authenticationMethodsUsed',
  'authenticationRequirement',
  'sessionId',
  'signInEventTypes',
  'signInIdentifier',
  'incomingTokenType',
  'userType',
]

/** `microsoft.graph.signIn`. */
export const signInShape: ResourceShape = {
  name: 'signIn',
  properties: [...properties, ...betaProperties],
  filterable: [
    'id',
    'createdDateTime',
    'userDisplayName',
    'userPrincipalName',
    'userId',
    'appId',
    'appDisplayName',
    'ipAddress',
    'clientAppUsed',
    'correlationId',
    'conditionalAccessStatus',
    'isInteractive',
    'status/errorCode',
    'location/countryOrRegion',
    'deviceDetail/browser',
    'deviceDetail/operatingSystem',
    'authenticationRequirement',
    'sessionId',
    'signInEventTypes',
  ],
  orderable: ['createdDateTime'],
}

/** What of the directory a record speaks of. */
interface Named {
  readonly person: Person | undefined
  readonly app: App | undefined
}

/** Write records as Graph does, each person and app looked up once. */
export async function toSignIns(
  call: GraphCall,
  records: readonly SignInRecord[],
): Promise<readonly GraphObject[]> {
  const { deps, tenant } = call
  const { tenantId } = tenant
  const found = await deps.stores.people.listByIds(tenantId, idsIn(records, 'userId'))
  const people = new Map(found.map((person) => [person.userId, person]))
  // Apps are few, however many sign in to them.
  const apps = new Map(
    await Promise.all(
      idsIn(records, 'clientId').map(async (id) => [id, await findApp(deps.stores, tenantId, id)] as const),
    ),
  )
  return records.map((record) =>
    toSignIn(call, record, { person: people.get(record.userId ?? ''), app: apps.get(record.clientId ?? '') }),
  )
}

function idsIn(records: readonly SignInRecord[], field: 'userId' | 'clientId'): readonly string[] {
  return [...new Set(records.flatMap((record) => record[field] ?? []))]
}

function toSignIn(call: GraphCall, record: SignInRecord, { person, app }: Named): GraphObject {
  const { tenantId } = call.tenant
  return {
    id: record.signInId,
    createdDateTime: toGraphTime(record.at),
    userDisplayName: person?.displayName ?? null,
    userPrincipalName: person?.userName ?? record.userName ?? null,
    userId: record.userId ?? null,
    appId: record.clientId ?? null,
    appDisplayName: app?.displayName ?? null,
    ipAddress: record.ipAddress,
    clientAppUsed: 'Browser',
    userAgent: record.userAgent,
    correlationId: record.correlationId,
    conditionalAccessStatus: accessStatusOf(record),
    isInteractive: true,
    // Nobody judges risk here.
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes: [],
    riskEventTypes_v2: [],
    resourceDisplayName: null,
    resourceId: null,
    resourceTenantId: tenantId,
    homeTenantId: tenantId,
    servicePrincipalId: null,
    servicePrincipalName: null,
    status: statusOf(record),
    deviceDetail: {
      deviceId: '',
      displayName: '',
      operatingSystem: findSystemName(record.userAgent) ?? null,
      browser: describeBrowser(record.userAgent, words('en')),
      isCompliant: null,
      isManaged: null,
      trustType: null,
    },
    location: {
      city: null,
      state: null,
      countryOrRegion: call.deps.countryOf(record.ipAddress) ?? null,
      geoCoordinates: { altitude: null, latitude: null, longitude: null },
    },
    appliedConditionalAccessPolicies: maySeePolicies(call) ? toPolicies(record) : null,
    ...(call.version === 'beta' && toBeta(record)),
  }
}

function statusOf({ code, outcome, detail }: SignInRecord): GraphObject {
  const errorCode = errorCodeOf(code)
  const said = code === '' ? undefined : findProblemWords(words('en'), code)
  return {
    errorCode,
    failureReason: errorCode === 0 ? 'Other.' : (said?.title ?? code),
    additionalDetails: outcome === 'success' ? null : (detail ?? code),
  }
}

function accessStatusOf({ decision }: SignInRecord): string {
  const { access } = decision ?? {}
  if (access === undefined) return 'notApplied'
  const applied = access.policies.some(({ result }) => result === 'success' || result === 'failure')
  if (!applied) return 'notApplied'
  return access.outcome === 'allowed' ? 'success' : 'failure'
}

/** Which policies there are is told to those who may read policies. */
function maySeePolicies({ caller }: GraphCall): boolean {
  const held = caller.kind === 'delegated' ? caller.scopes : caller.permissions
  const needed = ['Policy.Read.All', 'Policy.Read.ConditionalAccess', 'Policy.ReadWrite.ConditionalAccess']
  return needed.some((permission) => held.has(permission))
}

function toPolicies({ decision }: SignInRecord): readonly GraphObject[] {
  return (decision?.access?.policies ?? []).map((policy) => ({
    id: policy.policyId,
    displayName: policy.displayName,
    enforcedGrantControls: policy.grantControls,
    enforcedSessionControls: policy.sessionControls,
    result: policy.result,
  }))
}

function toBeta(record: SignInRecord): GraphObject {
  const name = methodNameOf(record)
  return {
    authenticationDetails:
      name === undefined
        ? []
        : [
            {
              authenticationStepDateTime: toGraphTime(record.at),
              authenticationMethod: name,
              authenticationMethodDetail: record.aaguid ?? null,
              succeeded: record.outcome !== 'failure',
              authenticationStepResultDetail: record.code === '' ? null : statusOf(record)['failureReason'],
              authenticationStepRequirement: 'Primary authentication',
            },
          ],
    authenticationMethodsUsed: name === undefined ? [] : [name],
    authenticationRequirement:
      record.strength === undefined || record.strength === 'singleFactor'
        ? 'singleFactorAuthentication'
        : 'multiFactorAuthentication',
    sessionId: record.sessionId ?? null,
    signInEventTypes: ['interactiveUser'],
    signInIdentifier: record.userName ?? null,
    incomingTokenType: 'none',
    userType: 'member',
  }
}

/** The names that Graph's log has for methods. */
function methodNameOf({ method, backupEligible }: SignInRecord): string | undefined {
  if (method === 'passkey') return backupEligible === true ? 'Passkey (synced)' : 'Passkey (device-bound)'
  if (method === 'password') return 'Password'
  if (method === 'totp') return 'Software OATH token'
  return method === 'temporaryAccessPass' ? 'Temporary Access Pass' : method
}
