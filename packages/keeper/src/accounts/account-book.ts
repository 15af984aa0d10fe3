import type { Surface } from '@latchkey/api/authenticator'
import type { DeviceKey, DeviceKeys } from '../keys/device-key.ts'
import { KeeperRefusal } from '../refusal.ts'
import {
  type AuthenticatorApi,
  type AuthenticatorApiDeps,
  newAuthenticatorApi,
} from '../server/authenticator-api.ts'
import type { KeeperStore } from '../storage/keeper-store.ts'
import type { KeptAccount } from '../storage/kept.ts'

/** What accounts are kept and registered with. */
export interface AccountDeps extends AuthenticatorApiDeps {
  readonly store: KeeperStore
  readonly deviceKeys: DeviceKeys
  readonly surface: Surface
  /** `1.2.3` */
  readonly appVersion: string
}

/** Which account: people have one user handle at each server. */
export interface AccountId {
  readonly serverUrl: string
  readonly tenantId: string
  readonly userId: string
}

export function accountIdOf({ serverUrl, account }: Pick<KeptAccount, 'serverUrl' | 'account'>): AccountId {
  return { serverUrl, tenantId: account.tenantId, userId: account.userId }
}

export function isAccount(kept: KeptAccount, id: AccountId): boolean {
  const { serverUrl, account } = kept
  return serverUrl === id.serverUrl && account.tenantId === id.tenantId && account.userId === id.userId
}

/** @throws KeeperRefusal `account_unknown` */
export async function getAccount({ store }: Pick<AccountDeps, 'store'>, id: AccountId): Promise<KeptAccount> {
  const found = (await store.read()).accounts.find((kept) => isAccount(kept, id))
  if (found === undefined) throw new KeeperRefusal('account_unknown')
  return found
}

/** Change one account; those that are gone meanwhile stay gone. */
export function changeAccount(
  { store }: Pick<AccountDeps, 'store'>,
  id: AccountId,
  change: (account: KeptAccount) => KeptAccount,
): Promise<void> {
  return store.change((kept) => {
    const accounts = kept.accounts.map((account) => (isAccount(account, id) ? change(account) : account))
    return [{ ...kept, accounts }, undefined]
  })
}

/**
 * Open the key this device has for an account.
 *
 * @throws KeeperRefusal `device_not_registered` if there is none any more, `locked` where keys are sealed by the vault
 */
export async function openDeviceKey(
  { deviceKeys }: Pick<AccountDeps, 'deviceKeys'>,
  { deviceKey }: KeptAccount,
): Promise<DeviceKey> {
  if (deviceKey === undefined) throw new KeeperRefusal('device_not_registered')
  return await deviceKeys.open(deviceKey)
}

/**
 * Make the API client of this device for an account it is registered for.
 *
 * @throws KeeperRefusal `device_not_registered`, `locked`
 */
export async function deviceApi(deps: AccountDeps, kept: KeptAccount): Promise<AuthenticatorApi> {
  const key = await openDeviceKey(deps, kept)
  const { serverUrl, account, device } = kept
  const { deviceId } = device
  const { tenantId } = account
  const { appVersion } = deps
  return newAuthenticatorApi(deps, {
    serverUrl,
    caller: { by: 'device', tenantId, deviceId, key, appVersion },
  })
}
