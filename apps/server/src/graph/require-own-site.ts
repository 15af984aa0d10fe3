import { GraphRefusal } from './graph-refusal.ts'
import type { GraphCall } from './graph-route.ts'

/** A link of another site must not make a browser fetch a log with somebody's cookie, even where that site sees nothing of it. */
export function requireOwnSite({ headers }: GraphCall): void {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return
  throw new GraphRefusal('accessDenied', 'Another site asked for this.')
}
