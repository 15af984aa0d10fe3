import type { MethodsOfPerson, Preferred, UnfinishedOfPerson } from '@latchkey/api'
import {
  describeModel,
  findPreferredOrder,
  findUsableMethods,
  type Person,
  type PersonMethods,
  type Tenant,
  type UnfinishedRegistration,
} from '@latchkey/identity'
import { canReach, mayRemoveMethod } from '@latchkey/policy'
import { findBrowserName, findSystemName } from '@latchkey/words'
import type { ServerDeps } from '../server-deps.ts'
import { listProviders } from './list-providers.ts'
import { type Methods, readMethods } from './read-methods.ts'
import { toModel, toPasskeyOfPerson } from './to-passkey-of-person.ts'

/** Read the ways a person has to sign in, for that person. */
export async function readMethodsOfPerson(
  deps: ServerDeps,
  { person, tenant }: { readonly person: Person; readonly tenant: Tenant },
): Promise<MethodsOfPerson> {
  const { tenantId, userId } = person
  const [methods, usable, order, unfinished, providers] = await Promise.all([
    readMethods(deps, person),
    findUsableMethods(deps.stores, deps, person),
    findPreferredOrder(deps.stores, deps, { tenant, person }),
    deps.stores.unfinished.listOfPerson(tenantId, userId, deps.now()),
    listProviders(deps, tenant),
  ])
  const { leastStrength } = tenant.settings
  const isLast = (after: PersonMethods) => !mayRemoveMethod(usable, after, leastStrength).allow
  const awake = methods.passkeys.filter(({ dormantBecause }) => dormantBecause === undefined)
  return {
    passkeys: methods.passkeys.map((passkey) =>
      toPasskeyOfPerson(deps, passkey, {
        providers,
        last: awake.includes(passkey) && isLast({ ...usable, passkeys: usable.passkeys - 1 }),
      }),
    ),
    codes: methods.totps.map(({ totpId, name, createdAt, lastUsedAt }) => ({
      id: totpId,
      name,
      addedAt: createdAt.toISOString(),
      ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
      last: isLast({ ...usable, totp: usable.totp && methods.totps.length > 1 }),
    })),
    approvers: methods.approvers.map(({ deviceId, name, createdAt, lastUsedAt }) => ({
      id: deviceId,
      name,
      addedAt: createdAt.toISOString(),
      ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
      last: isLast({ ...usable, push: usable.push === true && methods.approvers.length > 1 }),
    })),
    browsers: methods.browsers.map(({ browserId, userAgent, createdAt, lastUsedAt }) => ({
      id: browserId,
      browser: findBrowserName(userAgent),
      system: findSystemName(userAgent),
      addedAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    })),
    ...(methods.password && { password: { changedAt: methods.password.changedAt.toISOString() } }),
    ...(methods.pass && {
      pass: {
        startsAt: methods.pass.startsAt.toISOString(),
        expiresAt: methods.pass.expiresAt.toISOString(),
        once: methods.pass.once,
      },
    }),
    unfinished: await Promise.all(unfinished.map((each) => toUnfinished(deps, each))),
    requirement: {
      strength: leastStrength,
      satisfied: canReach(usable, leastStrength),
      passkeys: awake.length,
      syncedPasskey: awake.some(({ backupState }) => backupState),
    },
    preferred: toPreferred(person, methods, order !== undefined),
  }
}

async function toUnfinished(
  { stores, now }: ServerDeps,
  { kind, code, at, aaguid }: UnfinishedRegistration,
): Promise<UnfinishedOfPerson> {
  return {
    kind,
    code,
    at: at.toISOString(),
    ...(aaguid !== undefined && { model: toModel(await describeModel(stores, aaguid, now())) }),
  }
}

function toPreferred({ defaultMethod }: Person, methods: Methods, bySystem: boolean): Preferred {
  const isChosen = defaultMethod === 'passkey' || defaultMethod === 'password' || defaultMethod === 'push'
  const chosen = isChosen ? defaultMethod : undefined
  return {
    ...(chosen && { chosen }),
    offered: [
      ...(methods.passkeys.length > 0 ? (['passkey'] as const) : []),
      ...(methods.approvers.length > 0 ? (['push'] as const) : []),
      ...(methods.password === undefined ? [] : (['password'] as const)),
    ],
    bySystem,
  }
}
