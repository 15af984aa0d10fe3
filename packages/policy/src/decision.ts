/** Why something is not allowed. The names are stable: they are in the logs, and words for people hang on them. */
export type DenialReason =
  /** Nothing has been proven. */
  | 'nothing_proven'
  /** What was proven is less than what is asked. */
  | 'not_strong_enough'
  /** It was proven, too long ago. */
  | 'not_fresh'
  /** A device code can be carried to a stranger's device, so what it proves is never enough for this. */
  | 'device_code'
  /** The only proof is a password, and this person has something better, or the organisation does not allow it. */
  | 'password_alone'
  /** An upgrade in passing needs multi-factor authentication in this very visit. */
  | 'upgrade_needs_mfa'
  /** The pass's time has not come. */
  | 'pass_not_yet_valid'
  /** The pass is past its end. */
  | 'pass_expired'
  /** A one-time pass that was used. */
  | 'pass_used'
  /** The asked lifetime is outside what the organisation allows. */
  | 'lifetime_outside_policy'
  /** The asked start lies in the past, or further ahead than passes are made for. */
  | 'start_outside_policy'
  /** The organisation makes one-time passes only. */
  | 'once_only'
  /** What would be left is not enough to sign in. */
  | 'last_method'

/** The policy's answer. A denial always says why. */
export type Decision = { readonly allow: true } | { readonly allow: false; readonly because: DenialReason }

/** Allow. */
export const allow: Decision = { allow: true }

/** Deny, and say why. */
export function deny(because: DenialReason): { readonly allow: false; readonly because: DenialReason } {
  return { allow: false, because }
}
