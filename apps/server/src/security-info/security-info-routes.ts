import { beginTotp, mayRegister } from '@latchkey/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { registerTarget } from '../access/access-target.ts'
import { judgeVisitor } from '../access/judge-visitor.ts'
import { sendProblem } from '../http/problem.ts'
import { readBody } from '../http/read-body.ts'
import { ensureVisit } from '../http/visitor.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { readLocalPath } from '../sign-in/begin-sign-in.ts'
import { accountApi } from './account-api.ts'
import { accountRoutes } from './account-routes.ts'
import { addCodesPage } from './add-codes-page.ts'
import { addPage } from './add-page.ts'
import { addPasskeyPage, passkeyKinds } from './add-passkey-page.ts'
import { idOf } from './describe-passkey.ts'
import { beginConfirmation, enterPortal, type PortalVisit } from './enter-portal.ts'
import { methodsApi } from './methods-api.ts'
import { overviewPage } from './overview-page.ts'
import { passkeyPage } from './passkey-page.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { passkeysApi } from './passkeys-api.ts'
import { noPasswordPage, passwordPage } from './password-page.ts'
import { type PortalPage, renderPortalPage } from './portal-page.ts'
import { readMethods } from './read-methods.ts'
import { readOverview } from './read-overview.ts'

type WritePage = (visit: PortalVisit, request: FastifyRequest) => Promise<PortalPage | undefined>

export const Confirm = z.object({ to: z.string().max(2048) })

/**
 * Security info, where people keep their ways to sign in, mounted at `/security-info`.
 *
 * Every page needs a session as strong as the organisation asks; whoever has none is sent to sign in and comes back.
 * Changes go by `POST` and need a proof of the last minutes, which the use cases demand; the page's script then leads
 * through `/security-info/confirm`.
 */
export const securityInfoRoutes: ServerPlugin = async (app, { deps }) => {
  const page = (path: string, write: WritePage) =>
    app.get(path, async (request, reply) => await showPage(deps, request, reply, write))

  page('/security-info', async (visit) => overviewPage(visit, await readOverview(deps, visit)))

  page('/security-info/add', async (visit, { visitor }) =>
    addPage(visit, await judgeVisitor(deps, visit.tenant, visitor.userAgent)),
  )

  app.get('/security-info/add/passkey/:kind', async (request, reply) => {
    const visit = await enterToAdd(deps, request, reply)
    if (visit === undefined) return reply
    const kind = z.enum(passkeyKinds).safeParse(readParameter(request, 'kind'))
    if (!kind.success) return await notThere(deps, request, reply)
    ensureVisit(deps, request, reply)
    const { passkeys } = await readMethods(deps, visit.person)
    return await renderPortalPage(reply, visit, addPasskeyPage(visit, kind.data, passkeys))
  })

  app.get('/security-info/add/codes', async (request, reply) => {
    const visit = await enterToAdd(deps, request, reply)
    if (visit === undefined) return reply
    return await renderPortalPage(reply, visit, addCodesPage(visit, await beginTotp(deps, visit.session)))
  })

  page('/security-info/password', async (visit) => {
    const { password } = await readMethods(deps, visit.person)
    return password === undefined ? noPasswordPage(visit) : passwordPage(visit)
  })

  page('/security-info/passkeys/:id', async (visit, request) => {
    const methods = await readMethods(deps, visit.person)
    const passkey = methods.passkeys.find((each) => idOf(each) === readParameter(request, 'id'))
    return passkey && passkeyPage(visit, passkey, methods)
  })

  app.post('/security-info/confirm', async (request, reply) => {
    const to = toPortalPath(readBody(Confirm, request).to)
    // What adds or changes a way to sign in has rules of its own.
    const asked = /^\/security-info\/(add|password)/.test(to) ? registerTarget : undefined
    return { navigate: await beginConfirmation(deps, request, reply, to, asked) }
  })

  await app.register(methodsApi, { deps })
  await app.register(passkeysApi, { deps })
  await app.register(accountApi, { deps })
  await app.register(passkeyRoutes, { deps })
  await app.register(accountRoutes, { deps })
}

async function showPage(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  write: WritePage,
): Promise<FastifyReply> {
  const visit = await enterPortal(deps, request, reply, request.url)
  if (visit === undefined) return reply
  const page = await write(visit, request)
  if (page === undefined) return await notThere(deps, request, reply)
  return await renderPortalPage(reply, visit, page)
}

/** Let somebody on to a page that adds something: prove first, so that nothing is begun in vain. */
async function enterToAdd(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PortalVisit | undefined> {
  const visit = await enterPortal(deps, request, reply, request.url, registerTarget)
  if (visit === undefined) return undefined
  const decision = await mayRegister(deps, visit.session)
  if (decision.allow || decision.because !== 'not_fresh') return visit
  void reply.redirect(await beginConfirmation(deps, request, reply, request.url, registerTarget), 303)
  return undefined
}

async function notThere(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return await sendProblem(deps, request, reply, { code: 'page_not_found', status: 404 })
}

/** A path of ours that people may come back to after proving themselves; anything else becomes the first page. */
function toPortalPath(path: string): string {
  if (!/^\/(security-info|admin|admin-plain)(?=[/?#]|$)/.test(path)) return '/security-info'
  try {
    return readLocalPath(path)
  } catch {
    return '/security-info'
  }
}

/** Read a parameter of the path. */
function readParameter(request: FastifyRequest, name: string): string {
  const parameters = z.record(z.string(), z.string()).parse(request.params)
  return parameters[name] ?? ''
}
