import { setTimeout as wait } from 'node:timers/promises'
import {
  confirmPassRequest,
  findRequestForManager,
  isUuid,
  requestPass,
  stopPassRequest,
} from '@latchkey/identity'
import { isProvenWithin } from '@latchkey/policy'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readBody } from '../http/read-body.ts'
import { beginConfirmation, enterPortal, getVisit } from '../security-info/enter-portal.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { findFlow } from '../sign-in/flow.ts'
import { readQuery } from '../sign-in/step.ts'
import { findOrganisation } from './find-organisation.ts'
import {
  type PassRequestVisit,
  showConfirmPage,
  showRequestPage,
  showSentPage,
  showStopPage,
  showStoppedPage,
  showThanksPage,
} from './pass-request-pages.ts'

export const RequestPass = z.object({
  flow: z.string().max(8192).default(''),
  name: z.string().trim().min(1).max(256),
  reason: z.string().trim().min(1).max(500),
  contact: z.string().trim().min(1).max(200),
  start: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .optional(),
  minutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .optional(),
})

export const StopPassRequest = z.object({
  tenantId: z.string().max(64),
  requestId: z.string().max(64),
  answer: z.literal('yes'),
})

export const ConfirmPassRequest = z.object({ requestId: z.string().max(64), answer: z.enum(['yes', 'no']) })

/** Every answer takes at least this long: how long it took tells nobody whether there is such a person. */
const answerMilliseconds = 400

/** A proof that is older must be repeated before a manager’s word counts. */
const freshSeconds = 5 * 60

/**
 * Asking for a pass without being signed in, stopping that by the link of a mail, and the manager's word on it. Whoever
 * asks is told the same in the same time, whether there is such a person or not.
 */
export const passRequestRoutes: ServerPlugin = async (app, { deps }) => {
  app.get(
    '/pass-request',
    async (request, reply) => await showRequestPage(reply, await readVisit(deps, request)),
  )
  app.get(
    '/pass-request/sent',
    async (request, reply) => await showSentPage(reply, await readVisit(deps, request)),
  )

  app.post('/pass-request', async (request) => {
    const { flow, name, reason, contact, start, minutes } = readBody(RequestPass, request)
    const { tenant: visited } = await readVisit(deps, request, flow)
    const { tenant, userName } = await findOrganisation(deps, name, visited)
    const asked = requestPass(deps, {
      tenantId: tenant.tenantId,
      userName,
      reason,
      contact,
      visitor: request.visitor,
      ...(start !== undefined && { startsAt: start }),
      ...(minutes !== undefined && { lifetimeMinutes: minutes }),
    })
    await Promise.allSettled([asked, wait(answerMilliseconds)])
    await asked
    return { navigate: `/pass-request/sent${flow === '' ? '' : `?flow=${encodeURIComponent(flow)}`}` }
  })

  app.get(
    '/pass-request/stop',
    async (request, reply) =>
      await showStopPage(reply, {
        tenantId: readQuery(request, 't') ?? '',
        requestId: readQuery(request, 'r') ?? '',
      }),
  )
  app.post('/pass-request/stop', async (request) => {
    const { tenantId, requestId } = readBody(StopPassRequest, request)
    // Whoever guesses learns nothing either.
    if (isUuid(tenantId) && isUuid(requestId)) {
      await stopPassRequest(deps, { tenantId, requestId, visitor: request.visitor })
    }
    return { navigate: '/pass-request/stopped' }
  })
  app.get('/pass-request/stopped', async (_, reply) => await showStoppedPage(reply))

  app.get('/pass-request/confirm/:id', async (request, reply) => {
    const visit = await enterPortal(deps, request, reply, request.url)
    if (visit === undefined) return reply
    const { proofs } = visit.session
    // Prove first, so that nobody answers in vain.
    if (!isProvenWithin({ now: deps.now(), proofs, seconds: freshSeconds })) {
      return reply.redirect(await beginConfirmation(deps, request, reply, request.url), 303)
    }
    const { id } = z.object({ id: z.string().max(64) }).parse(request.params)
    return await showConfirmPage(reply, visit.tenant, await findRequestForManager(deps, visit.person, id))
  })
  app.post('/pass-request/confirm', async (request) => {
    const { session } = await getVisit(deps, request)
    const { requestId, answer } = readBody(ConfirmPassRequest, request)
    await confirmPassRequest(deps, { session, requestId, answer, visitor: request.visitor })
    return { navigate: '/pass-request/confirmed' }
  })
  app.get('/pass-request/confirmed', async (_, reply) => await showThanksPage(reply))
}

/** What the sign-in that they came from says of them; nothing, if they came another way or it is too old. */
async function readVisit(
  deps: ServerDeps,
  request: FastifyRequest,
  sealed = readQuery(request, 'flow') ?? '',
): Promise<PassRequestVisit> {
  const flow = findFlow(deps, request.visitor, sealed)
  if (flow === undefined) return { tenant: undefined, flow: '' }
  const tenant = flow.tenantId === undefined ? undefined : await deps.stores.tenants.find(flow.tenantId)
  return { tenant, flow: sealed, userName: flow.userName }
}
