import type { Person } from '@latchkey/identity'
import { getUser } from '../directory/find-user.ts'
import { findByFilter, pageOfPeople, showEverybody } from '../directory/page-of-people.ts'
import { entity } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../graph-route.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { listOptions } from '../odata-query.ts'
import { registrationDetailsShape, showRegistrations } from './registration-details.ts'
import { countByFeature, countByMethod } from './registration-summary.ts'

const root = '/reports/authenticationMethods'
const filters = '(includedUserTypes={types},includedUserRoles={roles})'
const permissions = { delegated: ['AuditLog.Read.All'], application: ['AuditLog.Read.All'] }
/** As elsewhere, only in somebody's name. */
const ofSomebody = { delegated: ['AuditLog.Read.All'], application: [] }
const act = 'read reports'

/** Who has which ways to sign in. */
export const reportRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: `${root}/userRegistrationDetails`,
    permissions,
    act,
    resource: registrationDetailsShape,
    query: listOptions,
    handle: listDetails,
  },
  {
    method: 'GET',
    path: `${root}/userRegistrationDetails/{user}`,
    permissions,
    act,
    resource: registrationDetailsShape,
    async handle(call) {
      const [found] = await showRegistrations(call, [await getUser(call)])
      if (found === undefined) throw resourceMissing(keyOf(call, 'user'))
      return entity(call, `${context}/$entity`, found)
    },
  },
  ...[`${root}/usersRegisteredByMethod`, `${root}/usersRegisteredByMethod${filters}`].map(
    (path): GraphRoute => ({ method: 'GET', path, permissions: ofSomebody, act, handle: countByMethod }),
  ),
  ...[`${root}/usersRegisteredByFeature`, `${root}/usersRegisteredByFeature${filters}`].map(
    (path): GraphRoute => ({ method: 'GET', path, permissions: ofSomebody, act, handle: countByFeature }),
  ),
]

const context = 'reports/authenticationMethods/userRegistrationDetails'

async function listDetails(call: GraphCall): Promise<GraphAnswer> {
  const show = (people: readonly Person[]) => showRegistrations(call, people)
  const { orderBy, count } = call.query
  const known = await findByFilter(call)
  if (known === undefined && orderBy === undefined && !count) return await pageOfPeople(call, context, show)
  const everybody = known === undefined ? await showEverybody(call, show) : await show(known)
  return await pageOf(
    call,
    context,
    everybody.filter((each) => each !== undefined),
  )
}
