import { ApiProblem } from '@latchkey/api'
import { toBase64url } from '@latchkey/encoding'
import { writeCertificateRequest } from '../keys/write-certificate-request.ts'
import type { AuthenticatorApi } from '../server/authenticator-api.ts'
import type { KeptAccount } from '../storage/kept.ts'
import {
  type AccountDeps,
  accountIdOf,
  changeAccount,
  deviceApi,
  isAccount,
  openDeviceKey,
} from './account-book.ts'
import { isGone } from './remove-account.ts'

/** What the device says of itself besides what the surface is. */
export interface DeviceNames {
  /** What its owner calls it, 1 to 60 characters. */
  readonly name: string
  readonly operatingSystem: string
  readonly operatingSystemVersion: string
}

/**
 * Register this device for the account of a session, and keep the account. An account that is here already is registered
 * again in its place: the server is told the former registration, and its passkeys stay.
 *
 * @param api asks as the session: by cookie or by token
 * @param serverUrl the server's address, without a path
 * @throws ApiProblem when the server refuses (`fresh_sign_in_needed`, `authenticator_too_old`, …): nothing has changed here
 */
export async function addAccount(
  deps: AccountDeps,
  api: AuthenticatorApi,
  { serverUrl, ...names }: DeviceNames & { readonly serverUrl: string },
): Promise<KeptAccount> {
  const { origin } = new URL(serverUrl)
  const deviceKey = await deps.deviceKeys.make()
  const key = await deps.deviceKeys.open(deviceKey)
  const csr = await writeCertificateRequest(key)
  const tpm = await deps.deviceKeys.vouch?.(deviceKey, csr)
  const formerDeviceId = await findFormerDeviceId(deps, origin, api)
  const { account, device, x5c } = await api.registerDevice({
    ...names,
    surface: deps.surface,
    appVersion: deps.appVersion,
    csr: toBase64url(csr),
    ...(tpm && { tpm }),
    ...(formerDeviceId !== undefined && { formerDeviceId }),
  })
  const kept: KeptAccount = { serverUrl: origin, account, device, x5c, deviceKey }
  await putAccount(deps, kept)
  return kept
}

/**
 * Find which of the devices kept here is the one of the session's account. Until the server answers nobody here knows
 * whose session it is.
 */
async function findFormerDeviceId(
  { store }: AccountDeps,
  serverUrl: string,
  api: AuthenticatorApi,
): Promise<string | undefined> {
  const { accounts } = await store.read()
  for (const { device, serverUrl: other } of accounts) {
    if (other !== serverUrl) continue
    const answer = await api.account(device.deviceId).catch((cause) => {
      if (cause instanceof ApiProblem) return undefined
      throw cause
    })
    if (answer?.device.deviceId === device.deviceId) return device.deviceId
  }
  return undefined
}

function putAccount({ store }: AccountDeps, account: KeptAccount): Promise<void> {
  const id = accountIdOf(account)
  return store.change((kept) => {
    const former = kept.accounts.find((other) => isAccount(other, id))
    const accounts =
      former === undefined
        ? [...kept.accounts, account]
        : kept.accounts.map((other) => (other === former ? account : other))
    return [{ ...kept, accounts }, undefined]
  })
}

/**
 * Get a new certificate if it is time: in the last thirty days of the old one. The key stays, and signs for it.
 *
 * @returns the account as it is now. A device that the server has ended stays as it is, for `cleanUpAccount` to find out.
 * @throws ApiProblem, KeeperRefusal `device_not_registered`, `locked`
 */
export async function renewWhenDue(deps: AccountDeps, kept: KeptAccount): Promise<KeptAccount> {
  const now = deps.now()
  const { renewsAt, expiresAt } = kept.device
  if (now < new Date(renewsAt) || now >= new Date(expiresAt)) return kept
  const csr = toBase64url(await writeCertificateRequest(await openDeviceKey(deps, kept)))
  const renewed = await (await deviceApi(deps, kept)).renewDevice(csr).catch((cause) => {
    if (isGone(cause)) return undefined
    throw cause
  })
  if (renewed === undefined) return kept
  const next = { ...kept, ...renewed }
  await changeAccount(deps, accountIdOf(kept), (account) => ({ ...account, ...renewed }))
  return next
}
