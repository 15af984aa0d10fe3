import { type AdministratorRole, IdentityRefusal } from '@latchkey/identity'
import { mayChangeMethods } from '@latchkey/policy'
import type { ServerDeps } from '../server-deps.ts'
import type { AdminVisit } from './enter-admin.ts'

/** What an administrator can do to somebody's account. */
export type AdminAction =
  | 'see'
  | 'addPerson'
  | 'issuePass'
  | 'removePass'
  | 'removeMethod'
  | 'revokeSessions'
  | 'switchAccount'

/** What each role may do to people who administer nothing. */
const allowed: Readonly<Record<AdministratorRole, ReadonlySet<AdminAction>>> = {
  globalAdministrator: new Set([
    'see',
    'addPerson',
    'issuePass',
    'removePass',
    'removeMethod',
    'revokeSessions',
    'switchAccount',
  ]),
  authenticationAdministrator: new Set([
    'see',
    'issuePass',
    'removePass',
    'removeMethod',
    'revokeSessions',
    'switchAccount',
  ]),
  helpDesk: new Set(['see', 'issuePass', 'removePass', 'revokeSessions']),
  reader: new Set(['see']),
}

/** Actions by which an account could be taken over: the administrator proves themselves anew. */
const needsFreshProof: ReadonlySet<AdminAction> = new Set(['issuePass', 'removeMethod', 'switchAccount'])

/** Whom an action is about. */
export interface AdminTarget {
  readonly userId: string
  readonly roles: readonly AdministratorRole[]
}

/**
 * Whether somebody with these roles may do this. Whoever is an administrator themselves is a matter for global
 * administrators alone: else the help desk could issue itself a way into every role. One's own account is a matter for
 * Security info.
 */
export function mayAdminister(
  actor: { readonly userId: string; readonly roles: readonly AdministratorRole[] },
  action: AdminAction,
  target?: AdminTarget,
): boolean {
  const mayAtAll = actor.roles.some((role) => allowed[role].has(action))
  if (!mayAtAll || target === undefined || action === 'see') return mayAtAll
  if (target.userId === actor.userId) return false
  return target.roles.length === 0 || actor.roles.includes('globalAdministrator')
}

/**
 * Refuse what an administrator may not do.
 *
 * @throws IdentityRefusal `pass_for_oneself`, `not_permitted`, `fresh_sign_in_needed`
 */
export function assertMayAdminister(
  deps: ServerDeps,
  { person, roles, session }: AdminVisit,
  action: AdminAction,
  target?: AdminTarget,
): void {
  if (action === 'issuePass' && target?.userId === person.userId)
    throw new IdentityRefusal('pass_for_oneself')
  if (!mayAdminister({ userId: person.userId, roles }, action, target)) {
    throw new IdentityRefusal('not_permitted', { detail: action })
  }
  if (!needsFreshProof.has(action)) return
  const decision = mayChangeMethods({ now: deps.now(), proofs: session.proofs, origin: session.origin })
  if (!decision.allow) throw new IdentityRefusal('fresh_sign_in_needed', { detail: decision.because })
}
