import { spawn } from 'node:child_process'

/** Ask the desktop to show an address. Whether it did, nobody says: the address is printed as well. */
export async function openInBrowser(url: URL): Promise<void> {
  const browser = spawn('xdg-open', [url.href], { detached: true, stdio: 'ignore' })
  browser.on('error', () => undefined)
  browser.unref()
}
