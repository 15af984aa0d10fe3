/** A server that exists in memory and believes nothing, and a surface in front of it. Only tests import this. */
import type { AccountPasskey, DeviceRegistration, RegisteredDevice } from '@latchkey/api/authenticator'
import { deviceProofType, surfaceAaguids } from '@latchkey/api/authenticator'
import { makeClock } from '@latchkey/ctap/fixture'
import { fromBase64url, fromUtf8, toBase64url, toUtf8 } from '@latchkey/encoding'
import { readCertificateRequest } from '@latchkey/encoding/x509'
import {
  type AccountDeps,
  type DeviceKeys,
  type EngineDeps,
  keeperShelf,
  memoryStore,
  newAuthenticatorApi,
  newVault,
  type Question,
  type ScreenAnswer,
  webDeviceKeys,
  webKeeperCryptography,
} from './index.ts'

export const pin = '482913'
export const serverUrl = 'https://login.example.org'
const { subtle } = crypto
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const sha256 = async (bytes: Uint8Array) =>
  toBase64url(new Uint8Array(await subtle.digest('SHA-256', Uint8Array.from(bytes))))

/** The account the session of the fake server is of. */
export const ada = {
  tenantId: 'c0ffee00-0000-4000-8000-000000000001',
  organisation: 'Example',
  userId: 'c0ffee00-0000-4000-8000-0000000000ad',
  userName: 'ada@example.org',
  displayName: 'Ada',
  rpId: 'login.example.org',
  origins: [serverUrl],
  userHandle: toBase64url(new Uint8Array(32).fill(0xad)),
}

/** A device as the server keeps it. */
interface ServerDevice {
  device: RegisteredDevice
  readonly publicKey: Uint8Array
  tenantId: string
}

/** What the fake server is asked, and what it shall do. */
export interface FakeServer {
  readonly fetch: typeof fetch
  readonly asked: { readonly method: string; readonly path: string; readonly body: unknown }[]
  readonly devices: Map<string, ServerDevice>
  /** Passkeys it knows of. */
  passkeys: AccountPasskey[]
  /** The account of the session. */
  account: typeof ada
  /** Refuse the next request to this path, by this code. */
  refuse: { readonly path: string; readonly code: string; readonly status?: number } | undefined
  attestation: 'none' | 'direct'
}

