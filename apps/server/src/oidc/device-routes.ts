import {
  type App,
  findConsent,
  mayUseApp,
  recordSignIn,
  rememberConsent,
  type Tenant,
} from '@latchkey/identity'
import { isAtLeast, satisfies } from '@latchkey/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readBody } from '../http/read-body.ts'
import { readSession, type SignedInVisitor } from '../http/session.ts'
import { findTenantBySegment } from '../http/tenant.ts'
import { renderErrorPage } from '../page/error-page.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { beginSignIn } from '../sign-in/begin-sign-in.ts'
import {
  approveDevice,
  findTenantOfUserCode,
  findWaitingDevice,
  readUserCode,
  refuseDevice,
  showUserCode,
  type WaitingDevice,
} from './device-codes.ts'
import { showDeviceCodePage, showDeviceConfirmPage, showDeviceEndPage } from './pages/device-pages.ts'
import { deviceConfirmPath, devicePath, routes } from './paths.ts'
import type { ProviderPool } from './provider-pool.ts'
import { leastStrengthFor } from './requirement.ts'

interface Tenanted {
  Params: { tenant: string }
  Querystring: { user_code?: string }
}

/** A device that waits, the app on it, and who is here to let it in. */
interface DeviceVisit {
  readonly tenant: Tenant
  readonly device: WaitingDevice
  readonly app: App
  readonly signedIn: SignedInVisitor
  /** What the person agrees to by letting it in. */
  readonly newScopes: readonly string[]
}

const Answer = z.object({ answer: z.enum(['yes', 'no']) })

/**
 * Signing a device in by its code: the code is typed, the person signs in here, is told what it is and that a stranger
 * may have sent the code, and says yes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8628#section-5.4
 */
export const deviceRoutes = (pool: ProviderPool): ServerPlugin => {
  return async (app, { deps }) => {
    app.get<{ Querystring: { user_code?: string } }>(devicePath, async (request, reply) => {
      const typed = request.query.user_code
      if (typeof typed !== 'string') return await showDeviceCodePage(reply, 'empty')
      const userCode = readUserCode(typed)
      const tenantId = await findTenantOfUserCode(deps, userCode)
      const waiting = tenantId && (await findWaitingDevice(deps, deps.stores, { tenantId, userCode }))
      if (!tenantId || !waiting) return await showDeviceCodePage(reply, 'unknown')
      return reply.redirect(deviceConfirmPath(tenantId, userCode), 303)
    })

    app.get<Tenanted>(`/:tenant${routes.code_verification}`, async (request, reply) => {
      const visit = await findVisit(deps, request, reply)
      if (visit === undefined) return reply
      return await showDeviceConfirmPage(reply, {
        ...visit,
        person: visit.signedIn.person,
        code: showUserCode(visit.device.userCode),
        ipAddress: visit.device.ipAddress,
        action: deviceConfirmPath(visit.tenant.tenantId, visit.device.userCode),
      })
    })

    app.post<Tenanted>(`/:tenant${routes.code_verification}`, async (request, reply) => {
      const { answer } = readBody(Answer, request)
      const visit = await findVisit(deps, request, reply)
      if (visit === undefined) return reply
      const answered =
        answer === 'yes'
          ? await letIn(deps, pool, request, visit)
          : await refuseDevice(deps, visit.device, request.visitor)
      const end = answer === 'yes' ? 'done' : 'stopped'
      return reply.send({ navigate: answered ? `${devicePath}/${end}` : devicePath })
    })

    app.get(`${devicePath}/done`, (_request, reply) => showDeviceEndPage(reply, 'done'))
    app.get(`${devicePath}/stopped`, (_request, reply) => showDeviceEndPage(reply, 'stopped'))
  }
}

/** Find what a visit is about; or answer it: with the page for the code, to sign in, or with why not. */
async function findVisit(
  deps: ServerDeps,
  request: FastifyRequest<Tenanted>,
  reply: FastifyReply,
): Promise<DeviceVisit | undefined> {
  const found = await findTenantBySegment(deps, request.params.tenant)
  const userCode = readUserCode(String(request.query.user_code ?? ''))
  const device =
    found?.kind === 'tenant'
      ? await findWaitingDevice(deps, deps.stores, { tenantId: found.tenant.tenantId, userCode })
      : undefined
  const app = device && (await deps.stores.apps.find(device.artefact.tenantId, device.clientId))
  if (found?.kind !== 'tenant' || !device || !app?.enabled || !app.deviceCodeAllowed) {
    await showDeviceCodePage(reply, 'unknown')
    return undefined
  }
  const { tenant } = found
  const least = leastStrengthFor(tenant, app)
  if (!isAtLeast('multiFactor', least)) {
    await showDeviceEndPage(reply, 'tooWeak', { tenant, app })
    return undefined
  }
  const signedIn = await readSession(deps, request, tenant.tenantId)
  if (signedIn === undefined || !satisfies(signedIn.session.proofs, least).allow) {
    const to = deviceConfirmPath(tenant.tenantId, userCode)
    const about = { clientId: app.clientId, displayName: app.displayName }
    const require = { strength: least }
    void reply.redirect(
      beginSignIn(deps, request, reply, { tenantId: tenant.tenantId, to, require, app: about }),
    )
    return undefined
  }
  if (!(await mayUseApp(deps, app, signedIn.person)).allowed) {
    await renderErrorPage(reply, { code: 'app_not_assigned', status: 403, tenant })
    return undefined
  }
  const newScopes = await listNewScopes(deps, app, device, signedIn)
  if (newScopes.length > 0 && app.consent === 'administrator') {
    await renderErrorPage(reply, { code: 'consent_needed', status: 403, tenant })
    return undefined
  }
  return { tenant, device, app, signedIn, newScopes }
}

async function listNewScopes(
  deps: ServerDeps,
  app: App,
  device: WaitingDevice,
  { person }: SignedInVisitor,
): Promise<readonly string[]> {
  if (app.consent === 'none') return []
  const { tenantId, clientId } = app
  const agreed = await findConsent(deps, { tenantId, clientId, userId: person.userId })
  return device.scopes.filter((scope) => !agreed.includes(scope))
}

async function letIn(
  deps: ServerDeps,
  pool: ProviderPool,
  request: FastifyRequest,
  { device, app, signedIn, newScopes }: DeviceVisit,
): Promise<boolean> {
  const { person, session } = signedIn
  const { tenantId, clientId } = app
  const { visitor } = request
  if (newScopes.length > 0) {
    await rememberConsent(deps, {
      tenantId,
      clientId,
      userId: person.userId,
      scopes: newScopes,
      actor: { kind: 'person', userId: person.userId },
      correlationId: visitor.correlationId,
    })
  }
  const { provider } = await pool.get(tenantId)
  const approved = await approveDevice(deps, provider, { device, app, person, session, visitor })
  await recordSignIn(deps, {
    tenantId,
    outcome: approved ? 'success' : 'failure',
    code: approved ? '' : 'link_unusable',
    detail: 'device code',
    userId: person.userId,
    userName: person.userName,
    clientId,
    visitor,
  })
  return approved
}
