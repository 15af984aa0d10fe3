import {
  describeModel,
  findManager,
  findSafeAddress,
  getRules,
  listPasskeysWithState,
  type PassRequest,
  type Person,
  type SignInRecord,
} from '@latchkey/identity'
import type { GraphCall } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { toPassMethod } from '../methods/authentication-method.ts'
import type { GraphObject } from '../resource-shape.ts'
import { toPassRequests } from './pass-request.ts'

/** How many of the latest sign-ins and requests are shown beside a request. */
const recently = 8

/**
 * What whoever decides about a request should see of its person: enough to ask questions that only the person can answer,
 * and to see whether the request fits what they usually do.
 */
export async function readContext(
  call: GraphCall,
  request: PassRequest,
  person: Person,
): Promise<GraphObject> {
  const { deps, tenant } = call
  const { stores } = deps
  const { tenantId, userId } = person
  const [signIns, passkeys, password, totps, pass, manager, address, roles, earlier, rules] =
    await Promise.all([
      stores.signIns.list(tenantId, { limit: recently, userId }),
      listPasskeysWithState(stores, deps, person),
      stores.passwords.find(tenantId, userId),
      stores.totps.listOfPerson(tenantId, userId),
      stores.passes.find(tenantId, userId),
      findManager(stores, person),
      findSafeAddress(stores, deps, tenant, userId),
      stores.roles.listOfPerson(tenantId, userId),
      stores.passRequests.listOfPerson(tenantId, userId, recently + 1),
      getRules(stores, deps, tenantId),
    ])
  const models = await readModels(
    call,
    passkeys.map(({ passkey }) => passkey.aaguid),
  )
  const { passRequests } = tenant.settings
  const others = earlier.filter(({ requestId }) => requestId !== request.requestId).slice(0, recently)
  return {
    mail: person.mail ?? null,
    memberSince: toGraphTime(person.createdAt),
    roles: [...roles],
    manager: manager === undefined ? null : { id: manager.userId, displayName: manager.displayName },
    // Whoever approves sees where it goes before it goes there, and no more of the address than that takes.
    mailTo: address === undefined ? null : veil(address),
    methods: [
      ...passkeys.map(({ passkey, dormantBecause }) => ({
        kind: 'passkey',
        name: passkey.name,
        model: models.get(passkey.aaguid) ?? null,
        synced: passkey.backupEligible,
        dormant: dormantBecause !== undefined,
        lastUsedDateTime: passkey.lastUsedAt === undefined ? null : toGraphTime(passkey.lastUsedAt),
      })),
      ...(password === undefined ? [] : [{ kind: 'password' }]),
      ...totps.map(({ name, lastUsedAt }) => ({
        kind: 'totp',
        name,
        lastUsedDateTime: lastUsedAt === undefined ? null : toGraphTime(lastUsedAt),
      })),
    ],
    pass: pass === undefined ? null : toPassMethod(pass, deps.now()),
    signIns: signIns.map(toShortSignIn),
    earlierRequests: await toPassRequests(call, others),
    approval: passRequests.approval === 'manager' && manager === undefined ? 'two' : passRequests.approval,
    delayInMinutes: passRequests.delayMinutes,
    passTerms: { ...rules.methods.pass.terms },
  }
}

async function readModels(
  { deps }: GraphCall,
  aaguids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const models = await Promise.all(
    [...new Set(aaguids)].map((aaguid) => describeModel(deps.stores, aaguid, deps.now())),
  )
  return new Map(models.flatMap(({ aaguid, name }) => (name === undefined ? [] : [[aaguid, name]])))
}

function toShortSignIn({
  signInId,
  at,
  outcome,
  code,
  method,
  ipAddress,
  userAgent,
}: SignInRecord): GraphObject {
  return {
    id: signInId,
    createdDateTime: toGraphTime(at),
    outcome,
    code: code === '' ? null : code,
    method: method ?? null,
    ipAddress,
    userAgent,
  }
}

/** `a…@home.example` */
function veil(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}…${address.slice(at)}`
}
