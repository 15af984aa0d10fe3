import { findUsableMethods, getPersonFacts, getRules, type Person } from '@latchkey/identity'
import { administratorRoles, mayUseMethod, methodNames } from '@latchkey/policy'
import { readMethods, type ShownPasskey } from '../../security-info/read-methods.ts'
import type { GraphCall } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject } from '../resource-shape.ts'

/** Everything about one person that whoever helps them has to know: what they have, what counts of it, and what they may have. */
export async function showPerson({ deps, tenant }: GraphCall, person: Person): Promise<GraphObject> {
  const { tenantId, userId } = person
  const { stores } = deps
  const [held, rules, roles, groups, usable] = await Promise.all([
    readMethods(deps, person),
    getRules(stores, deps, tenantId),
    stores.roles.listOfPerson(tenantId, userId),
    stores.groups.listOfPerson(tenantId, userId),
    findUsableMethods(stores, deps, person),
  ])
  const { methods } = rules
  const facts = await getPersonFacts(stores, person, methods)
  const { terms } = methods.pass
  const { password, pass } = held
  return {
    id: userId,
    displayName: person.displayName,
    givenName: person.givenName ?? null,
    surname: person.surname ?? null,
    userPrincipalName: person.userName,
    mail: person.mail ?? null,
    preferredLanguage: person.preferredLanguage ?? null,
    accountEnabled: person.enabled,
    isForEmergencies: person.breakGlass,
    createdDateTime: toGraphTime(person.createdAt),
    defaultMethod: person.defaultMethod ?? null,
    lastMethod: person.lastMethod ?? null,
    roles: roles.map((role) => ({ name: role, roleTemplateId: administratorRoles[role] })),
    groups: groups.map(({ groupId, displayName }) => ({ id: groupId, displayName })),
    passkeys: held.passkeys.map(toPasskey),
    codes: held.totps.map(({ totpId, name, createdAt, lastUsedAt }) => ({
      id: totpId,
      displayName: name,
      createdDateTime: toGraphTime(createdAt),
      lastUsedDateTime: lastUsedAt === undefined ? null : toGraphTime(lastUsedAt),
    })),
    approvers: held.approvers.map(({ deviceId, name, createdAt, lastUsedAt }) => ({
      id: deviceId,
      displayName: name,
      createdDateTime: toGraphTime(createdAt),
      lastUsedDateTime: lastUsedAt === undefined ? null : toGraphTime(lastUsedAt),
    })),
    password: password === undefined ? null : { createdDateTime: toGraphTime(password.changedAt) },
    pass:
      pass === undefined
        ? null
        : {
            id: pass.passId,
            isUsableOnce: pass.once,
            startDateTime: toGraphTime(pass.startsAt),
            endDateTime: toGraphTime(pass.expiresAt),
          },
    canSignIn: usable.passkeys > 0 || usable.password || usable.totp,
    allowedMethods: methodNames.map((method) => {
      const decision = mayUseMethod(methods, facts, method)
      return { method, allowed: decision.allow, because: decision.allow ? null : decision.because }
    }),
    passTerms: {
      defaultLifetimeInMinutes: terms.defaultLifetimeMinutes,
      minimumLifetimeInMinutes: terms.minimumLifetimeMinutes,
      maximumLifetimeInMinutes: terms.maximumLifetimeMinutes,
      isUsableOnce: terms.onceOnly,
    },
    helpDesk: tenant.settings.helpDesk ?? null,
  }
}

function toPasskey(passkey: ShownPasskey): GraphObject {
  const { model, attestation } = passkey
  return {
    id: Buffer.from(passkey.id).toString('base64url'),
    displayName: passkey.name,
    aaGuid: passkey.aaguid,
    model: model.name ?? null,
    modelKind: model.kind,
    icon: model.icon ?? null,
    certification: model.certification ?? null,
    modelStatuses: model.statuses,
    passkeyType: passkey.backupEligible ? 'synced' : 'deviceBound',
    isAttested: attestation.trusted,
    attestationFormat: attestation.format,
    attestationEvidence: attestation.evidence,
    dormantBecause: passkey.dormantBecause ?? null,
    transports: passkey.transports,
    createdDateTime: toGraphTime(passkey.createdAt),
    lastUsedDateTime: passkey.lastUsedAt === undefined ? null : toGraphTime(passkey.lastUsedAt),
    lastUsedFrom: passkey.lastUsedFrom ?? null,
  }
}
