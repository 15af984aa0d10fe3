/**
 * What is allowed: the strengths that proofs amount to, the order of methods, what `amr` and `acr` say, and who may
 * change what. Pure decisions, each with its reason; at home in a browser.
 */

export {
  type AdministratorRoleName,
  administratorRoleNames,
  administratorRoles,
  findRoleByTemplateId,
} from './administrator-roles.ts'
export { acrNames, acrOfNothing, acrOfStrength, amrOfMethod, readAcrValues, toAcr, toAmr } from './amr-acr.ts'
export { allow, type Decision, type DenialReason, deny } from './decision.ts'
export { DocumentRefusal } from './documents/document-refusal.ts'
export type { Evidence } from './evidence.ts'
export {
  afterOneTimePassSeconds,
  freshMfaSeconds,
  mayChangeMethods,
  mayRegisterWith,
  mayRemoveMethod,
  mayUpgrade,
  type RegistrationFacts,
} from './may-change-methods.ts'
export { nextMethods, systemPreferredOrder } from './next-methods.ts'
export { longestPassLeadDays, mayIssuePass, mayUsePass, type PassAsk, type PassTerms } from './pass-policy.ts'
export type { PersonFacts } from './person-facts.ts'
export {
  canReach,
  decideFirstPage,
  type MethodHistory,
  type RegisteredMethods,
  toMethodNames,
} from './preferred-method.ts'
export {
  type Factor,
  freshProofs,
  type MethodName,
  methodNames,
  type ProvenMethod,
  proofsSince,
  type SessionOrigin,
  toFactors,
} from './proven-method.ts'
export {
  type Combination,
  decideStrength,
  getStrength,
  isAtLeast,
  type Strength,
  type StrengthName,
  satisfies,
  strengthNames,
  strengths,
  strongerOf,
} from './strength.ts'
