import {
  type CredentialRecord,
  issuePass,
  type NamedApprover,
  newSecret,
  type Person,
  removeApprover,
  removeApproverOf,
  removePasskey,
  removeTotp,
  renamePasskey,
  type TemporaryAccessPass,
  type TotpRecord,
} from '@latchkey/identity'
import {
  removePass,
  removePasskeyOf,
  removeTotpOf,
  renamePasskeyOf,
  setPassword,
} from '@latchkey/identity/administer'
import { z } from 'zod'
import { collection, created, entity, noContent } from '../graph-answer.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../graph-route.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { graphBoolean, graphDate, readGraphBody } from '../read-graph-body.ts'
import type { GraphObject } from '../resource-shape.ts'
import {
  passwordMethodId,
  toAuthenticatorMethod,
  toFido2Method,
  toPassMethod,
  toPasswordMethod,
  toSoftwareOathMethod,
} from './authentication-method.ts'
import { changeOf, contextOfMethods, type MethodRoute, ownSession, routesOfMethod } from './method-route.ts'

const readAll = ['UserAuthenticationMethod.Read.All', 'UserAuthenticationMethod.ReadWrite.All']
const writeAll = ['UserAuthenticationMethod.ReadWrite.All']
const readOwn = ['UserAuthenticationMethod.Read', 'UserAuthenticationMethod.ReadWrite']
const writeOwn = ['UserAuthenticationMethod.ReadWrite']

/** The permissions of one kind of method: those of its own beside those of all. */
function permissionsOf(kind: string) {
  const name = `UserAuthMethod-${kind}`
  return {
    read: {
      others: [`${name}.Read.All`, `${name}.ReadWrite.All`, ...readAll],
      own: [`${name}.Read`, `${name}.ReadWrite`, ...readOwn],
    },
    write: { others: [`${name}.ReadWrite.All`, ...writeAll], own: [`${name}.ReadWrite`, ...writeOwn] },
  }
}

const passkey = permissionsOf('Passkey')
const pass = permissionsOf('TAP')
const password = permissionsOf('Password')
const oath = permissionsOf('SoftwareOATH')
const authenticatorApp = permissionsOf('MicrosoftAuthApp')

const NewPass = z.strictObject({
  startDateTime: graphDate.nullable().optional(),
  lifetimeInMinutes: z.int().min(1).max(100_000).nullable().optional(),
  isUsableOnce: graphBoolean.nullable().optional(),
})
const Rename = z.strictObject({ displayName: z.string().max(1000) })
const Reset = z.strictObject({ newPassword: z.string().max(2000).nullable().optional() })

const read = 'read methods'

