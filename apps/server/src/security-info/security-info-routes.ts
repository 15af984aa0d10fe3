import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type AskedTarget, registerTarget } from '../access/access-target.ts'
import { frontEndFolder } from '../front-ends/built-front-end.ts'
import { type FrontEndVisit, serveFrontEnd } from '../front-ends/serve-front-end.ts'
import { readBody } from '../http/read-body.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { readLocalPath } from '../sign-in/begin-sign-in.ts'
import { accountApi } from './account-api.ts'
import { devicesApi } from './devices-api.ts'
import { beginConfirmation, enterPortal } from './enter-portal.ts'
import { methodsApi } from './methods-api.ts'
import { passkeysApi } from './passkeys-api.ts'
import { recoveryApi } from './recovery-api.ts'

export const Confirm = z.object({ to: z.string().max(2048) })

/**
 * Security info, where people keep their ways to sign in, mounted at `/security-info`: a front end and its API.
 *
 * Every address needs a session as strong as the organisation asks; whoever has none is sent to sign in and comes back.
 * Changes need a proof of the last minutes, which the use cases demand; the page then asks for it in place, or leads
 * through `/security-info/confirm`.
 */
export const securityInfoRoutes: ServerPlugin = async (app, { deps }) => {
  serveFrontEnd(app, deps, {
    mount: '/security-info',
    folder: frontEndFolder('security-info'),
    firstPages: { '/security-info': { asks: '/security-info/api/methods' } },
    titleOf: ({ said }) => said.securityInfo.title,
    enter: (request, reply) => enter(deps, request, reply),
  })

  app.post('/security-info/confirm', async (request, reply) => {
    const to = toPortalPath(readBody(Confirm, request).to)
    return { navigate: await beginConfirmation(deps, request, reply, to, targetOf(to)) }
  })

  await app.register(methodsApi, { deps })
  await app.register(passkeysApi, { deps })
  await app.register(accountApi, { deps })
  await app.register(recoveryApi, { deps })
  await app.register(devicesApi, { deps })
}

async function enter(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FrontEndVisit | undefined> {
  const visit = await enterPortal(deps, request, reply, request.url, targetOf(request.url))
  if (visit === undefined) return undefined
  const { tenantId, userId } = visit.person
  return { ...visit, roles: await deps.stores.roles.listOfPerson(tenantId, userId) }
}

/** What adds or changes a way to sign in has rules of its own. */
function targetOf(path: string): AskedTarget | undefined {
  return /^\/security-info\/(add\/.|password)/.test(path) ? registerTarget : undefined
}

/** A path of ours that people may come back to after proving themselves; anything else becomes the first page. */
function toPortalPath(path: string): string {
  if (!/^\/(security-info|admin|authenticator)(?=[/?#]|$)/.test(path)) return '/security-info'
  try {
    return readLocalPath(path)
  } catch {
    return '/security-info'
  }
}