/** A server whose clock may stand elsewhere than the device's. */
function fakeServer(now: () => Date): FakeServer {
  const spent = new Set<string>()
  const server: FakeServer = {
    asked: [],
    devices: new Map(),
    passkeys: [],
    account: ada,
    refuse: undefined,
    attestation: 'direct',
    async fetch(input, init) {
      const request = new Request(input, init)
      const bytes = new Uint8Array(await request.clone().arrayBuffer())
      const { pathname, searchParams } = new URL(request.url)
      const path = pathname.replace('/authenticator/api', '')
      const text = fromUtf8(bytes)
      const body: unknown = text === '' ? undefined : JSON.parse(text)
      server.asked.push({ method: request.method, path, body })
      if (server.refuse?.path === path) {
        const { code, status = 403 } = server.refuse
        server.refuse = undefined
        return problem(code, status)
      }
      const caller = await findCaller(request, bytes)
      if (caller instanceof Response) return caller
      return await answer(request.method, path, text, caller, searchParams)
    },
  }

  function problem(code: string, status: number): Response {
    const headers = { 'content-type': 'application/problem+json', date: now().toUTCString() }
    return new Response(JSON.stringify({ type: `urn:latchkey:${code}`, status }), { status, headers })
  }

  async function findCaller(
    request: Request,
    body: Uint8Array,
  ): Promise<ServerDevice | 'session' | Response> {
    const [scheme, text = ''] = (request.headers.get('authorization') ?? 'Bearer cookie').split(' ')
    if (scheme === 'Bearer') return 'session'
    const [header = '', payload = '', signature = ''] = text.split('.')
    const { alg, typ, kid } = JSON.parse(fromUtf8(fromBase64url(header)))
    const claims = JSON.parse(fromUtf8(fromBase64url(payload)))
    const device = server.devices.get(kid)
    if (alg !== 'ES256' || typ !== deviceProofType || device === undefined)
      return problem('device_unknown', 401)
    const how = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    const key = await subtle.importKey('spki', Uint8Array.from(device.publicKey), how, false, ['verify'])
    const signed = toUtf8(`${header}.${payload}`)
    if (!(await subtle.verify(how, key, fromBase64url(signature), signed))) return problem('proof', 401)
    const { origin, pathname } = new URL(request.url)
    if (Math.abs(claims.iat * 1000 - now().getTime()) > 60_000) return problem('device_clock_wrong', 401)
    const bound =
      claims.tid === device.tenantId &&
      claims.htm === request.method &&
      claims.htu === origin + pathname &&
      claims.bh === (body.length === 0 ? undefined : await sha256(body))
    if (!bound || spent.has(claims.jti)) return problem('proof', 401)
    spent.add(claims.jti)
    return device.device.state === 'revoked' ? problem('device_revoked', 401) : device
  }

  const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })

  async function answer(
    method: string,
    path: string,
    text: string,
    caller: ServerDevice | 'session',
    query: URLSearchParams,
  ): Promise<Response> {
    const at = caller === 'session' ? server.devices.get(query.get('deviceId') ?? '') : caller
    switch (`${method} ${path}`) {
      case 'POST /devices':
        return json(register(JSON.parse(text)), 201)
      case 'POST /devices/renew': {
        if (at === undefined) return problem('device_unknown', 404)
        at.device = { ...at.device, ...validity(now()) }
        return json({ device: at.device, x5c: [toBase64url(random(40)), toBase64url(random(40))] })
      }
      case 'GET /account':
        if (at === undefined || at.device.state === 'revoked') return problem('device_unknown', 404)
        return json({
          account: server.account,
          device: at.device,
          passkeys: server.passkeys,
          methods: [],
          offers: { passkey: true, ownKey: false, push: false, codes: false },
        })
      case 'DELETE /devices/this':
        if (at !== undefined) at.device = { ...at.device, state: 'revoked' }
        return new Response(null, { status: 204 })
      case 'POST /passkeys/begin':
        return json({ options: options(server) })
      case 'POST /passkeys/finish': {
        const { response } = JSON.parse(text)
        const passkey = { id: response.id, name: 'A', synced: false, here: true, createdAt: '' }
        server.passkeys.push(passkey)
        return json({ passkey })
      }
      default:
        return json({})
    }
  }

  function register(asked: DeviceRegistration) {
    const { publicKey } = readCertificateRequest(fromBase64url(asked.csr))
    const deviceId = asked.formerDeviceId ?? crypto.randomUUID()
    const device: RegisteredDevice = {
      deviceId,
      name: asked.name,
      surface: asked.surface,
      aaguid: surfaceAaguids[asked.surface],
      appVersion: asked.appVersion,
      evidence: 'software',
      state: 'active',
      ...validity(now()),
      tooOld: false,
    }
    server.devices.set(deviceId, { device, publicKey, tenantId: server.account.tenantId })
    return { device, account: server.account, x5c: [toBase64url(random(40)), toBase64url(random(40))] }
  }
  return server
}

const day = 24 * 3600_000
const validity = (at: Date) => ({
  expiresAt: new Date(at.getTime() + 180 * day).toISOString(),
  renewsAt: new Date(at.getTime() + 150 * day).toISOString(),
})

function options({ account, attestation }: FakeServer) {
  const { userHandle: id, userName: name, displayName, rpId } = account
  return {
    rp: { id: rpId, name: 'Example' },
    user: { id, name, displayName },
    challenge: toBase64url(random(32)),
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation,
  }
}

/** A surface with its vault set up and open, its clock, and a server. */
export async function openSurface(change: { readonly deviceKeys?: DeviceKeys } = {}) {
  const clock = makeClock()
  const serverClock = makeClock()
  const server = fakeServer(serverClock.now)
  const store = memoryStore()
  const vault = newVault({ store, subtle, random, now: clock.now }, { pinIterations: 1000 })
  await vault.setLock({ pin })
  const cryptography = webKeeperCryptography(subtle)
  const questions: Question[] = []
  const screen = {
    answer: (_: Question): ScreenAnswer => ({ outcome: 'agreed', secret: { pin } }),
    async ask(question: Question) {
      questions.push(question)
      return screen.answer(question)
    },
  }
  const deps: AccountDeps & EngineDeps = {
    fetch: server.fetch,
    subtle,
    random,
    now: clock.now,
    store,
    vault,
    deviceKeys: webDeviceKeys(subtle),
    surface: 'extension',
    appVersion: '1.2.3',
    cryptography,
    shelf: keeperShelf({ store, vault, cryptography }),
    screen,
    ...change,
  }
  const session = newAuthenticatorApi(deps, { serverUrl, caller: { by: 'token', accessToken: 'token' } })
  const names = { serverUrl, name: 'Laptop', operatingSystem: 'Linux', operatingSystemVersion: '6' }
  return { deps, server, store, vault, clock, serverClock, session, names, questions, screen }
}
