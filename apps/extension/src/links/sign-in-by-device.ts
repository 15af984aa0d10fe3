import { type AuthenticationResponseJson, clientPlatform } from '@latchkey/ctap'
import { callDevice, type KeptClientLink, openClientLink, webLinkDeps } from '@latchkey/keeper'
import type { Keeper } from '../keeper.ts'
import type { Asked } from '../messages.ts'

/**
 * Have a remembered device sign in: it is called, asks its person, and signs for the origin that the browser says.
 *
 * @throws KeeperRefusal `link_gone`: forget it; HybridRefusal, DOMException
 */
export async function signInByDevice(
  keeper: Pick<Keeper, 'subtle' | 'random' | 'cryptography'>,
  kept: KeptClientLink,
  ceremony: {
    readonly options: Extract<Asked, { readonly kind: 'get' }>['options']
    readonly origin: string
    readonly signal: AbortSignal
  },
): Promise<AuthenticationResponseJson> {
  const { options, origin, signal } = ceremony
  const remote = await callDevice(webLinkDeps(keeper), await openClientLink(keeper, kept), 'ga', signal)
  try {
    return await clientPlatform(remote, keeper.cryptography).get(options, { origin }, signal)
  } finally {
    await remote.finish().catch(() => undefined)
  }
}
