import {
  type App,
  findApp,
  IdentityRefusal,
  mayUseApp,
  recordSignIn,
  rememberConsent,
  type Tenant,
  toNetworkPrefix,
} from '@latchkey/identity'
import {
  type AccessDecision,
  isAtLeast,
  type StrengthName,
  satisfies,
  satisfiesStrength,
} from '@latchkey/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type AskedTarget, appTarget } from '../access/access-target.ts'
import { decideVisit } from '../access/decide-visit.ts'
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
import { findResourceName } from './find-app.ts'
import { findMissingConsent } from './find-missing-consent.ts'
import { showDeviceCodePage, showDeviceConfirmPage, showDeviceEndPage } from './pages/device-pages.ts'
import { deviceConfirmPath, devicePath, routes } from './paths.ts'
import type { ProviderPool } from './provider-pool.ts'
import { leastStrengthFor } from './requirement.ts'
import { findAppOfResource, findResource } from './scopes.ts'

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

/** Wrong codes per network and ten minutes: of some 10^10 codes a handful are good at a time. */
const mostTries = 30
const tryWindowSeconds = 600

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
      if (typeof typed !== 'string' || !wasTyped(request)) return await showDeviceCodePage(reply, 'empty')
      const giveBack = await countTry(deps, request)
      const userCode = readUserCode(typed)
      const tenantId = await findTenantOfUserCode(deps, userCode)
      const waiting = tenantId && (await findWaitingDevice(deps, deps.stores, { tenantId, userCode }))
      if (!tenantId || !waiting) return await showDeviceCodePage(reply, 'unknown')
      await giveBack()
      return reply.redirect(deviceConfirmPath(tenantId, userCode), 303)
    })

    app.get<Tenanted>(`/:tenant${routes.code_verification}`, async (request, reply) =>
      wasTyped(request)
        ? await showVisit(deps, request, reply, await lookAtVisit(deps, request))
        : await showDeviceCodePage(reply, 'empty'),
    )

    app.post<Tenanted>(`/:tenant${routes.code_verification}`, async (request, reply) => {
      const { answer } = readBody(Answer, request)
      const state = await lookAtVisit(deps, request)
      // Whatever it is now, the page says it.
      if (state.kind !== 'ready') return reply.send({ navigate: request.url })
      const answered =
        answer === 'yes'
          ? await letIn(deps, pool, request, state.visit)
          : await refuseDevice(deps, state.visit.device)
      if (answered === 'signed_out') return reply.send({ navigate: request.url })
      const end = answer === 'yes' ? 'done' : 'stopped'
      return reply.send({ navigate: answered ? `${devicePath}/${end}` : devicePath })
    })

    app.get(`${devicePath}/done`, (_request, reply) => showDeviceEndPage(reply, 'done'))
    app.get(`${devicePath}/stopped`, (_request, reply) => showDeviceEndPage(reply, 'stopped'))
  }
}

/** How a visit stands. */
type VisitState =
  | { readonly kind: 'ready'; readonly visit: DeviceVisit }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'refused'
      readonly code: 'app_not_assigned' | 'consent_needed' | 'blocked_by_policy'
      readonly tenant: Tenant
    }
  | { readonly kind: 'too_weak'; readonly tenant: Tenant; readonly app: App }
  | {
      readonly kind: 'sign_in'
      readonly tenant: Tenant
      readonly app: App
      readonly strength: StrengthName
      readonly asked: AskedTarget
      readonly userCode: string
    }

