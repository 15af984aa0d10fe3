import { webExtension } from '../web-extension.ts'

/** Open a page of ours in a tab, and let the popup go. */
export async function openPage(place: 'add' | 'settings', server?: string): Promise<void> {
  const query = server === undefined ? '' : `?server=${encodeURIComponent(server)}`
  await openTab(webExtension.runtime.getURL(`app.html#/${place}${query}`))
}

/** Open any page in a tab, and let the popup go. */
export async function openTab(url: string): Promise<void> {
  await webExtension.tabs.create({ url })
  window.close()
}
