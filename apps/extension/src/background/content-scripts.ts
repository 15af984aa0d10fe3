import { webExtension } from '../web-extension.ts'

/** Files of the two scripts, in the package. The bridge comes first; either order works. */
const scripts = [
  { id: 'bridge', js: ['bridge.js'], world: 'ISOLATED' },
  { id: 'page', js: ['page.js'], world: 'MAIN' },
] as const

/**
 * Let our scripts run on pages of these origins, and on no other. Browsers forget them when an extension is updated, so
 * this is done at every start.
 *
 * Patterns of Firefox know no ports: there a page on another port of the same host gets the scripts, and the background,
 * which compares whole origins, leaves it to the browser.
 */
export async function watchOrigins(origins: readonly string[]): Promise<void> {
  const { scripting } = webExtension
  const allowed: string[] = []
  for (const pattern of new Set(origins.map(toPattern))) {
    if (await webExtension.permissions.contains({ origins: [pattern] })) allowed.push(pattern)
  }
  const before = await scripting.getRegisteredContentScripts()
  await scripting.unregisterContentScripts({ ids: before.map(({ id }) => id) })
  if (allowed.length === 0) return
  await scripting.registerContentScripts(
    scripts.map(({ id, js, world }) => ({
      id,
      js,
      world,
      matches: allowed,
      runAt: 'document_start',
      allFrames: false,
      persistAcrossSessions: true,
    })),
  )
}

/** The pattern of a permission for one origin. */
export function toPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${hostname}/*`
}