const routes: readonly MethodRoute[] = [
  { method: 'GET', path: 'methods', others: readAll, own: readOwn, act: read, handle: listMethods },
  { method: 'GET', path: 'methods/{method}', others: readAll, own: readOwn, act: read, handle: showMethod },

  { method: 'GET', path: 'fido2Methods', ...passkey.read, act: read, handle: listPasskeys },
  {
    method: 'GET',
    path: 'fido2Methods/{method}',
    ...passkey.read,
    act: read,
    async handle(call, person) {
      const found = await toFido2Method(call, await getPasskey(call, person))
      return entity(call, contextOfMethods(person, 'fido2Methods/$entity'), found)
    },
  },
  {
    method: 'PATCH',
    path: 'fido2Methods/{method}',
    ...passkey.write,
    act: 'remove a method',
    handle: rename,
  },
  {
    method: 'DELETE',
    path: 'fido2Methods/{method}',
    ...passkey.write,
    act: 'remove a method',
    async handle(call, person) {
      const { id: credentialId } = await getPasskey(call, person)
      const session = ownSession(call, person)
      if (session) await removePasskey(call.deps, { session, credentialId, visitor: call.visitor })
      else await removePasskeyOf(call.deps, { ...changeOf(call, person), credentialId })
      return noContent
    },
  },

  { method: 'GET', path: 'temporaryAccessPassMethods', ...pass.read, act: read, handle: listPasses },
  {
    method: 'GET',
    path: 'temporaryAccessPassMethods/{method}',
    ...pass.read,
    act: read,
    async handle(call, person) {
      const found = toPassMethod(await getPass(call, person), call.deps.now())
      return entity(call, contextOfMethods(person, 'temporaryAccessPassMethods/$entity'), found)
    },
  },
  // Nobody issues one for themselves: there is no `own`.
  {
    method: 'POST',
    path: 'temporaryAccessPassMethods',
    others: pass.write.others,
    act: 'issue a pass',
    handle: newPass,
  },
  {
    method: 'DELETE',
    path: 'temporaryAccessPassMethods/{method}',
    ...pass.write,
    act: 'remove a pass',
    async handle(call, person) {
      await getPass(call, person)
      await removePass(call.deps, changeOf(call, person))
      return noContent
    },
  },

  { method: 'GET', path: 'passwordMethods', ...password.read, act: read, handle: listPasswords },
  {
    method: 'GET',
    path: 'passwordMethods/{method}',
    ...password.read,
    act: read,
    async handle(call, person) {
      const found = await findPasswords(call, person)
      const wanted = found.find(({ id }) => id === keyOf(call, 'method').toLowerCase())
      if (wanted === undefined) throw resourceMissing(keyOf(call, 'method'))
      return entity(call, contextOfMethods(person, 'passwordMethods/$entity'), wanted)
    },
  },
  {
    method: 'POST',
    path: 'methods/{method}/resetPassword',
    others: password.write.others,
    act: 'set a password',
    handle: resetPassword,
  },

  {
    method: 'GET',
    path: 'microsoftAuthenticatorMethods',
    ...authenticatorApp.read,
    act: read,
    handle: listApprovers,
  },
  {
    method: 'GET',
    path: 'microsoftAuthenticatorMethods/{method}',
    ...authenticatorApp.read,
    act: read,
    async handle(call, person) {
      const found = toAuthenticatorMethod(await getApprover(call, person), call.version)
      return entity(call, contextOfMethods(person, 'microsoftAuthenticatorMethods/$entity'), found)
    },
  },
  {
    method: 'DELETE',
    path: 'microsoftAuthenticatorMethods/{method}',
    ...authenticatorApp.write,
    act: 'remove a method',
    async handle(call, person) {
      const { deviceId } = await getApprover(call, person)
      const session = ownSession(call, person)
      if (session) await removeApprover(call.deps, { session, deviceId, visitor: call.visitor })
      else await removeApproverOf(call.deps, { ...changeOf(call, person), deviceId })
      return noContent
    },
  },

  { method: 'GET', path: 'softwareOathMethods', ...oath.read, act: read, handle: listCodes },
  {
    method: 'GET',
    path: 'softwareOathMethods/{method}',
    ...oath.read,
    act: read,
    async handle(call, person) {
      const found = toSoftwareOathMethod(await getCode(call, person), call.version)
      return entity(call, contextOfMethods(person, 'softwareOathMethods/$entity'), found)
    },
  },
  {
    method: 'DELETE',
    path: 'softwareOathMethods/{method}',
    ...oath.write,
    act: 'remove a method',
    async handle(call, person) {
      const { totpId } = await getCode(call, person)
      const session = ownSession(call, person)
      if (session) await removeTotp(call.deps, { session, totpId, visitor: call.visitor })
      else await removeTotpOf(call.deps, { ...changeOf(call, person), totpId })
      return noContent
    },
  },
]

/** The ways to sign in that people have: `/users/{id}/authentication` and `/me/authentication`. */
export const methodRoutes: readonly GraphRoute[] = routes.flatMap(routesOfMethod)

async function listMethods(call: GraphCall, person: Person): Promise<GraphAnswer> {
  return collection(call, contextOfMethods(person, 'methods'), await readAllMethods(call, person))
}

async function showMethod(call: GraphCall, person: Person): Promise<GraphAnswer> {
  const key = keyOf(call, 'method')
  const found = (await readAllMethods(call, person)).find(({ id }) => id === key || id === key.toLowerCase())
  if (found === undefined) throw resourceMissing(key)
  return entity(call, contextOfMethods(person, 'methods/$entity'), found)
}

/** All of them, each saying what it is. */
async function readAllMethods(call: GraphCall, person: Person): Promise<readonly GraphObject[]> {
  const { tenantId, userId } = person
  const { stores } = call.deps
  const [passwords, passkeys, found, totps, approvers] = await Promise.all([
    findPasswords(call, person),
    stores.credentials.listOfPerson(tenantId, userId),
    stores.passes.find(tenantId, userId),
    stores.totps.listOfPerson(tenantId, userId),
    stores.approvers.listOfPerson(tenantId, userId),
  ])
  const shown = await Promise.all(passkeys.map((each) => toFido2Method(call, each)))
  const passes = found === undefined ? [] : [toPassMethod(found, call.deps.now())]
  return [
    ...passwords.map((each) => ({ '@odata.type': '#microsoft.graph.passwordAuthenticationMethod', ...each })),
    ...shown.map((each) => ({ '@odata.type': '#microsoft.graph.fido2AuthenticationMethod', ...each })),
    ...passes.map((each) => ({
      '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethod',
      ...each,
    })),
    ...totps.map((each) => ({
      '@odata.type': '#microsoft.graph.softwareOathAuthenticationMethod',
      ...toSoftwareOathMethod(each, call.version),
    })),
    ...approvers.map((each) => ({
      '@odata.type': '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod',
      ...toAuthenticatorMethod(each, call.version),
    })),
  ]
}

async function listPasskeys(call: GraphCall, person: Person): Promise<GraphAnswer> {
  const held = await call.deps.stores.credentials.listOfPerson(person.tenantId, person.userId)
  const value = await Promise.all(held.map((each) => toFido2Method(call, each)))
  return collection(call, contextOfMethods(person, 'fido2Methods'), value)
}

