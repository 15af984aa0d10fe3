import { DocumentRefusal } from './document-refusal.ts'
import {
  defaultProfileId,
  type Fido2Document,
  type KeyRestrictionsDocument,
  type PasskeyProfileDocument,
} from './methods-policy-document.ts'

/**
 * Make the default profile and its mirror in the old words say the same: whichever of the two was changed is what is
 * meant. If both were, they must agree.
 *
 * @throws DocumentRefusal
 */
export function mirrorDefaultProfile(before: Fido2Document, after: Fido2Document): Fido2Document {
  const profile = after.passkeyProfiles.find(({ id }) => id === defaultProfileId)
  const profileBefore = before.passkeyProfiles.find(({ id }) => id === defaultProfileId)
  if (profile === undefined || profileBefore === undefined) {
    throw new DocumentRefusal('passkeyProfiles', 'the default profile cannot be deleted')
  }
  const saysInOldWords =
    before.isAttestationEnforced !== after.isAttestationEnforced ||
    !isSame(before.keyRestrictions, after.keyRestrictions)
  const meant = saysInOldWords ? inOldWords(profile, after) : profile
  const changedInNewWords =
    profile.attestationEnforcement !== profileBefore.attestationEnforcement ||
    !isSame(profile.keyRestrictions, profileBefore.keyRestrictions)
  if (saysInOldWords && changedInNewWords && !isSameProfile(meant, profile)) {
    throw new DocumentRefusal('passkeyProfiles', 'contradicts isAttestationEnforced or keyRestrictions')
  }
  return {
    ...after,
    defaultPasskeyProfile: defaultProfileId,
    isAttestationEnforced: meant.attestationEnforcement === 'registrationOnly',
    keyRestrictions: meant.keyRestrictions,
    passkeyProfiles: after.passkeyProfiles.map((each) => (each === profile ? meant : each)),
  }
}

function inOldWords(profile: PasskeyProfileDocument, after: Fido2Document): PasskeyProfileDocument {
  return {
    ...profile,
    attestationEnforcement: after.isAttestationEnforced ? 'registrationOnly' : 'disabled',
    keyRestrictions: after.keyRestrictions,
  }
}

function isSameProfile(one: PasskeyProfileDocument, other: PasskeyProfileDocument): boolean {
  return (
    one.attestationEnforcement === other.attestationEnforcement &&
    isSame(one.keyRestrictions, other.keyRestrictions)
  )
}

function isSame(one: KeyRestrictionsDocument, other: KeyRestrictionsDocument): boolean {
  return (
    one.isEnforced === other.isEnforced &&
    one.enforcementType === other.enforcementType &&
    one.aaGuids.join() === other.aaGuids.join()
  )
}
