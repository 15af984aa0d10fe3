import { addPerson, getRules, mayAct } from '@latchkey/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendProblem } from '../http/problem.ts'
import { readBody } from '../http/read-body.ts'
import { type PortalPage, renderPortalPage } from '../security-info/portal-page.ts'
import { readMethods } from '../security-info/read-methods.ts'
import { readSignInNames } from '../security-info/read-overview.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { addPersonPage } from './add-person-page.ts'
import { type AdminVisit, enterAdmin, getAdminVisit } from './enter-admin.ts'
import { findPeople, listPeople } from './find-people.ts'
import { assertMayAdminister, mayAdminister } from './may-administer.ts'
import { peoplePage } from './people-page.ts'
import { personPage } from './person-page.ts'
import { personRoutes } from './person-routes.ts'

type WriteAdminPage = (visit: AdminVisit, request: FastifyRequest) => Promise<PortalPage | undefined>

/** What stands in the address of the list. */
const Search = z.object({
  q: z.string().max(100).catch(''),
  after: z.string().max(254).optional().catch(undefined),
})

export const NewPerson = z.object({
  displayName: z.string().trim().min(1).max(100),
  userName: z.string().trim().min(1).max(254),
  mail: z.union([z.literal(''), z.email().max(254)]),
})

/** How many of somebody's latest sign-ins the page shows. */
const shownSignIns = 25

/**
 * Administration in its first plain form, mounted at `/admin-plain`: people, a way in for them, and their sign-in log. Only
 * for people with a role, signed in with two factors.
 */
export const adminRoutes: ServerPlugin = async (app, { deps }) => {
  const page = (path: string, write: WriteAdminPage) =>
    app.get(path, async (request, reply) => await showAdminPage(deps, request, reply, write))

  page('/admin-plain', async (visit, request) => {
    const { q, after } = Search.parse(request.query)
    const { tenantId } = visit.tenant
    const found =
      q.trim() === '' ? await listPeople(deps, tenantId, after) : await findPeople(deps, tenantId, q)
    const listed = await Promise.all(
      found.people.map(async (person) => ({
        person,
        methods: await deps.stores.people.findMethods(tenantId, person.userId),
      })),
    )
    return peoplePage(visit, listed, found, q)
  })

  page('/admin-plain/add-person', async (visit) => {
    if (!mayAdminister({ userId: visit.person.userId, roles: visit.roles }, 'addPerson')) return undefined
    const [domain = ''] = await deps.stores.tenants.listDomains(visit.tenant.tenantId)
    return addPersonPage(visit, domain)
  })

  page('/admin-plain/people/:userId', async (visit, request) => {
    const { tenantId } = visit.tenant
    const { userId } = z.object({ userId: z.string() }).parse(request.params)
    const person = await deps.stores.people.find(tenantId, userId)
    if (person === undefined) return undefined
    const [rules, methods, roles, signIns] = await Promise.all([
      getRules(deps.stores, deps, tenantId),
      readMethods(deps, person),
      deps.stores.roles.listOfPerson(tenantId, userId),
      deps.stores.signIns.list(tenantId, { limit: shownSignIns, userId }),
    ])
    const names = await readSignInNames(deps, signIns)
    return personPage(visit, {
      person,
      roles,
      methods,
      passTerms: rules.methods.pass.terms,
      signIns,
      names,
    })
  })

  app.post('/admin-plain/people', async (request) => {
    const visit = await getAdminVisit(deps, request)
    assertMayAdminister(deps, visit, 'addPerson')
    const { mail, ...form } = readBody(NewPerson, request)
    const { userId } = await addPerson(deps, {
      tenantId: visit.tenant.tenantId,
      ...form,
      ...(mail !== '' && { mail }),
      actor: { kind: 'person', userId: visit.person.userId },
      correlationId: request.visitor.correlationId,
      ipAddress: request.visitor.ipAddress,
    })
    return { navigate: `/admin-plain/people/${userId}` }
  })

  await app.register(personRoutes, { deps })
}

async function showAdminPage(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  write: WriteAdminPage,
): Promise<FastifyReply> {
  const visit = await enterAdmin(deps, request, reply)
  if (visit === undefined) return reply
  if (!mayAct(visit.roles, 'read people')) {
    return await sendProblem(deps, request, reply, { code: 'not_permitted', status: 403 })
  }
  const page = await write(visit, request)
  if (page === undefined)
    return await sendProblem(deps, request, reply, { code: 'page_not_found', status: 404 })
  return await renderPortalPage(reply, visit, page)
}
