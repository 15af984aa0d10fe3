import type { FastifyReply, FastifyRequest } from 'fastify'
import { appTarget } from '../access/access-target.ts'
import { readLastTenant, readSession } from '../http/session.ts'
import type { ServerDeps } from '../server-deps.ts'
import { beginSignIn } from '../sign-in/begin-sign-in.ts'
import { findAskedAt, sealAskedAt } from './asked-at.ts'
import { ownParameters } from './authorization-ask.ts'
import { hasProofSince } from './decide-authorization.ts'
import { showRefusedRequest } from './pages/problem-page.ts'
import { routes } from './paths.ts'

/**
 * Answer an authorization request that names no tenant: the one that this browser is signed in to, or the one of the
 * name that is typed. Then the request goes on to that tenant, which decides everything.
 */
export async function chooseTenant(
  deps: ServerDeps,
  ask: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly sent: URLSearchParams },
): Promise<FastifyReply> {
  const { request, reply } = ask
  const sent = new URLSearchParams(ask.sent)
  const askedAt = findAskedAt(deps, request, sent)
  const asked = sent.get(ownParameters.asked)
  sent.delete(ownParameters.asked)
  const prompts = new Set(sent.get('prompt')?.split(' ') ?? [])
  const asksAnew = prompts.has('login') || prompts.has('select_account')

  const signedIn = await readSession(deps, request)
  const isNew =
    signedIn !== undefined && askedAt !== undefined && hasProofSince(signedIn.session, askedAt, deps.now())
  if (signedIn !== undefined && (isNew || !asksAnew)) {
    // The tenant reads it, too: what the person has just done is not asked of them twice.
    if (isNew && asked !== null) sent.set(ownParameters.asked, asked)
    return reply.redirect(`/${signedIn.person.tenantId}${routes.authorization}?${sent}`, 303)
  }
  if (prompts.has('none')) return await sayNobody(deps, ask, sent)

  const now = deps.now()
  const path = `/common${routes.authorization}`
  const to = new URLSearchParams(sent)
  to.set(ownParameters.asked, sealAskedAt(deps, request, reply))
  return reply.redirect(
    beginSignIn(deps, request, reply, {
      to: `${path}?${to}`,
      restart: `${path}?${sent}`,
      require: {
        strength: 'singleFactor',
        provenAfter: asksAnew ? now : undefined,
        // Which app it really is, and what else it wants, the tenant sees.
        asked: appTarget(sent.get('client_id') ?? ''),
      },
      loginHint: sent.get('login_hint') ?? undefined,
    }),
    303,
  )
}

/**
 * Let a tenant say that nobody is there: it knows the app, and so where the answer may go. It is the one this browser
 * used last, or the only one there is; otherwise nobody can answer for the app, and a page says so.
 */
async function sayNobody(
  deps: ServerDeps,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  sent: URLSearchParams,
): Promise<FastifyReply> {
  const [only, ...others] = await deps.stores.tenants.list()
  const tenantId = readLastTenant(deps, request) ?? (others.length === 0 ? only?.tenantId : undefined)
  if (tenantId !== undefined) return reply.redirect(`/${tenantId}${routes.authorization}?${sent}`, 303)
  return await showRefusedRequest(reply, {
    error: 'login_required',
    description: 'nobody is signed in, and without a tenant in the path nobody may be asked',
    status: 400,
  })
}
