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
export type { PasskeyKeeper } from './campaign/answers-here.ts'
export type { Campaign } from './campaign/compile-campaign.ts'
export {
  decideNudge,
  type NudgeDecision,
  type NudgeDenial,
  type NudgeHistory,
  type NudgeVisit,
  whyNoNudge,
} from './campaign/decide-nudge.ts'
export {
  acceptedTerms,
  type CompiledTerms,
  type TermsAcceptance,
} from './conditional-access/accepted-terms.ts'
export type { Frequency } from './conditional-access/access-policy.ts'
export {
  type AccessDecision,
  type AccessResult,
  type AccessVerdict,
  decideAccess,
} from './conditional-access/decide-access.ts'
export type { DeviceFacts } from './conditional-access/device-facts.ts'
export { findLoops, type LoopSurroundings } from './conditional-access/find-loops.ts'
export {
  judgePast,
  type PastGap,
  type PastOutcome,
  type PastSignIn,
  pastGaps,
} from './conditional-access/judge-past.ts'
export { knownApps, type UserAction } from './conditional-access/known-apps.ts'
export {
  listReferences,
  type Reference,
  refuseDanglingReferences,
} from './conditional-access/list-references.ts'
export { looksAtDevices } from './conditional-access/looks-at-devices.ts'
export { type Loop, type LoopCode, loopAdvice } from './conditional-access/loop.ts'
export type { AnalysisReason } from './conditional-access/match-policy.ts'
export { satisfiedContexts } from './conditional-access/satisfied-contexts.ts'
export type { SessionNeeds } from './conditional-access/session-needs.ts'
export type { AccessTarget, SignInContext } from './conditional-access/sign-in-context.ts'
export { type AccessTemplate, accessTemplates } from './conditional-access/templates.ts'
export { type HypotheticalSignIn, type WhatIfResult, whatIf } from './conditional-access/what-if.ts'
export { allow, type Decision, type DenialReason, deny } from './decision.ts'
export type { AuthenticationContextDocument } from './documents/authentication-context-document.ts'
export type { CampaignDocument, CampaignTargetDocument } from './documents/campaign-document.ts'
export { listUnenforceable, type Unenforceable } from './documents/check-access-policy.ts'
export type { AccessPolicyState, ConditionalAccessDocument } from './documents/conditional-access-document.ts'
export { configurationTypes, defaultMethodsPolicy } from './documents/default-methods-policy.ts'
export { DocumentRefusal } from './documents/document-refusal.ts'
export {
  applyConfigurationPatch,
  applyPolicyPatch,
  findConfigurationId,
  getConfiguration,
  listConfigurations,
  type PolicyChangeStamp,
  resetConfiguration,
} from './documents/methods-policy.ts'
export {
  defaultProfileId,
  everybody,
  type MethodConfigurationDocument,
  type MethodConfigurationId,
  type MethodsPolicyDocument,
} from './documents/methods-policy-document.ts'
export type { NamedLocationDocument } from './documents/named-location-document.ts'
export {
  changeAuthenticationContext,
  readAuthenticationContext,
} from './documents/read-authentication-context.ts'
export {
  changeConditionalAccess,
  type DocumentStamp,
  readConditionalAccess,
} from './documents/read-conditional-access.ts'
export { changeNamedLocation, readNamedLocation } from './documents/read-named-location.ts'
export { changeTerms, findText, readTerms } from './documents/read-terms.ts'
export {
  type CombinationConfigurationDocument,
  changeCombinations,
  changeStrength,
  putCombinationConfiguration,
  readStrength,
  removeCombinationConfiguration,
  replaceStrength,
  type StrengthDocument,
} from './documents/strength-document.ts'
export type { TermsDocument, TermsFileDocument } from './documents/terms-document.ts'
export type { Evidence } from './evidence.ts'
export {
  findGraphPermission,
  type GraphPermission,
  type GraphPermissionName,
  graphPermissionNames,
  graphPermissions,
  isGraphPermission,
  needsAdministrator,
} from './graph-permissions.ts'
export {
  type AffectedPerson,
  analyseLockOut,
  type LockOutQuestion,
  type LockOutReport,
} from './lock-out/analyse.ts'
export { browserModel, provesDevice } from './lock-out/browser-devices.ts'
export { everydaySituations } from './lock-out/everyday-situations.ts'
export {
  listOutlooks,
  type OutlooksQuestion,
  type OutlookThere,
  type PersonOutlook,
} from './lock-out/list-outlooks.ts'
export {
  type Enrolment,
  type HeldPasskey,
  type Holdings,
  type Outlook,
  type PersonStanding,
  type Situation,
  type Standing,
  type System,
  standings,
} from './lock-out/person-standing.ts'
export { reachAdminCentre } from './lock-out/reach-admin-centre.ts'
export {
  afterOneTimePassSeconds,
  freshMfaSeconds,
  isProvenWithin,
  lastingProofs,
  mayChangeMethods,
  mayRegisterWith,
  mayRemoveMethod,
  mayUpgrade,
  type RegistrationFacts,
} from './may-change-methods.ts'
export type { CompiledMethods, PasskeyProfile } from './methods/compile-methods.ts'
export { decideShownContext, offersPasswordlessPush, type ShownContext } from './methods/decide-approval.ts'
export {
  mayUseMethod,
  preferredOrder,
  type ScopeDecision,
  type ScopeDenial,
} from './methods/decide-method.ts'
export {
  judgeByProfiles,
  mayRegisterPasskey,
  mayUsePasskey,
  type PasskeyDecision,
  type PasskeyDenial,
  type ProfileVerdict,
  profilesOf,
  type RegistrationBy,
} from './methods/decide-passkey.ts'
export {
  isVersionAtLeast,
  knownVersions,
  type MinimumVersions,
  recommendedVersions,
} from './methods/minimum-versions.ts'
export type { PasskeyFacts } from './methods/passkey-facts.ts'
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
  isApproval,
  type MethodName,
  methodNames,
  type ProvenMethod,
  proofsSince,
  type SessionOrigin,
  toFactors,
} from './proven-method.ts'
export { type Act, type ActTarget, mayAct, rolesThatMay, roleTable } from './role-table.ts'
export { compileRules, type RuleDocuments, type Rules } from './rules.ts'
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
export { authenticationModes, combinationNames } from './strengths/authentication-modes.ts'
export { builtInStrengthDocuments, strengthIdOf } from './strengths/built-in-strengths.ts'
export {
  compileStrength,
  type Strength as CompiledStrength,
  singleFactorStrength,
} from './strengths/compile-strength.ts'
export { impliesStrength } from './strengths/implies-strength.ts'
export { type HeldMethods, nextMethodsFor } from './strengths/next-methods-for.ts'
export { isProvableCombination } from './strengths/provable-modes.ts'
export {
  type MissingCombination,
  type StrengthVerdict,
  satisfiesStrength,
} from './strengths/satisfies-strength.ts'
export { strengthByName } from './strengths/strength-by-name.ts'
