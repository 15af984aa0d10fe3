import {
  type BreakGlassState,
  describeBreakGlass,
  markBreakGlass,
  mostBreakGlass,
  unmarkBreakGlass,
} from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { getUser } from '../directory/find-user.ts'
import { collection, noContent } from '../graph-answer.ts'
import type { GraphPermissions, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { readGraphBody } from '../read-graph-body.ts'
import type { GraphObject } from '../resource-shape.ts'

const Mark = z.strictObject({ userId: z.string().max(300) })

const read: GraphPermissions = {
  delegated: ['Directory.Read.All', 'Directory.ReadWrite.All'],
  application: ['Directory.Read.All', 'Directory.ReadWrite.All'],
}
/** Never for an app: an account above every rule is a person's decision. */
const write: GraphPermissions = { delegated: ['Directory.ReadWrite.All'], application: [] }

const place = '/latchkey/breakGlass'

/** Accounts that are kept for emergencies. Ours: Graph knows them by no name. */
export const breakGlassRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: read,
    act: 'read people',
    query: [],
    async handle(call) {
      const { deps, tenant } = call
      const accounts = await describeBreakGlass(deps.stores, deps, tenant.tenantId)
      const answer = collection(call, 'latchkey/breakGlass', accounts.map(toAccount))
      return { ...answer, body: { ...Object(answer.body), most: mostBreakGlass } }
    },
  },
  {
    method: 'POST',
    path: place,
    permissions: write,
    act: 'keep an account for emergencies',
    async handle(call) {
      const { userId } = readGraphBody(Mark, call.body)
      const person = await getUser({ ...call, keys: { ...call.keys, user: userId } })
      await markBreakGlass(call.deps, { ...by(call), userId: person.userId })
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: `${place}/{user}`,
    permissions: write,
    act: 'keep an account for emergencies',
    async handle(call) {
      const person = await getUser(call)
      await unmarkBreakGlass(call.deps, { ...by(call), userId: person.userId })
      return noContent
    },
  },
]

function toAccount(state: BreakGlassState): GraphObject {
  const { person, passkeys, roles, lastUsedAt, markedAt, testDueAt } = state
  return {
    id: person.userId,
    displayName: person.displayName,
    userPrincipalName: person.userName,
    accountEnabled: person.enabled,
    passkeys,
    isGlobalAdministrator: roles.includes('globalAdministrator'),
    markedDateTime: markedAt === undefined ? null : toGraphTime(markedAt),
    lastUsedDateTime: lastUsedAt === undefined ? null : toGraphTime(lastUsedAt),
    testDueDateTime: toGraphTime(testDueAt),
    isTestDue: state.isTestDue,
  }
}
