import {
  builtInStrengthDocuments,
  type ConditionalAccessDocument,
  compileStrength,
  type DocumentStamp,
  impliesStrength,
  type RuleDocuments,
  readConditionalAccess,
  strengthIdOf,
} from '@latchkey/policy'
import type { WaveTarget } from './wave.ts'

/** Make the policy that enforcement waves work on: a passkey at every sign-in, of whoever is in one group. Watched, not in force. */
export function toWavePolicy(
  { displayName, groupId }: { readonly displayName: string; readonly groupId: string },
  stamp: DocumentStamp,
): ConditionalAccessDocument {
  return readConditionalAccess(
    {
      displayName,
      state: 'enabledForReportingButNotEnforced',
      conditions: {
        users: { includeUsers: [], includeGroups: [groupId] },
        applications: { includeApplications: ['All'] },
        clientAppTypes: ['all'],
      },
      grantControls: {
        operator: 'OR',
        builtInControls: [],
        authenticationStrength: { id: strengthIdOf.phishingResistant },
      },
      sessionControls: null,
    },
    stamp,
  )
}

/** Why a policy is none that a wave can work on. The names are stable: they are kept, and each has words. */
export type TargetFault =
  /** It is gone. */
  | 'policyMissing'
  /** It is about others than those in the group, who would not have been looked at. */
  | 'policyAboutOthers'
  /** It does not ask for a phishing-resistant sign-in. */
  | 'policyAsksLess'

/** Find what is wrong with what a wave works on, if anything. */
export function findTargetFault(
  documents: RuleDocuments,
  { policyId, groupId }: WaveTarget,
): TargetFault | undefined {
  const policy = documents.conditionalAccess.find(({ id }) => id === policyId)
  if (policy === undefined) return 'policyMissing'
  const { users } = policy.conditions
  const others = [
    ...users.includeUsers.filter((id) => id !== 'None'),
    ...users.includeRoles,
    ...users.includeGroups.filter((id) => id !== groupId),
  ]
  const isAboutGroup =
    users.includeGroups.includes(groupId) &&
    !users.excludeGroups.includes(groupId) &&
    users.includeGuestsOrExternalUsers === null
  if (!isAboutGroup || others.length > 0) return 'policyAboutOthers'
  return asksForPasskey(documents, policy) ? undefined : 'policyAsksLess'
}

/** Whether nobody satisfies a policy with less than a phishing-resistant sign-in. */
function asksForPasskey(
  documents: RuleDocuments,
  { grantControls: grant }: ConditionalAccessDocument,
): boolean {
  const id = grant?.authenticationStrength?.id
  if (grant == null || id === undefined) return false
  const all = [...builtInStrengthDocuments, ...documents.strengths]
  const find = (wanted: string) => all.find((each) => each.id === wanted)
  const asked = find(id)
  const resistant = find(strengthIdOf.phishingResistant)
  if (asked === undefined || resistant === undefined) return false
  const more = [...grant.builtInControls, ...grant.customAuthenticationFactors, ...grant.termsOfUse]
  const isWayAround = grant.operator === 'OR' && more.length > 0
  return !isWayAround && impliesStrength(compileStrength(asked), compileStrength(resistant))
}
