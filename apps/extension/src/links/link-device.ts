import {
  type AuthenticatorApi,
  accountIdOf,
  deviceApi,
  forgetLink,
  type KeptAccount,
  type LinkApi,
  linkApi,
  type MetDevice,
  putClientLink,
  type ShownLink,
  showLink,
  webLinkDeps,
} from '@latchkey/keeper'
import type { Keeper } from '../keeper.ts'

/** Begin a link, by a session that was just signed in to by a passkey. @throws ApiProblem, Error */
export async function beginLink(
  keeper: Keeper,
  kept: KeptAccount,
  session: Pick<AuthenticatorApi, 'send'>,
): Promise<ShownLink> {
  const { serverUrl, device } = kept
  const { linkId } = await linkApi(session).begin(device.deviceId)
  const api = linkApi(await deviceApi(keeper, kept))
  return await showLink(webLinkDeps(keeper), api, { serverUrl, linkId })
}

const betweenLooks = 2_000
/** A link that is not confirmed by then is none any more. */
const patience = 300_000

/**
 * Wait until the digits were typed on the device, and keep the link. The server says so: it heard both ends.
 *
 * @returns whether it is linked
 */
export async function keepWhenGuarded(
  keeper: Keeper,
  kept: KeptAccount,
  { link }: MetDevice,
): Promise<boolean> {
  const api = linkApi(await deviceApi(keeper, kept))
  for (let waited = 0; waited < patience; waited += betweenLooks) {
    await new Promise((resolve) => setTimeout(resolve, betweenLooks))
    // A server that is not reached once is asked again.
    const known = await api.list().catch(() => [])
    if (!known.some(({ linkId }) => linkId === link.linkId)) continue
    await putClientLink(keeper, accountIdOf(kept), link)
    return true
  }
  return false
}

/** Have both ends and the server forget a link. @throws ApiProblem when the server is not reached */
export async function unlink(keeper: Keeper, api: Pick<LinkApi, 'remove'>, linkId: string): Promise<void> {
  await api.remove(linkId).catch((cause) => {
    if (Reflect.get(Object(cause), 'code') !== 'link_unknown') throw cause
  })
  await forgetLink(keeper.store, linkId)
}
