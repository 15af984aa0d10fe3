import {
  endSessionsOfPerson,
  IdentityRefusal,
  issuePass,
  type PersonTarget,
  removePass,
  removePasskeyOf,
  removeTotpOf,
  setPersonEnabled,
} from '@latchkey/identity'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readBody } from '../http/read-body.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { getAdminVisit } from './enter-admin.ts'
import { type AdminAction, assertMayAdminister } from './may-administer.ts'

export const IssuePass = z.object({
  lifetimeMinutes: z.coerce.number().int().positive().max(100_000),
  once: z.literal('on').optional(),
  verified: z.literal('on'),
})

/** What administrators do to one person's account. Each action names its actor; none is for oneself. */
export const personRoutes: ServerPlugin = async (app, { deps }) => {
  app.post('/admin-plain/people/:userId/pass', async (request) => {
    const target = await getTarget(deps, request, 'issuePass')
    const { lifetimeMinutes, once } = readBody(IssuePass, request)
    const { pass, record } = await issuePass(deps, {
      ...target,
      lifetimeMinutes,
      // Where the organisation makes one-time passes only, the use case sees to it.
      ...(once === 'on' && { once: true }),
    })
    return { show: { pass, until: record.expiresAt.toISOString() } }
  })

  app.post('/admin-plain/people/:userId/pass/remove', async (request) => {
    const target = await getTarget(deps, request, 'removePass')
    await removePass(deps, target)
    return backTo(target)
  })

  app.post('/admin-plain/people/:userId/passkeys/:id/remove', async (request) => {
    const target = await getTarget(deps, request, 'removeMethod')
    const credentialId = new Uint8Array(Buffer.from(readParameter(request, 'id'), 'base64url'))
    await removePasskeyOf(deps, { ...target, credentialId })
    return backTo(target)
  })

  app.post('/admin-plain/people/:userId/codes/:id/remove', async (request) => {
    const target = await getTarget(deps, request, 'removeMethod')
    await removeTotpOf(deps, { ...target, totpId: readParameter(request, 'id') })
    return backTo(target)
  })

  app.post('/admin-plain/people/:userId/sessions/revoke', async (request) => {
    const target = await getTarget(deps, request, 'revokeSessions')
    await endSessionsOfPerson(deps, { ...target, because: 'revoked_by_administrator' })
    return backTo(target)
  })

  for (const [path, enabled] of [
    ['disable', false],
    ['enable', true],
  ] as const) {
    app.post(`/admin-plain/people/:userId/${path}`, async (request) => {
      const target = await getTarget(deps, request, 'switchAccount')
      await setPersonEnabled(deps, { ...target, enabled })
      return backTo(target)
    })
  }
}

/**
 * Who is meant, and on whose behalf: only a person of the administrator's own organisation, and only if the
 * administrator may.
 *
 * @throws IdentityRefusal `session_ended`, `stronger_sign_in_needed`, `not_found`, `not_permitted`, `pass_for_oneself`,
 *   `fresh_sign_in_needed`
 */
async function getTarget(
  deps: ServerDeps,
  request: FastifyRequest,
  action: AdminAction,
): Promise<PersonTarget> {
  const visit = await getAdminVisit(deps, request)
  const { tenantId } = visit.tenant
  const userId = readParameter(request, 'userId')
  if ((await deps.stores.people.find(tenantId, userId)) === undefined) throw new IdentityRefusal('not_found')
  const roles = await deps.stores.roles.listOfPerson(tenantId, userId)
  assertMayAdminister(deps, visit, action, { userId, roles })
  return {
    tenantId,
    userId,
    actor: { kind: 'person', userId: visit.person.userId },
    correlationId: request.visitor.correlationId,
    ipAddress: request.visitor.ipAddress,
  }
}

function backTo({ userId }: PersonTarget): { readonly navigate: string } {
  return { navigate: `/admin-plain/people/${userId}` }
}

function readParameter(request: FastifyRequest, name: string): string {
  return z.record(z.string(), z.string()).parse(request.params)[name] ?? ''
}
