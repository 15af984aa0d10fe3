import { ApiProblem } from '@latchkey/api'
import { withoutLinksOf } from '../links/link-book.ts'
import type { KeptAccount } from '../storage/kept.ts'
import { type AccountDeps, accountIdOf, deviceApi, isAccount } from './account-book.ts'

/**
 * Remove an account from this device: the server ends what hangs on the device, and then account, key and passkeys are
 * deleted here. A server that does not know the device any more is no hindrance.
 *
 * @throws ApiProblem when the server cannot be reached, or says no: nothing has changed here. KeeperRefusal `locked`
 */
export async function removeAccount(deps: AccountDeps, kept: KeptAccount): Promise<void> {
  if (kept.deviceKey !== undefined) {
    const api = await deviceApi(deps, kept)
    await api.removeDevice().catch((cause) => {
      if (!isGone(cause)) throw cause
    })
  }
  await forgetAccount(deps, kept)
}

/**
 * Delete an account here, whatever the server thinks of it: for when it is not there any more.
 */
export async function forgetAccount({ store }: Pick<AccountDeps, 'store'>, kept: KeptAccount): Promise<void> {
  const id = accountIdOf(kept)
  const { rpId, userHandle } = kept.account
  await store.change((before) => [
    {
      ...withoutLinksOf(before, id),
      accounts: before.accounts.filter((account) => !isAccount(account, id)),
      credentials: before.credentials.filter(
        (credential) => credential.rpId !== rpId || credential.user.id !== userHandle,
      ),
    },
    undefined,
  ])
}

/** The server does not know this device, or did end it already. */
export function isGone(cause: unknown): boolean {
  return cause instanceof ApiProblem && (cause.code === 'device_unknown' || cause.code === 'device_revoked')
}
