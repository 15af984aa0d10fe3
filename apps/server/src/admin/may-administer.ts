import { type Act, type AdministratorRole, IdentityRefusal, mayAct } from '@latchkey/identity'
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

/** What each action is in the one table of roles. */
const actOf: Readonly<Record<AdminAction, Act>> = {
  see: 'read people',
  addPerson: 'change people',
  issuePass: 'issue a pass',
  removePass: 'remove a pass',
  removeMethod: 'remove a method',
  revokeSessions: 'end sessions',
  switchAccount: 'switch a person on or off',
}

/** Actions by which an account could be taken over: the administrator proves themselves anew. */
const needsFreshProof: ReadonlySet<AdminAction> = new Set(['issuePass', 'removeMethod', 'switchAccount'])

/** Whom an action is about. */
export interface AdminTarget {
  readonly userId: string
  readonly roles: readonly AdministratorRole[]
  readonly breakGlass?: boolean
}

/**
 * Whether somebody with these roles may do this here. One's own account is a matter for Security info, whatever one may
 * do to it elsewhere.
 */
export function mayAdminister(
  actor: { readonly userId: string; readonly roles: readonly AdministratorRole[] },
  action: AdminAction,
  target?: AdminTarget,
): boolean {
  const oneself = target?.userId === actor.userId
  if (oneself && action !== 'see') return false
  return mayAct(actor.roles, actOf[action], target && { ...target, oneself })
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
