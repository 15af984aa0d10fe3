import type { PersonFacts } from '../person-facts.ts'
import type { ApprovalScope, CompiledMethods } from './compile-methods.ts'
import { decideScope, type ScopeDecision } from './decide-method.ts'
import { isAmong } from './people-set.ts'

/** What of a request is shown to whoever is to approve it. */
export interface ShownContext {
  readonly app: boolean
  readonly place: boolean
}

/**
 * Decide whether somebody may approve sign-ins on a device: after a password, or instead of one. The mode of every target
 * they are among counts; the widest holds.
 */
export function mayApprove(
  { push }: Pick<CompiledMethods, 'push'>,
  person: PersonFacts,
  method: 'push' | 'passwordlessPush',
): ScopeDecision {
  const scope = decideScope(push, person)
  if (!scope.allow) return scope
  if (!modesOf(push, person).some((mode) => mode === 'any' || mode === modeOf[method])) {
    return { allow: false, because: 'not_in_scope' }
  }
  const asAdministrator = method === 'passwordlessPush' && person.roleIds.size > 0
  return asAdministrator && !push.administrators
    ? { allow: false, because: 'administrator' }
    : { allow: true }
}

/** Whether an approval alone lets anybody in: if not, nothing has to be asked about anybody. */
export function offersPasswordlessPush({ push }: Pick<CompiledMethods, 'push'>): boolean {
  return push.enabled && push.targets.some(({ mode }) => mode === 'any' || mode === modeOf.passwordlessPush)
}

/** Decide what somebody is shown of the sign-in they are to approve. */
export function decideShownContext(
  { push }: Pick<CompiledMethods, 'push'>,
  person: PersonFacts,
): ShownContext {
  return {
    app: decideScope(push.showsApp, person).allow,
    place: decideScope(push.showsPlace, person).allow,
  }
}

const modeOf = { push: 'push', passwordlessPush: 'deviceBasedPush' } as const

function modesOf({ targets }: ApprovalScope, person: PersonFacts) {
  return targets.flatMap(({ people, mode }) => (isAmong(people, person) ? mode : []))
}
