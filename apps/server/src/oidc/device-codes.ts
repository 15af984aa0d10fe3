import {
  type App,
  type Artefact,
  getLiveSession,
  newId,
  newSecret,
  type Person,
  type Session,
  type Shelves,
  sha256,
} from '@latchkey/identity'
import type { AdapterPayload } from 'oidc-provider'
import { z } from 'zod'
import type { ServerDeps } from '../server-deps.ts'
import { hashUserCode, openPayload, sealPayload } from './adapter.ts'
import { describeAuthentication } from './decide-authorization.ts'
import { lifetimes } from './lifetimes.ts'
import type { Provider } from './oidc-module.ts'
import { findResource, ofOneResource, openidScopes } from './scopes.ts'

/** A device that waits for somebody to type its code. */
export interface WaitingDevice {
  readonly artefact: Artefact
  readonly payload: AdapterPayload
  readonly userCode: string
  readonly clientId: string
  readonly scopes: readonly string[]
  /** Where it asked from. */
  readonly ipAddress: string
}

const model = 'DeviceCode'

const Payload = z.object({
  clientId: z.string(),
  exp: z.number(),
  accountId: z.string().optional(),
  error: z.string().optional(),
  params: z.object({ scope: z.string().default('') }),
  deviceInfo: z.object({ ipAddress: z.string() }),
})

/** Read a code as a person types it: small letters, spaces and hyphens do not matter. */
export function readUserCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, 16)
}

/** Write a code as the device shows it. */
export function showUserCode(userCode: string): string {
  return `${userCode.slice(0, 4)}-${userCode.slice(4)}`
}

/** Find the tenant whose device shows a code. */
export function findTenantOfUserCode(
  { stores, now }: Pick<ServerDeps, 'stores' | 'now'>,
  userCode: string,
): Promise<string | undefined> {
  return stores.artefacts.findTenantByUserCode(hashUserCode(userCode), now())
}

/** Find the device that shows a code and still waits. */
export async function findWaitingDevice(
  deps: Pick<ServerDeps, 'stores' | 'keyring' | 'now' | 'config'>,
  { artefacts }: Pick<Shelves, 'artefacts'>,
  { tenantId, userCode }: { readonly tenantId: string; readonly userCode: string },
): Promise<WaitingDevice | undefined> {
  const artefact = await artefacts.findByUserCode(tenantId, model, hashUserCode(userCode), deps.now())
  const payload = artefact && (await openPayload(deps, artefact))
  const read = Payload.safeParse(payload)
  if (!artefact || !payload || !read.success) return undefined
  const { clientId, exp, accountId, error, params, deviceInfo } = read.data
  const isOver = exp <= Date.now() / 1000 || accountId !== undefined || error !== undefined
  if (isOver || artefact.consumedAt !== undefined) return undefined
  const asked = params.scope.split(' ').filter((scope) => scope !== '')
  const scopes = ofOneResource(asked, deps.config.url)
  return { artefact, payload, userCode, clientId, scopes, ipAddress: deviceInfo.ipAddress }
}

/** Who lets a device in, and in which session they do. */
export interface DeviceApproval {
  readonly device: WaitingDevice
  readonly app: App
  readonly person: Person
  readonly session: Session
}

/**
 * Sign a device in: a session of its own, which knows how it came about, so that what was proven here never counts as
 * phishing-resistant there; listed with the person's other sessions, and ended like them.
 *
 * @returns false if the code was answered meanwhile
 * @throws IdentityRefusal `session_ended`, if the approving session was meanwhile
 */
export async function approveDevice(
  deps: ServerDeps,
  provider: Provider,
  { device, app, person, session }: DeviceApproval,
): Promise<boolean> {
  const now = deps.now()
  const ofDevice: Session = {
    tenantId: session.tenantId,
    userId: session.userId,
    proofs: session.proofs,
    securityStamp: session.securityStamp,
    ...(session.passId !== undefined && { passId: session.passId }),
    // As long as a token of it may be used: until then the person sees it among their sessions.
    expiresAt:
      session.passId === undefined
        ? new Date(now.getTime() + lifetimes.refreshToken * 1000)
        : session.expiresAt,
    sessionId: newId(deps),
    origin: 'deviceCode',
    staysSignedIn: false,
    createdAt: now,
    lastSeenAt: now,
    ipAddress: device.ipAddress,
    userAgent: app.displayName,
  }
  const grant = new provider.Grant({ clientId: app.clientId, accountId: person.userId })
  grant.addOIDCScope(device.scopes.filter((scope) => openidScopes.some((known) => known === scope)))
  const resource = findResource(device.scopes, deps.config.url)
  if (resource !== undefined) grant.addResourceScope(resource, [...device.scopes])
  const grantId = await grant.save()

  const { acr, amr, authTime } = describeAuthentication(ofDevice)
  const { sessionId } = ofDevice
  return await answerDevice(deps, device, {
    payload: {
      accountId: person.userId,
      acr,
      amr,
      authTime,
      grantId,
      scope: device.scopes.join(' '),
      ...(resource !== undefined && { resource }),
      sessionUid: sessionId,
      sid: sessionId,
    },
    grantId,
    async also(tx) {
      // It was read before the unit: somebody may have signed out since, or lost the pass it came from.
      await getLiveSession(tx, deps, session)
      // Nobody has its secret: it is no browser's.
      await tx.sessions.insert(ofDevice, sha256(newSecret(deps)))
      await tx.sessions.insertApp(ofDevice.tenantId, sessionId, app.clientId)
    },
    sessionId,
  })
}

/** Tell a device that it was refused. @returns false if the code was answered meanwhile */
export function refuseDevice(deps: ServerDeps, device: WaitingDevice): Promise<boolean> {
  return answerDevice(deps, device, {
    payload: { error: 'access_denied', errorDescription: 'the person said no' },
  })
}

interface DeviceAnswer {
  readonly payload: AdapterPayload
  readonly grantId?: string
  readonly sessionId?: string
  readonly also?: (tx: Shelves) => Promise<void>
}

async function answerDevice(deps: ServerDeps, device: WaitingDevice, answer: DeviceAnswer): Promise<boolean> {
  const { tenantId } = device.artefact
  const { grantId, sessionId } = answer
  return await deps.stores.atomically(async (tx) => {
    // Looked for again inside the unit: of two people who type the code one is first.
    const waiting = await findWaitingDevice(deps, tx, { tenantId, userCode: device.userCode })
    if (waiting === undefined) return false
    await answer.also?.(tx)
    await tx.artefacts.put({
      ...waiting.artefact,
      payload: sealPayload(deps, waiting.artefact, { ...waiting.payload, ...answer.payload }),
      ...(grantId !== undefined && { grantId }),
      ...(sessionId !== undefined && { sessionId }),
    })
    return true
  })
}