async function lookAtVisit(deps: ServerDeps, request: FastifyRequest<Tenanted>): Promise<VisitState> {
  const found = await findTenantBySegment(deps, request.params.tenant)
  if (found?.kind !== 'tenant') return { kind: 'unknown' }
  const { tenant } = found
  const { tenantId } = tenant
  const giveBack = await countTry(deps, request)
  const userCode = readUserCode(String(request.query.user_code ?? ''))
  const device = await findWaitingDevice(deps, deps.stores, { tenantId, userCode })
  const app = device && (await findApp(deps.stores, tenantId, device.clientId))
  if (!device || !app?.enabled || !app.deviceCodeAllowed) return { kind: 'unknown' }
  await giveBack()

  const strength = leastStrengthFor(tenant, app)
  if (!isAtLeast('multiFactor', strength)) return { kind: 'too_weak', tenant, app }
  const asked = appTarget(app.clientId, {
    resource: findAppOfResource(findResource(device.scopes, deps.config.url) ?? ''),
    client: 'deviceCode',
  })
  const signIn = { kind: 'sign_in', tenant, app, strength, asked, userCode } as const
  const signedIn = await readSession(deps, request, tenantId)
  if (signedIn === undefined || !satisfies(signedIn.session.proofs, strength).allow) {
    return signIn
  }
  const access = await decideVisit(deps, { ...signedIn, asked, visitor: request.visitor })
  if (access.outcome === 'blocked') return { kind: 'refused', code: 'blocked_by_policy', tenant }
  if (access.outcome === 'needs') {
    return isBeyondDeviceCode(access) ? { kind: 'too_weak', tenant, app } : signIn
  }
  if (!(await mayUseApp(deps, app, signedIn.person)).allowed) {
    return { kind: 'refused', code: 'app_not_assigned', tenant }
  }
  const missing = await findMissingConsent(deps, { app, person: signedIn.person, scopes: device.scopes })
  const { scopes: newScopes, by } = missing
  if (newScopes.length > 0 && by === 'administrator') {
    return { kind: 'refused', code: 'consent_needed', tenant }
  }
  return { kind: 'ready', visit: { tenant, device, app, signedIn, newScopes } }
}

/** Whether a strength is wanted that was proven here, and does not count behind a code: to prove it again is no help. */
function isBeyondDeviceCode({ needs, counting }: AccessDecision): boolean {
  return needs.strengths.some(
    (strength) =>
      satisfiesStrength(counting, strength).allow &&
      !satisfiesStrength(counting, strength, 'deviceCode').allow,
  )
}

async function showVisit(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  state: VisitState,
): Promise<FastifyReply> {
  switch (state.kind) {
    case 'unknown':
      return await showDeviceCodePage(reply, 'unknown')
    case 'too_weak':
      return await showDeviceEndPage(reply, 'tooWeak', state)
    case 'refused':
      return await renderErrorPage(reply, { code: state.code, status: 403, tenant: state.tenant })
    case 'sign_in': {
      const { tenant, app, strength, asked, userCode } = state
      const ask = {
        tenantId: tenant.tenantId,
        to: deviceConfirmPath(tenant.tenantId, userCode),
        require: { strength, asked },
        app: { clientId: app.clientId, displayName: app.displayName },
      }
      return reply.redirect(beginSignIn(deps, request, reply, ask), 303)
    }
    case 'ready': {
      const { tenant, app, device, signedIn, newScopes } = state.visit
      return await showDeviceConfirmPage(reply, {
        tenant,
        app,
        asked: {
          scopes: newScopes,
          resourceName: await findResourceName(deps, tenant.tenantId, newScopes),
        },
        person: signedIn.person,
        code: showUserCode(device.userCode),
        ipAddress: device.ipAddress,
        action: deviceConfirmPath(tenant.tenantId, device.userCode),
      })
    }
  }
}

/**
 * Whether the code came from a page of ours and not by a link: a link that carries one is how a stranger has a device of
 * theirs let in by a single click. Browsers that do not say are believed.
 */
function wasTyped({ headers }: FastifyRequest): boolean {
  return (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin'
}

/** Count a try at a code, before it is looked for: codes are short. @throws IdentityRefusal `too_many_attempts` */
async function countTry(
  { stores, now }: ServerDeps,
  { visitor }: FastifyRequest,
): Promise<() => Promise<void>> {
  const key = `device code ${toNetworkPrefix(visitor.ipAddress)}`
  const { attempts, windowEndsAt } = await stores.throttle.take('', key, now(), tryWindowSeconds)
  if (attempts > mostTries) throw new IdentityRefusal('too_many_attempts', { retryAt: windowEndsAt })
  return () => stores.throttle.giveBack('', key)
}

async function letIn(
  deps: ServerDeps,
  pool: ProviderPool,
  request: FastifyRequest,
  { device, app, signedIn, newScopes }: DeviceVisit,
): Promise<boolean | 'signed_out'> {
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
  const approved = await approveDevice(deps, provider, { device, app, person, session }).catch(toSignedOut)
  const code = approved === 'signed_out' ? 'session_ended' : 'link_unusable'
  await recordSignIn(deps, {
    tenantId,
    outcome: approved === true ? 'success' : 'failure',
    code: approved === true ? '' : code,
    detail: 'device code',
    userId: person.userId,
    userName: person.userName,
    clientId,
    visitor,
  })
  return approved
}

function toSignedOut(refusal: unknown): 'signed_out' {
  if (refusal instanceof IdentityRefusal && refusal.code === 'session_ended') return 'signed_out'
  throw refusal
}
