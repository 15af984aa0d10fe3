import type { CompiledAccess } from './conditional-access/access-policy.ts'
import { type AccessDocuments, compileAccess } from './conditional-access/compile-access.ts'
import type { MethodsPolicyDocument } from './documents/methods-policy-document.ts'
import type { StrengthDocument } from './documents/strength-document.ts'
import { type CompiledMethods, compileMethods } from './methods/compile-methods.ts'
import { builtInStrengthDocuments } from './strengths/built-in-strengths.ts'
import { compileStrength, type Strength } from './strengths/compile-strength.ts'

/** Everything a tenant's administrators have decided, as documents. */
export interface RuleDocuments extends AccessDocuments {
  readonly methodsPolicy: MethodsPolicyDocument
  /** The custom ones; those that are built in need not be among them. */
  readonly strengths: readonly StrengthDocument[]
}

/** Everything a tenant's administrators have decided, ready to be decided by. */
export interface Rules {
  readonly methods: CompiledMethods
  readonly strengths: ReadonlyMap<string, Strength>
  readonly access: CompiledAccess
  /** Whether any rule looks at the groups people are in; if not, nobody need read them. */
  readonly asksGroups: boolean
  /** Whether any rule looks at the roles people have. */
  readonly asksRoles: boolean
  /** Whether any rule asks for terms of use. */
  readonly asksTerms: boolean
}

/**
 * Make documents ready to be decided by. They were read and are assumed to be right: nothing is refused here, and what
 * a policy refers to and is not there is never satisfied.
 */
export function compileRules(documents: RuleDocuments): Rules {
  // Of two with one id the built-in one holds: nobody changes what it means.
  const all = [...documents.strengths, ...builtInStrengthDocuments]
  const strengths = new Map(all.map((document) => [document.id, compileStrength(document)]))
  const access = compileAccess(documents, strengths)
  const methods = compileMethods(documents.methodsPolicy)
  const users = access.policies.map((policy) => policy.users)
  return {
    methods,
    strengths,
    access,
    asksGroups:
      methods.asksGroups || users.some(({ groups, excluded }) => groups.length + excluded.groups.length > 0),
    asksTerms: access.policies.some(({ controls }) => controls.some(({ kind }) => kind === 'terms')),
    asksRoles:
      methods.asksRoles || users.some(({ roles, excluded }) => roles.length + excluded.roles.length > 0),
  }
}
