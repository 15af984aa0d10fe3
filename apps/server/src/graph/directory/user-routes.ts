import { endSessionsOfPerson } from '@latchkey/identity'
import { addPerson, changePerson, removePerson } from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { created, entity, noContent } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { ifGiven } from '../if-given.ts'
import { listOptions } from '../odata-query.ts'
import { graphBoolean, readGraphBody } from '../read-graph-body.ts'
import { getUser } from './find-user.ts'
import { groupShape, toDirectoryGroup } from './group.ts'
import { listUsers } from './list-users.ts'
import { peopleReaders } from './people-readers.ts'
import { listRolesOf } from './role.ts'
import { toUser, userShape } from './user.ts'

const text = z.string().max(1000)

const UserFacts = {
  displayName: text,
  givenName: text.nullable().optional(),
  surname: text.nullable().optional(),
  mail: text.nullable().optional(),
  preferredLanguage: text.nullable().optional(),
}

const PasswordProfile = z.strictObject({
  password: text,
  forceChangePasswordNextSignIn: graphBoolean.optional(),
})

const NewUser = z.strictObject({
  ...UserFacts,
  userPrincipalName: text,
  accountEnabled: graphBoolean,
  /** Graph wants it; ours is always the part of the user name before the `@`. */
  mailNickname: text.optional(),
  passwordProfile: PasswordProfile.optional(),
})

const UserChange = z.strictObject({
  ...UserFacts,
  displayName: text.optional(),
  userPrincipalName: text.optional(),
  accountEnabled: graphBoolean.optional(),
})

const read: GraphPermissions = { delegated: peopleReaders, application: peopleReaders }
const write: GraphPermissions = {
  delegated: ['User.ReadWrite.All', 'Directory.ReadWrite.All'],
  application: ['User.ReadWrite.All', 'Directory.ReadWrite.All'],
}
const oneself: GraphPermissions = { delegated: ['User.Read', ...peopleReaders], application: [] }
const revoke: GraphPermissions = {
  delegated: ['User.RevokeSessions.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'],
  application: ['User.RevokeSessions.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'],
}

/** People, as Graph's users. */
export const userRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/users',
    permissions: read,
    act: 'read people',
    resource: userShape,
    query: [...listOptions, '$search'],
    handle: listUsers,
  },
  {
    method: 'POST',
    path: '/users',
    permissions: write,
    act: 'change people',
    grave: true,
    resource: userShape,
    handle: addUser,
  },
  {
    method: 'GET',
    path: '/users/{user}',
    permissions: read,
    act: 'read people',
    resource: userShape,
    handle: showUser,
  },
  {
    method: 'GET',
    path: '/me',
    permissions: oneself,
    act: 'read people',
    resource: userShape,
    handle: showUser,
  },
  // Whether a name or the account itself changes decides who may: the use case looks at each. Here only that whoever may
  // do neither does not learn who is there.
  {
    method: 'PATCH',
    path: '/users/{user}',
    permissions: write,
    act: 'read people',
    grave: true,
    handle: changeUser,
  },
  {
    method: 'DELETE',
    path: '/users/{user}',
    permissions: write,
    act: 'change people',
    async handle(call) {
      const { userId } = await getUser(call)
      await removePerson(call.deps, { ...by(call), userId })
      return noContent
    },
  },
  {
    method: 'GET',
    path: '/users/{user}/memberOf',
    permissions: read,
    act: 'read people',
    resource: memberOfShape(),
    query: listOptions,
    handle: listMemberships,
  },
  {
    method: 'GET',
    path: '/me/memberOf',
    permissions: oneself,
    act: 'read people',
    resource: memberOfShape(),
    query: listOptions,
    handle: listMemberships,
  },
  {
    method: 'POST',
    path: '/users/{user}/revokeSignInSessions',
    permissions: revoke,
    act: 'end sessions',
    handle: revokeSessions,
  },
  {
    method: 'POST',
    path: '/me/revokeSignInSessions',
    permissions: { delegated: ['User.Read', ...revoke.delegated], application: [] },
    act: 'end sessions',
    handle: revokeSessions,
  },
]

async function showUser(call: GraphCall) {
  return entity(call, 'users/$entity', toUser(await getUser(call)))
}

async function addUser(call: GraphCall) {
  const {
    userPrincipalName,
    accountEnabled,
    passwordProfile,
    mailNickname: _,
    ...facts
  } = readGraphBody(NewUser, call.body)
  if (passwordProfile?.forceChangePasswordNextSignIn === true) {
    const message =
      "'forceChangePasswordNextSignIn' is not supported: leave the password out and issue a pass, or send false."
    throw new GraphRefusal('Request_BadRequest', message)
  }
  const person = await addPerson(call.deps, {
    ...by(call),
    displayName: facts.displayName,
    ...ifGiven('givenName', facts.givenName),
    ...ifGiven('surname', facts.surname),
    ...ifGiven('mail', facts.mail),
    ...ifGiven('preferredLanguage', facts.preferredLanguage),
    userName: userPrincipalName,
    enabled: accountEnabled,
    ...(passwordProfile !== undefined && { password: passwordProfile.password }),
  })
  return created(call, 'users/$entity', toUser(person), `/users/${person.userId}`)
}

async function changeUser(call: GraphCall) {
  const { userId } = await getUser(call)
  const { userPrincipalName, accountEnabled, ...facts } = readGraphBody(UserChange, call.body)
  await changePerson(call.deps, {
    ...by(call),
    userId,
    change: { ...facts, userName: userPrincipalName, enabled: accountEnabled },
  })
  return noContent
}

/** Groups and roles. Real Graph lists administrators' roles here too, and scripts look for them. */
async function listMemberships(call: GraphCall) {
  const { tenantId, userId } = await getUser(call)
  const groups = await call.deps.stores.groups.listOfPerson(tenantId, userId)
  const items = [...groups.map(toDirectoryGroup), ...(await listRolesOf(call, userId))]
  return await pageOf(call, 'directoryObjects', items)
}

async function revokeSessions(call: GraphCall) {
  const { userId } = await getUser(call)
  const own = call.caller.kind === 'delegated' && call.caller.person.userId === userId
  const because = own ? 'signed_out_everywhere' : 'revoked_by_administrator'
  await endSessionsOfPerson(call.deps, { ...by(call), userId, because })
  return entity(call, 'Edm.Boolean', { value: true })
}

function memberOfShape() {
  return { ...groupShape, name: 'directoryObject', properties: [...groupShape.properties, 'roleTemplateId'] }
}
