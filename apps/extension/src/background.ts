import { newCeremonies } from './background/ceremonies.ts'
import { cleanUpAll, takeSignal } from './background/clean-up.ts'
import { watchOrigins } from './background/content-scripts.ts'
import { openConsentWindow } from './background/open-consent-window.ts'
import { isOwnPage } from './background/own-page.ts'
import { openProxy } from './background/proxy.ts'
import { readSignalled } from './background/read-asked.ts'
import { openKeeper } from './keeper.ts'
import { readManaged } from './managed.ts'
import { webExtension } from './web-extension.ts'

/** The background: it connects pages with the window that asks, and holds no secret. */
const keeper = openKeeper()

const ceremonies = newCeremonies({
  now: keeper.now,
  newId: () => crypto.randomUUID(),
  async isOurs({ origin, rpId }) {
    const { accounts } = await keeper.store.read()
    return accounts.some(({ account }) => account.rpId === rpId && account.origins.includes(origin))
  },
  openWindow: openConsentWindow,
  closeWindow: (windowId) => webExtension.windows.remove(windowId),
  isOwnPage,
})

const proxy = openProxy(ceremonies, () => webExtension.webAuthenticationProxy)

webExtension.runtime.onConnect.addListener(ceremonies.onConnect)
webExtension.windows.onRemoved.addListener(ceremonies.onWindowClosed)
webExtension.runtime.onInstalled.addListener(start)
webExtension.runtime.onStartup.addListener(start)

webExtension.runtime.onMessage.addListener((message, sender, answer) => {
  const told = typeof message === 'object' && message !== null ? Reflect.get(message, 'told') : undefined
  if (told === 'accounts_changed' && isOwnPage(sender)) {
    // Who told us goes on to pages that should be watched by then.
    void watchAccounts().finally(() => answer(undefined))
    void followManaged()
    return true
  }
  const signalled = told === 'signal' ? readSignalled(Reflect.get(Object(message), 'signalled')) : undefined
  const { origin, frameId } = sender
  if (signalled && origin !== undefined && frameId === 0) void takeSignal(keeper, { origin, signalled })
  return undefined
})

let isAttached = false
let lastLook = 0
let watching: Promise<void> = Promise.resolve()
void followManaged()
webExtension.storage.onChanged.addListener((_, area) => {
  if (area === 'managed') void followManaged()
})

async function start(): Promise<void> {
  await watchAccounts()
  await cleanUpAll(keeper)
}

/** One after another: the one that comes last has the last word. */
function watchAccounts(): Promise<void> {
  const watch = async () => {
    const { accounts } = await keeper.store.read()
    // Where the browser asks us itself, there is nothing to stand in front of.
    await watchOrigins(isAttached ? [] : accounts.flatMap(({ account }) => account.origins))
  }
  watching = watching.then(watch, watch)
  return watching
}

/** Browsers take seconds after their start to say what manages them: pages are watched meanwhile. */
async function followManaged(): Promise<void> {
  const mine = ++lastLook
  const managed = await readManaged()
  // Whoever looked later knows better.
  if (mine !== lastLook) return
  const was = isAttached
  isAttached = await proxy.follow(managed)
  if (isAttached !== was) await watchAccounts()
}
