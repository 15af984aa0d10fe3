import { type Sender, webExtension } from '../web-extension.ts'

/**
 * Whether a message comes from a page of this extension. Content scripts share its id, so it is the address that says
 * so, and that is the browser’s word. No page of ours can be put into a frame.
 */
export function isOwnPage(sender: Sender | undefined): boolean {
  const own = webExtension.runtime.getURL('')
  return sender?.id === webExtension.runtime.id && sender.url?.startsWith(own) === true
}
