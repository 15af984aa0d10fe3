import { findManager } from '@latchkey/identity'
import { changeRecoveryContact } from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { entity, noContent } from '../graph-answer.ts'
import type { GraphPermissions, GraphRoute } from '../graph-route.ts'
import { resourceMissing } from '../key-of.ts'
import { readGraphBody } from '../read-graph-body.ts'
import { getUser } from './find-user.ts'
import { getReferredUser } from './reference.ts'
import { toUser, userShape } from './user.ts'

const everybody = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All']
const changing = ['User.ReadWrite.All', 'Directory.ReadWrite.All']
const read: GraphPermissions = { delegated: everybody, application: everybody }
const write: GraphPermissions = { delegated: changing, application: changing }

const OtherMail = z.strictObject({ otherMail: z.string().max(254).nullable() })

/** Who speaks for a person who is shut out (Graph's `manager`), and at which other address they can be reached. */
export const recoveryContactRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/users/{user}/manager',
    permissions: read,
    act: 'read people',
    resource: userShape,
    async handle(call) {
      const manager = await findManager(call.deps.stores, await getUser(call))
      if (manager === undefined) throw resourceMissing('manager')
      return entity(call, 'directoryObjects/$entity', {
        '@odata.type': '#microsoft.graph.user',
        ...toUser(manager),
      })
    },
  },
  {
    method: 'PUT',
    path: '/users/{user}/manager/$ref',
    permissions: write,
    act: 'change people',
    grave: true,
    async handle(call) {
      const { userId } = await getUser(call)
      const { userId: managerId } = await getReferredUser(call)
      await changeRecoveryContact(call.deps, { ...by(call), userId, change: { managerId } })
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: '/users/{user}/manager/$ref',
    permissions: write,
    act: 'change people',
    grave: true,
    async handle(call) {
      const { userId } = await getUser(call)
      await changeRecoveryContact(call.deps, { ...by(call), userId, change: { managerId: null } })
      return noContent
    },
  },
  {
    method: 'GET',
    path: '/latchkey/people/{user}/recovery',
    permissions: read,
    act: 'read people',
    query: [],
    async handle(call) {
      const person = await getUser(call)
      const { stores } = call.deps
      const [kept, manager] = await Promise.all([
        stores.recoveryContacts.find(person.tenantId, person.userId),
        findManager(stores, person),
      ])
      return entity(call, 'latchkey.recoveryContact', {
        otherMail: kept?.otherMail ?? null,
        manager: manager === undefined ? null : { id: manager.userId, displayName: manager.displayName },
      })
    },
  },
  {
    method: 'PATCH',
    path: '/latchkey/people/{user}/recovery',
    permissions: write,
    act: 'change people',
    grave: true,
    async handle(call) {
      const { userId } = await getUser(call)
      const { otherMail } = readGraphBody(OtherMail, call.body)
      await changeRecoveryContact(call.deps, { ...by(call), userId, change: { otherMail } })
      return noContent
    },
  },
]
