import {
  disown,
  endSession,
  endSessionsOfPerson,
  findManager,
  IdentityRefusal,
  listSessions,
} from '@latchkey/identity'
import { describeBrowser } from '@latchkey/words'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readBody } from '../http/read-body.ts'
import { clearSessionCookie } from '../http/session.ts'
import { listTokenHolders } from '../oidc/list-token-holders.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { readQuery } from '../sign-in/step.ts'
import { getVisit, type PortalVisit } from './enter-portal.ts'
import { placeOf, readOwnChanges, readOwnSignIns } from './recovery-activity.ts'
import { readOwnApps } from './recovery-apps.ts'

export const Disown = z.object({
  kind: z.enum(['signIn', 'change']),
  id: z.string().min(1).max(64),
  /** True to ask for a fresh proof where a method is still to be removed. */
  insist: z.boolean().default(false),
})

/**
 * What happened to one's account, where one is signed in, which apps there are, and *this wasn't me*. Reading needs a
 * session; what takes power away needs no more. The use cases say what else does.
 */
export const recoveryApi: ServerPlugin = async (app, { deps }) => {
  app.get('/security-info/api/activity/sign-ins', async (request) => {
    const visit = await getVisit(deps, request)
    return await readOwnSignIns(deps, readerOf(visit), readQuery(request, 'before'))
  })

  app.get('/security-info/api/activity/changes', async (request) => {
    const visit = await getVisit(deps, request)
    return await readOwnChanges(deps, readerOf(visit), readQuery(request, 'before'))
  })

  app.post('/security-info/api/activity/not-me', async (request, reply) => {
    const { session, tenant } = await getVisit(deps, request)
    const { insist, ...what } = readBody(Disown, request)
    const done = await disown(deps, { session, what, visitor: request.visitor })
    if (done.signedOut) clearSessionCookie(deps, reply, tenant.tenantId)
    // Everything else is done and stays done; the browser asks for the passkey and says it again.
    else if (insist && done.method === 'needsProof') throw new IdentityRefusal('fresh_sign_in_needed')
    return done
  })

  app.get('/security-info/api/sessions', async (request) => {
    const visit = await getVisit(deps, request)
    return { value: await readOwnSessions(deps, visit) }
  })

  app.delete('/security-info/api/sessions/:id', async (request) => {
    const { person } = await getVisit(deps, request)
    const { tenantId, userId } = person
    const sessionId = readId(request)
    const own = await listSessions(deps, tenantId, userId)
    if (!own.some((session) => session.sessionId === sessionId)) throw new IdentityRefusal('not_found')
    await endSession(deps, { tenantId, sessionId, because: 'ended_by_person', visitor: request.visitor })
    return {}
  })

  app.post('/security-info/api/sessions/end-others', async (request) => {
    const visit = await getVisit(deps, request)
    const { sessionId } = visit.session
    await endSessionsOfPerson(deps, {
      ...ending(visit, request),
      because: 'ended_by_person',
      except: sessionId,
    })
    return {}
  })

  app.post('/security-info/api/sessions/end-all', async (request, reply) => {
    const visit = await getVisit(deps, request)
    await endSessionsOfPerson(deps, { ...ending(visit, request), because: 'signed_out_everywhere' })
    clearSessionCookie(deps, reply, visit.tenant.tenantId)
    return { navigate: '/signed-out' }
  })

  app.get('/security-info/api/apps', async (request) => {
    const visit = await getVisit(deps, request)
    return { value: await readOwnApps(deps, visit, request.visitor) }
  })

  app.get('/security-info/api/help', async (request) => {
    const { person, tenant } = await getVisit(deps, request)
    const manager = await findManager(deps.stores, person)
    const { helpDesk, passRequests } = tenant.settings
    return {
      helpDesk,
      requestsOpen: passRequests.open,
      ...(manager !== undefined && { manager: manager.displayName }),
    }
  })
}

async function readOwnSessions(deps: ServerDeps, { person, session: current, said }: PortalVisit) {
  const { tenantId, userId } = person
  const now = deps.now()
  const sessions = await listSessions(deps, tenantId, userId)
  const holders = await listTokenHolders(
    deps,
    tenantId,
    sessions.map(({ sessionId }) => sessionId),
  )
  return sessions
    .map((session) => ({
      id: session.sessionId,
      thisOne: session.sessionId === current.sessionId,
      device: session.origin === 'deviceCode' ? undefined : describeBrowser(session.userAgent, said),
      phone: /iPhone|iPad|Android/.test(session.userAgent),
      methods: [...new Set(session.proofs.map(({ method }) => method))],
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      // It has ended in the browser, and an app goes on by a token of it.
      appsOnly: session.expiresAt <= now,
      apps: (holders.get(session.sessionId) ?? []).map(({ displayName, lastUsedAt }) => ({
        name: displayName,
        lastUsedAt: lastUsedAt.toISOString(),
      })),
      ...placeOf(deps, session.ipAddress),
    }))
    .toSorted((a, b) => Number(b.thisOne) - Number(a.thisOne))
}

function readerOf({ person, session, said }: PortalVisit) {
  return { person, sessionId: session.sessionId, said }
}

function ending({ person: { tenantId, userId } }: PortalVisit, { visitor }: FastifyRequest) {
  const { correlationId, ipAddress } = visitor
  return { tenantId, userId, actor: { kind: 'person' as const, userId }, correlationId, ipAddress }
}

/** @throws IdentityRefusal `not_found` */
function readId(request: FastifyRequest): string {
  const read = z.object({ id: z.string().min(1).max(64) }).safeParse(request.params)
  if (!read.success) throw new IdentityRefusal('not_found')
  return read.data.id
}
