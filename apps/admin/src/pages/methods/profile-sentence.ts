import { useSaidIn } from '../../said.ts'
import type { Profile } from './policy.ts'

/** What a profile takes, in a sentence. */
export function useProfileSentence(profile: Profile): string {
  const { profiles } = useSaidIn('signIn').methods
  const types = profile.passkeyTypes.split(',')
  const kind =
    types.length > 1
      ? profiles.takes.both
      : types[0] === 'synced'
        ? profiles.takes.synced
        : profiles.takes.deviceBound
  const { isEnforced, enforcementType, aaGuids } = profile.keyRestrictions
  const models = isEnforced
    ? profiles.takes[enforcementType]({ count: aaGuids.length })
    : profiles.takes.anyModel
  const proof =
    profile.attestationEnforcement === 'registrationOnly' ? profiles.takes.proven : profiles.takes.unproven
  return [kind, models, proof].join(' ')
}
