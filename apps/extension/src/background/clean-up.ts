import {
  type CleanedPasskey,
  cleanUpAccount,
  type KeptAccount,
  renewWhenDue,
  takeUnknownSignal,
} from '@latchkey/keeper'
import type { Keeper } from '../keeper.ts'
import type { Signalled } from '../messages.ts'
import { webExtension } from '../web-extension.ts'

/** Where what was cleaned up waits to be said: the names of those whose passkeys they were. */
const cleanedDrawer = 'cleaned'

/** Compare every account with its server: renew what is due, delete what the organisation does not know. */
export async function cleanUpAll(keeper: Keeper): Promise<void> {
  const { accounts } = await keeper.store.read()
  await Promise.all(accounts.map((kept) => cleanUp(keeper, kept)))
}

/**
 * Take what a page told authenticators about its passkeys as a hint to look at the server’s list: a page that was taken
 * over can tell us lies, and deletes nothing with them.
 */
export async function takeSignal(
  keeper: Keeper,
  { origin, signalled }: { readonly origin: string; readonly signalled: Signalled },
): Promise<void> {
  const { accounts } = await keeper.store.read()
  const told = accounts.filter(
    ({ account }) => account.rpId === signalled.rpId && account.origins.includes(origin),
  )
  await Promise.all(told.map((kept) => cleanUp(keeper, kept, signalled.unknown)))
}

/** A server that cannot be reached is asked again at the next start. */
async function cleanUp(keeper: Keeper, kept: KeptAccount, unknown?: string): Promise<void> {
  try {
    const { answer, deleted } = await cleanUpAccount(keeper, await renewWhenDue(keeper, kept))
    const { rpId } = kept.account
    // Named as unknown, and not on the list of whose it is: it goes, however young it is.
    const { credentials } = await keeper.store.read()
    const isTheirs = credentials.some(({ id, user }) => id === unknown && user.id === kept.account.userHandle)
    const isListed = answer?.passkeys.some(({ id }) => id === unknown) ?? true
    const more =
      unknown !== undefined && isTheirs && !isListed
        ? await takeUnknownSignal(keeper, { rpId, credentialId: unknown })
        : []
    await noteCleaned([...deleted, ...more])
  } catch {
    // Offline, or no longer registered: the popup says which.
  }
}

/** Let the popup tell, when it is opened. */
export async function noteCleaned(cleaned: readonly CleanedPasskey[]): Promise<void> {
  if (cleaned.length === 0) return
  const { [cleanedDrawer]: before } = await webExtension.storage.local.get(cleanedDrawer)
  const names = cleaned.map(({ userName = '' }) => userName)
  await webExtension.storage.local.set({
    [cleanedDrawer]: [...(Array.isArray(before) ? before : []), ...names],
  })
  await webExtension.action.setBadgeBackgroundColor({ color: '#7a4d00' })
  await webExtension.action.setBadgeText({ text: `${cleaned.length}` })
}

/** Take what waits to be said. */
export async function takeCleaned(): Promise<readonly string[]> {
  const { [cleanedDrawer]: names } = await webExtension.storage.local.get(cleanedDrawer)
  await webExtension.storage.local.remove(cleanedDrawer)
  await webExtension.action.setBadgeText({ text: '' })
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}
