import { ApiProblem, offlineCode, toProblem } from '@latchkey/api'
import type {
  AccountAnswer,
  BegunPasskey,
  DeviceRegistration,
  FinishedPasskey,
  PasskeyToFinish,
  RegisteredAnswer,
  RenewedAnswer,
} from '@latchkey/api/authenticator'
import { toUtf8 } from '@latchkey/encoding'
import type { DeviceKey } from '../keys/device-key.ts'
import { writeDeviceProof } from './device-proof.ts'

/** Who asks. */
export type Caller =
  /** The session of this very page: same origin, by its cookie. */
  | { readonly by: 'cookie' }
  /** A session, by the access token of the organisation’s provider. */
  | { readonly by: 'token'; readonly accessToken: string }
  /** This device, by its key. */
  | {
      readonly by: 'device'
      readonly tenantId: string
      readonly deviceId: string
      readonly key: DeviceKey
      readonly appVersion?: string
    }

/** What the client needs of its surroundings. */
export interface AuthenticatorApiDeps {
  readonly fetch: typeof fetch
  readonly subtle: SubtleCrypto
  readonly now: () => Date
  /** Bytes nobody can guess. */
  readonly random: (length: number) => Uint8Array
}

/**
 * The routes an authenticator asks the server by. Everything throws `ApiProblem` of `@latchkey/api`: `code` is the
 * refusal's name (`device_revoked`, `fresh_sign_in_needed`, …), or `browser_offline`, or `fault`.
 */
export interface AuthenticatorApi {
  /** Register this device. By a session with a proof of the last five minutes, or a pass. */
  registerDevice(registration: DeviceRegistration): Promise<RegisteredAnswer>
  /** Get a new certificate, in the last thirty days of the old one. By the device. @param csr DER, base64url */
  renewDevice(csr: string): Promise<RenewedAnswer>
  /** @param deviceId which device, when a session asks; a device asks about itself */
  account(deviceId?: string): Promise<AccountAnswer>
  /** This device goes: its certificate is revoked, and what hangs on it ends. By the device. */
  removeDevice(): Promise<void>
  /** Remove a passkey this device made. By the device. @param id base64url */
  removePasskey(id: string): Promise<void>
  /** By a session. */
  beginPasskey(): Promise<BegunPasskey>
  finishPasskey(passkey: PasskeyToFinish): Promise<FinishedPasskey>
  /** Any other route below `/authenticator/api`: approvals, codes, links. @param path begins with `/` */
  send<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T>
}

/**
 * Make the client of one caller. A device whose clock is wrong learns the server's from its answer
 * (`device_clock_wrong`, `Date`) and tries once more; the device's own clock is not changed.
 *
 * @param serverUrl the server's address, without a path
 */
export function newAuthenticatorApi(
  deps: AuthenticatorApiDeps,
  { serverUrl, caller }: { readonly serverUrl: string; readonly caller: Caller },
): AuthenticatorApi {
  const base = `${new URL(serverUrl).origin}/authenticator/api`
  let clockOffset = 0

  async function once(
    method: string,
    url: string,
    body: Uint8Array<ArrayBuffer> | undefined,
  ): Promise<Response> {
    const at = new Date(deps.now().getTime() + clockOffset)
    const authorization = await authorize(deps, caller, { method, url, at, ...(body && { body }) })
    // What `fetch` throws says no more than this.
    const { fetch } = deps
    return fetch(url, {
      method,
      // With a device's proof, too: what takes its owner's proof besides finds it in their session.
      credentials: caller.by === 'token' ? 'omit' : 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...(authorization !== undefined && { authorization }),
      },
      ...(body && { body }),
      cache: 'no-store',
      redirect: 'error',
    }).catch((cause) => {
      throw new ApiProblem({ status: 0, code: offlineCode }, { cause })
    })
  }

  async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const bytes = body === undefined ? undefined : toUtf8(JSON.stringify(body))
    const first = await readAnswer<T>(await once(method, base + path, bytes))
    if (first.ok) return first.body
    const date = first.problem.code === 'device_clock_wrong' ? readDate(first.date) : undefined
    if (caller.by !== 'device' || date === undefined) throw first.problem

    clockOffset = date.getTime() - deps.now().getTime()
    const second = await readAnswer<T>(await once(method, base + path, bytes))
    if (!second.ok) throw second.problem
    return second.body
  }

  const segment = encodeURIComponent
  return {
    send,
    registerDevice: (registration) => send('POST', '/devices', registration),
    renewDevice: (csr) => send('POST', '/devices/renew', { csr }),
    account: (deviceId) =>
      send('GET', deviceId === undefined ? '/account' : `/account?deviceId=${segment(deviceId)}`),
    removeDevice: () => send('DELETE', '/devices/this'),
    removePasskey: (id) => send('DELETE', `/passkeys/${segment(id)}`),
    beginPasskey: () => send('POST', '/passkeys/begin', {}),
    finishPasskey: (passkey) => send('POST', '/passkeys/finish', passkey),
  }
}

async function authorize(
  deps: AuthenticatorApiDeps,
  caller: Caller,
  request: { readonly method: string; readonly url: string; readonly at: Date; readonly body?: Uint8Array },
): Promise<string | undefined> {
  switch (caller.by) {
    case 'cookie':
      return undefined
    case 'token':
      return `Bearer ${caller.accessToken}`
    case 'device': {
      const { by: _, ...device } = caller
      return `Device ${await writeDeviceProof(deps, { ...device, ...request })}`
    }
  }
}

type Answer<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly problem: ApiProblem; readonly date: string | null }

async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const body = await readJson(response)
  if (response.ok) return { ok: true, body }
  const correlationId = response.headers.get('x-correlation-id') ?? undefined
  return {
    ok: false,
    problem: toProblem(response.status, body, correlationId),
    date: response.headers.get('date'),
  }
}

async function readJson(response: Response) {
  const text = await response.text().catch((cause) => {
    throw new ApiProblem({ status: 0, code: offlineCode }, { cause })
  })
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    // Something between us answered: a proxy's page, say. The status says what it was.
    return undefined
  }
}

function readDate(header: string | null): Date | undefined {
  const date = new Date(header ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}
