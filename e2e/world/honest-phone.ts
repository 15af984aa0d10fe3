import { generateKeyPairSync, sign } from 'node:crypto'
import {
  type ApprovalAnswerKind,
  type ApprovalClaims,
  type ApprovalOutcomeAnswer,
  approvalType,
  type Surface,
  type WaitingRequest,
  type WaitingRequestsAnswer,
} from '@latchkey/api/authenticator'
import { sha256 } from '@latchkey/identity'
import {
  type AccountDeps,
  type AuthenticatorApi,
  addAccount,
  type Caller,
  deviceApi,
  type KeptAccount,
  memoryStore,
  newAuthenticatorApi,
  webDeviceKeys,
} from '@latchkey/keeper'
import type { PlainBrowser } from './plain-browser.ts'

/** A registered device whose software does what it says, and whose person does what the page in front of them says. */
export interface HonestDevice {
  readonly account: KeptAccount
  /** The routes, as this device. */
  readonly api: AuthenticatorApi
  /** Be asked to approve sign-ins from now on. */
  approves(): Promise<void>
  /** Wait for the next sign-in that is asked about. */
  asked(): Promise<WaitingRequest>
  /** Sign an answer and send it. @param number what was typed */
  answer(request: WaitingRequest, kind: ApprovalAnswerKind, number?: string): Promise<ApprovalOutcomeAnswer>
}

/** What keeps accounts of a device without a disk. */
export function deviceDeps(surface: Surface, fetch: typeof globalThis.fetch): AccountDeps {
  return {
    fetch,
    subtle: crypto.subtle,
    now: () => new Date(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    store: memoryStore(),
    deviceKeys: webDeviceKeys(crypto.subtle),
    surface,
    appVersion: '1.0.0',
  }
}

/**
 * Add the account of whoever is signed in in a browser.
 *
 * @param caller whose session: by the cookie of that browser, or by a token
 * @param own how the device sends what it says for itself
 * @throws ApiProblem when the server refuses
 */
export async function registerHonestDevice(
  server: URL,
  browser: PlainBrowser,
  surface: Surface,
  caller: Caller = { by: 'cookie' },
  own: typeof globalThis.fetch = globalThis.fetch,
): Promise<HonestDevice> {
  const deps = deviceDeps(surface, browser.fetch)
  const asSession = newAuthenticatorApi(deps, { serverUrl: server.origin, caller })
  const account = await addAccount(deps, asSession, {
    serverUrl: server.origin,
    name: `The ${surface} of somebody honest`,
    operatingSystem: 'Linux',
    operatingSystemVersion: '6.1',
  })
  // A device speaks for itself: it has no cookies.
  const api = await deviceApi({ ...deps, fetch: own }, account)
  const { tenantId } = account.account
  const { deviceId } = account.device
  const approvalKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  return {
    account,
    api,
    async approves() {
      const spki = approvalKey.publicKey.export({ type: 'spki', format: 'der' })
      await api.send('PUT', '/push', { approvalKey: spki.toString('base64url') })
    },
    async asked() {
      const { requests } = await api.send<WaitingRequestsAnswer>('GET', '/requests?wait=10')
      const [request] = requests
      if (request === undefined) throw new Error('nobody asked')
      return request
    },
    answer(request, kind, number) {
      const claims: ApprovalClaims = {
        tid: tenantId,
        rid: request.requestId,
        ans: kind,
        ...(number !== undefined && { num: number }),
        ctx: Buffer.from(sha256(request.context)).toString('base64url'),
        iat: Math.floor(Date.now() / 1000),
      }
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const signed = `${part({ alg: 'ES256', typ: approvalType, kid: deviceId })}.${part(claims)}`
      const how = { key: approvalKey.privateKey, dsaEncoding: 'ieee-p1363' } as const
      const approval = `${signed}.${sign('sha256', Buffer.from(signed), how).toString('base64url')}`
      return api.send('POST', `/requests/${request.requestId}/answer`, { approval })
    },
  }
}
