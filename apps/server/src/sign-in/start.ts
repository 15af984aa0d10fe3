import { knownApps } from '@latchkey/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { appTarget } from '../access/access-target.ts'
import { readLastTenant } from '../http/session.ts'
import type { ServerDeps } from '../server-deps.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { findInAppBrowser } from './in-app-browser.ts'
import { type Arrived, findNextUrl } from './next-step.ts'
import { showInAppPage } from './pages/in-app-page.ts'
import { showNamePage } from './pages/name-page.ts'
import { readNeeded } from './read-needed.ts'
import { findPageOfName, resolveName } from './resolve-name.ts'
import { findSignedIn, type Step } from './step.ts'

/** Somebody comes to `/sign-in` by themselves: they want to see their own page. */
export function beginByThemselves(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const url = beginSignIn(deps, request, reply, {
    to: '/security-info',
    tenantId: readLastTenant(deps, request),
    anyTenant: true,
    require: { strength: 'singleFactor', asked: appTarget(knownApps.securityInfo) },
  })
  return reply.redirect(url)
}

/**
 * The first page of a flow. Whoever has proven something already that counts goes on from there; a name that the app
 * gave is taken as typed; everybody else is asked for theirs.
 */
export async function showStart(step: Step): Promise<FastifyReply> {
  const { flow, reply, request } = step
  const inApp = findInAppBrowser(request.visitor.userAgent)
  if (inApp !== undefined && flow.inApp !== true) return await showInAppPage(step, inApp)

  const arrived = await findArrived(step)
  if (arrived !== undefined) return reply.redirect(await findNextUrl(step, arrived))

  const url = await findPageOfHint(step)
  return url === undefined ? await showNamePage(step) : reply.redirect(url)
}

/**
 * Somebody who is signed in, is the one this is about, and needs only a stronger or a newer proof. If it is the asker who
 * wants all of it anew, it may be to let somebody else in: then nobody has arrived.
 */
async function findArrived(step: Step): Promise<Arrived | undefined> {
  const { require, userName } = step.flow
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined) return undefined
  const { person, session } = signedIn
  const isMeant = require.userId === person.userId
  const isNamed = userName === undefined || userName === person.userName
  if (isMeant) return signedIn
  if (require.userId !== undefined || !isNamed) return undefined
  if (require.provenAfter === undefined) return signedIn
  return (await readNeeded(step, { person, session })).proofs.length > 0 ? signedIn : undefined
}

async function findPageOfHint(step: Step): Promise<string | undefined> {
  const { flow } = step
  if (flow.userName === undefined) return undefined
  try {
    const name = await resolveName(step, flow.userName)
    return name && (await findPageOfName(step, name))
  } catch {
    // A hint is only a hint: one that leads nowhere stands in the field, and the person corrects it.
    return undefined
  }
}