async function rename(call: GraphCall, person: Person): Promise<GraphAnswer> {
  const { displayName: name } = readGraphBody(Rename, call.body)
  const { id: credentialId } = await getPasskey(call, person)
  const session = ownSession(call, person)
  if (session) await renamePasskey(call.deps, { session, credentialId, name, visitor: call.visitor })
  else await renamePasskeyOf(call.deps, { ...changeOf(call, person), credentialId, name })
  return noContent
}

async function getPasskey(call: GraphCall, { tenantId, userId }: Person): Promise<CredentialRecord> {
  const key = keyOf(call, 'method')
  const held = await call.deps.stores.credentials.listOfPerson(tenantId, userId)
  // Scripts pad the id, or not.
  const wanted = Buffer.from(key, 'base64url')
  const found = held.find(({ id }) => wanted.equals(id))
  if (found === undefined) throw resourceMissing(key)
  return found
}

async function listPasses(call: GraphCall, person: Person): Promise<GraphAnswer> {
  const found = await call.deps.stores.passes.find(person.tenantId, person.userId)
  const value = found === undefined ? [] : [toPassMethod(found, call.deps.now())]
  return collection(call, contextOfMethods(person, 'temporaryAccessPassMethods'), value)
}

async function newPass(call: GraphCall, person: Person): Promise<GraphAnswer> {
  const asked = readGraphBody(NewPass, call.body ?? {})
  const { pass: secret, record } = await issuePass(call.deps, {
    ...changeOf(call, person),
    ...ifGiven('startsAt', asked.startDateTime),
    ...ifGiven('lifetimeMinutes', asked.lifetimeInMinutes),
    ...ifGiven('once', asked.isUsableOnce),
  })
  const made = toPassMethod(record, call.deps.now(), secret)
  const path = `/users/${person.userId}/authentication/temporaryAccessPassMethods`
  return created(
    call,
    contextOfMethods(person, 'temporaryAccessPassMethods/$entity'),
    made,
    `${path}/${record.passId}`,
  )
}

async function getPass(call: GraphCall, { tenantId, userId }: Person): Promise<TemporaryAccessPass> {
  const key = keyOf(call, 'method')
  const found = await call.deps.stores.passes.find(tenantId, userId)
  if (found?.passId !== key.toLowerCase()) throw resourceMissing(key)
  return found
}

async function listPasswords(call: GraphCall, person: Person): Promise<GraphAnswer> {
  return collection(call, contextOfMethods(person, 'passwordMethods'), await findPasswords(call, person))
}

async function findPasswords(
  { deps }: GraphCall,
  { tenantId, userId }: Person,
): Promise<readonly GraphObject[]> {
  const found = await deps.stores.passwords.find(tenantId, userId)
  return found === undefined ? [] : [toPasswordMethod(found)]
}

/** Done when it is answered: there is no operation to ask about. Without a password in the body one is made. */
async function resetPassword(call: GraphCall, person: Person): Promise<GraphAnswer> {
  const key = keyOf(call, 'method')
  if (key.toLowerCase() !== passwordMethodId) throw resourceMissing(key)
  const { newPassword } = readGraphBody(Reset, call.body ?? {})
  const chosen = newPassword ?? newSecret(call.deps).slice(0, 16)
  await setPassword(call.deps, { ...changeOf(call, person), password: chosen })
  const said = entity(call, 'microsoft.graph.passwordResetResponse', {
    newPassword: newPassword === chosen ? null : chosen,
  })
  return { ...said, status: 202 }
}

async function listCodes(call: GraphCall, person: Person): Promise<GraphAnswer> {
  const held = await call.deps.stores.totps.listOfPerson(person.tenantId, person.userId)
  const value = held.map((each) => toSoftwareOathMethod(each, call.version))
  return collection(call, contextOfMethods(person, 'softwareOathMethods'), value)
}

async function getCode(call: GraphCall, { tenantId, userId }: Person): Promise<TotpRecord> {
  const key = keyOf(call, 'method')
  const held = await call.deps.stores.totps.listOfPerson(tenantId, userId)
  const found = held.find(({ totpId }) => totpId === key.toLowerCase())
  if (found === undefined) throw resourceMissing(key)
  return found
}

async function listApprovers(call: GraphCall, person: Person): Promise<GraphAnswer> {
  const held = await call.deps.stores.approvers.listOfPerson(person.tenantId, person.userId)
  const value = held.map((each) => toAuthenticatorMethod(each, call.version))
  return collection(call, contextOfMethods(person, 'microsoftAuthenticatorMethods'), value)
}

async function getApprover(call: GraphCall, { tenantId, userId }: Person): Promise<NamedApprover> {
  const key = keyOf(call, 'method')
  const found = await call.deps.stores.approvers.find(tenantId, key.toLowerCase())
  if (found?.userId !== userId) throw resourceMissing(key)
  return found
}
