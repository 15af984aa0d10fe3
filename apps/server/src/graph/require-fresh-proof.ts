import { type Act, IdentityRefusal } from '@latchkey/identity'
import { isProvenWithin } from '@latchkey/policy'
import type { ServerDeps } from '../server-deps.ts'
import type { GraphCaller, GraphRoute } from './graph-route.ts'

/** Acts by which an account, or more than one, could be taken over. */
const grave: ReadonlySet<Act> = new Set([
  'issue a pass',
  'add a method',
  'remove a method',
  'set a password',
  'switch a person on or off',
  'change roles',
  // An app's secret, or its addresses, are what it may do; what the organisation trusts is what proves somebody.
  'change apps',
  'change the organisation',
  'consent for everybody',
  'keep an account for emergencies',
])

/** How recent the proof must be of whoever takes such an act, and of whoever changes anything else. */
const graveSeconds = 5 * 60
const usualSeconds = 15 * 60

/**
 * See that whoever changes something in the admin centre has just proven who they are: a browser that was left open is
 * not an administrator. Programs are spared: their tokens live shorter, and nobody can leave them open.
 *
 * @throws IdentityRefusal `fresh_sign_in_needed`
 */
export function requireFreshProof({ now }: ServerDeps, caller: GraphCaller, route: GraphRoute): void {
  if (caller.kind === 'application' || caller.inAdminCentre !== true) return
  if (route.method === 'GET' || route.onlyAsks === true) return
  const isGrave = route.grave === true || (route.act !== undefined && grave.has(route.act))
  const seconds = isGrave ? graveSeconds : usualSeconds
  if (isProvenWithin({ now: now(), proofs: caller.session.proofs, seconds })) return
  throw new IdentityRefusal('fresh_sign_in_needed', { detail: `${route.method} ${route.path}` })
}
