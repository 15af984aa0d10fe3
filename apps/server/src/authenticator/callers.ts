import {
  authenticatorAppId,
  findProvenDevice,
  findTokenHolder,
  IdentityRefusal,
  type KnownDevice,
  type Person,
  readAppVersion,
  type Session,
  type Tenant,
} from '@latchkey/identity'
import { satisfies } from '@latchkey/policy'
import type { FastifyRequest } from 'fastify'
import type { AskedTarget } from '../access/access-target.ts'
import { requireAccess } from '../access/decide-visit.ts'
import { verifyAccessToken } from '../oidc/verify-access-token.ts'
import { getVisit } from '../security-info/enter-portal.ts'
import type { ServerDeps } from '../server-deps.ts'
import { rawBodyOf } from './raw-body.ts'
import { readDeviceProof } from './read-device-proof.ts'

/** Somebody's session asks: by the cookie of this browser, or by a token that names the session. */
export interface SessionCaller {
  readonly kind: 'session'
  readonly by: 'cookie' | 'token'
  readonly session: Session
  readonly person: Person
  readonly tenant: Tenant
}

/** A registered device asks. */
export interface DeviceCaller {
  readonly kind: 'device'
  readonly device: KnownDevice
  readonly person: Person
  readonly tenant: Tenant
}

/**
 * Find whose session asks. With an `Authorization` no cookie is looked at. The session is held against how things stand:
 * one that ended, a person who was switched off, a rule that asks for more bind at once, whatever a token says.
 *
 * @param asked what it is about: rules may name it
 * @throws IdentityRefusal `session_ended`, `stronger_sign_in_needed`, `blocked_by_policy`
 */
export async function getSessionCaller(
  deps: ServerDeps,
  request: FastifyRequest,
  asked: AskedTarget,
): Promise<SessionCaller> {
  const { authorization } = request.headers
  if (authorization === undefined) {
    const { session, person, tenant } = await getVisit(deps, request, asked)
    return { kind: 'session', by: 'cookie', session, person, tenant }
  }
  const [, jwt] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization) ?? []
  const token =
    jwt === undefined ? 'it is no bearer token' : await verifyAccessToken(deps, jwt, authenticatorAppId)
  if (typeof token === 'string') throw new IdentityRefusal('session_ended', { detail: `token: ${token}` })
  const { tid: tenantId, sid: sessionId, azp: clientId, oid } = token
  if (sessionId === undefined || clientId !== authenticatorAppId) throw new IdentityRefusal('session_ended')
  const [holder, tenant] = await Promise.all([
    findTokenHolder(deps, { tenantId, sessionId, clientId }),
    deps.stores.tenants.find(tenantId),
  ])
  if (tenant === undefined || holder?.person.userId !== oid) throw new IdentityRefusal('session_ended')
  const { person, session } = holder
  if (!satisfies(session.proofs, tenant.settings.leastStrength, session.origin).allow) {
    throw new IdentityRefusal('stronger_sign_in_needed')
  }
  await requireAccess(deps, { person, session, asked, visitor: request.visitor })
  return { kind: 'session', by: 'token', session, person, tenant }
}

/**
 * Find which registered device asks, by the proof it signed over this very request. A proof of anything but a GET counts
 * once.
 *
 * @throws IdentityRefusal `device_unknown`, `device_revoked`, `device_clock_wrong`, `person_disabled`, `challenge_spent`
 */
export async function getDeviceCaller(deps: ServerDeps, request: FastifyRequest): Promise<DeviceCaller> {
  const body = rawBodyOf(request)
  const proof = readDeviceProof(request.headers.authorization, {
    method: request.method,
    address: deps.config.url.origin + new URL(request.url, deps.config.url).pathname,
    ...(body && { body }),
  })
  if (proof === undefined)
    throw new IdentityRefusal('device_unknown', { detail: 'no proof for this request' })
  const use = request.method === 'GET' ? 'read' : 'change'
  const { device, person } = await findProvenDevice(deps, proof, use)
  await noteSeen(deps, device, proof.appVersion)
  const tenant = await deps.stores.tenants.find(device.tenantId)
  if (tenant === undefined) throw new IdentityRefusal('device_unknown')
  return {
    kind: 'device',
    device: { ...device, appVersion: proof.appVersion ?? device.appVersion },
    person,
    tenant,
  }
}

/** How long after a device was heard of it is not written down again, in milliseconds. */
const seenMilliseconds = 5 * 60_000

/** Note that a device was heard of, and that its app was updated. Not at every request: nobody needs it that exactly. */
async function noteSeen(
  { stores, now }: ServerDeps,
  device: KnownDevice,
  version = device.appVersion,
): Promise<void> {
  const appVersion = readAppVersion(version)
  const at = now()
  const isRecent = at.getTime() - device.lastSeenAt.getTime() < seenMilliseconds
  if (isRecent && appVersion === device.appVersion) return
  await stores.registeredDevices.putSeen(device.tenantId, device.deviceId, { at, appVersion })
}

/** Whether a device says that it asks. */
export function isByDevice({ headers }: FastifyRequest): boolean {
  return /^Device /i.test(headers.authorization ?? '')
}
