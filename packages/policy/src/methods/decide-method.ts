import { systemPreferredOrder } from '../next-methods.ts'
import type { PersonFacts } from '../person-facts.ts'
import type { MethodName } from '../proven-method.ts'
import type { CompiledMethods, MethodScope } from './compile-methods.ts'
import { mayApprove } from './decide-approval.ts'
import { isAmong } from './people-set.ts'

/** Why a method is not there for somebody. */
export type ScopeDenial =
  /** The organisation does not use it. */
  | 'method_disabled'
  /** A group of theirs is left out. That wins over everything. */
  | 'excluded'
  /** It is for others. */
  | 'not_in_scope'
  /** The account is kept for emergencies: nothing but its passkeys opens it. */
  | 'break_glass'
  /** An approval alone lets no administrator in, unless the organisation says so. */
  | 'administrator'

export type ScopeDecision =
  | { readonly allow: true }
  | { readonly allow: false; readonly because: ScopeDenial }

/** Decide whether a method is there for somebody. */
export function decideScope(
  { enabled, included, excluded }: MethodScope,
  person: PersonFacts,
): ScopeDecision {
  if (!enabled) return { allow: false, because: 'method_disabled' }
  if (isAmong(excluded, person)) return { allow: false, because: 'excluded' }
  return isAmong(included, person) ? { allow: true } : { allow: false, because: 'not_in_scope' }
}

/**
 * Decide whether somebody may use a method. The policy says nothing of passwords: who has one may type it. An account for
 * emergencies is opened by its passkeys, whatever the policy says, and by nothing else.
 */
export function mayUseMethod(
  methods: CompiledMethods,
  person: PersonFacts,
  method: MethodName,
): ScopeDecision {
  if (person.breakGlass)
    return method === 'passkey' ? { allow: true } : { allow: false, because: 'break_glass' }
  switch (method) {
    case 'passkey':
      return decideScope(methods.passkey, person)
    case 'temporaryAccessPass':
      return decideScope(methods.pass, person)
    case 'totp':
      return decideScope(methods.totp, person)
    case 'push':
    case 'passwordlessPush':
      return mayApprove(methods, person, method)
    case 'password':
      return { allow: true }
  }
}

/**
 * The order in which methods are proposed to somebody, whatever they chose themselves.
 *
 * @returns `undefined` if the organisation leaves the choice to them
 */
export function preferredOrder(
  { preferred }: CompiledMethods,
  person: PersonFacts,
): readonly MethodName[] | undefined {
  return decideScope(preferred, person).allow ? systemPreferredOrder : undefined
}
