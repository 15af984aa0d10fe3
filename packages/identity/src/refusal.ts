import type { AffectedPerson } from '@latchkey/policy'

/**
 * Why the system said no, apart from the ceremonies (those have `CeremonyRefusal`). The names are stable: they are in
 * the logs, in metrics, and each has an entry in the catalogue of words. Rename one only with a migration.
 */
export const identityRefusalCodes = [
  /** The name, the secret or the passkey did not match. Deliberately says no more: it must not tell who exists. */
  'sign_in_failed',
  /** The person's account is switched off. Never told to a stranger: on the wire it is `sign_in_failed`. */
  'person_disabled',
  /** No tenant has this domain or id. */
  'tenant_unknown',
  /** The challenge was not made by us, for this visitor, for this purpose, tenant, RP ID or person. */
  'challenge_unknown',
  /** The challenge was made by us and is older than a ceremony may last. */
  'challenge_expired',
  /** The challenge was answered already. */
  'challenge_spent',
  /** The passkey is not one we know. Only then may the browser be told so (Signal API). */
  'credential_unknown',
  'lock_passkey',
  /** The passkey belongs to another person or another tenant than the one who is signing in. */
  'credential_of_another',
  /** This credential id exists already, here or in another tenant. */
  'credential_already_registered',
  /** What the policy of the organisation does not allow. */
  'not_allowed_by_policy',
  /** A passkey that the policy does not allow any more: kept, and awake again when it does. Told only to who can use it. */
  'passkey_dormant',
  /** A Conditional Access policy keeps this out, whatever is proven. */
  'blocked_by_policy',
  /** What was proven in this visit is not enough for what is asked. */
  'stronger_sign_in_needed',
  /** The proof is too old for a change of sign-in methods. */
  'fresh_sign_in_needed',
  /** Too many attempts; `retryAt` says when the next one counts. */
  'too_many_attempts',
  'server_busy',
  /** The Temporary Access Pass is wrong (or there is none; a stranger cannot tell). */
  'pass_incorrect',
  /** The pass was right and is past its end. */
  'pass_expired',
  /** The pass was right and was used before, and may be used once. */
  'pass_used',
  /** The pass was right and its time has not come. */
  'pass_not_yet_valid',
  /** The asked length, lifetime or start is outside what the policy allows. */
  'pass_outside_policy',
  /** Nobody issues a pass for themselves. */
  'pass_for_oneself',
  /** The one-time code is wrong. */
  'code_incorrect',
  /** The one-time code was used already: each counts once. */
  'code_replayed',
  /** There is no device that could approve this sign-in, or nothing was proven before it. */
  'approval_unavailable',
  /** Approvals were denied or reported: nobody is asked until `retryAt`. */
  'approval_paused',
  /** Another sign-in of the same person waits for its approval, until `retryAt`. */
  'approval_waiting',
  /** The sign-in was denied on the device, or the number was wrong. */
  'approval_denied',
  /** Nobody answered within the minute. */
  'approval_expired',
  /** It was answered or used already, or belongs to another visit. */
  'approval_closed',
  /** What the device signed is not an approval of this request by its key. */
  'approval_invalid',
  /** The browser is not the one that was remembered, or was forgotten since. */
  'browser_not_remembered',
  /** The one-time link is unknown, spent or too old. */
  'link_unusable',
  /** The session is unknown, ended or past its end. */
  'session_ended',
  /** Removing this would leave the person no way to sign in. */
  'last_method',
  /** Removing this would leave the organisation nobody who can administer it. */
  'last_administrator',
  /** The person may not do this. */
  'not_permitted',
  /** There is no such person, passkey, session, app or group (any more). */
  'not_found',
  /** A person, domain, group or app with this name exists. */
  'already_exists',
  /** A field is missing, too long, or not what it should be; `detail` names it. */
  'invalid_input',
  /** The rules are not those any more that the caller saw: somebody else changed them meanwhile. */
  'rules_changed',
  /** The organisation has as many rules of a kind as there may be; `detail` names the kind and the number. */
  'rules_full',
  /** A document of the rules is not what it must be; `detail` begins with the place. */
  'document_invalid',
  /** The change would shut people out, and whoever asks has not said that they know whom; `affected` says it. */
  'would_block_users',
  /** The terms of use are others by now than those that were shown. */
  'terms_changed',
  /** The organisation has as many accounts for emergencies as there may be. */
  'break_glass_full',
  /** An account for emergencies needs a passkey: nothing else counts for it. */
  'break_glass_without_passkey',
  /** Somebody decided about this request already, or it waited too long. */
  'pass_request_closed',
  /** Two have to agree, and whoever asks is one of them already, or is none that counts. */
  'another_approver_needed',
  /** The person's manager has to say yes first. */
  'manager_first',
  /** The pass cannot be mailed: there is no other address, or the sign-in itself guards it. */
  'no_safe_address',
  /** Another organisation has proven that it has this domain. */
  'domain_taken',
  /** The DNS does not say what it has to. */
  'domain_not_proven',
  /** No name server answered. */
  'domain_unreachable',
  /** People are named after the domain; `users` says who. */
  'domain_in_use',
  /** New people are named after the domain: another one has to be chosen first. */
  'domain_is_default',
  /** It is no picture, or of none of the kinds that are taken. */
  'image_unreadable',
  /** The picture has too many bytes or too many pixels. */
  'image_too_large',
  /** The device is not registered (any more), or is somebody else's, or does not prove that it is registered. */
  'device_unknown',
  /** The certificate a device shows was not issued by this organisation. */
  'device_certificate_untrusted',
  /** The device's certificate is over: it makes no new passkey before it is registered again. */
  'device_expired',
  /** The device was switched off or removed, and what it made with it. */
  'device_revoked',
  /** The passkey names another model than the device's certificate. */
  'device_model_mismatch',
  /** The device's clock is too far from ours. */
  'device_clock_wrong',
  /** There is no such link between devices, or it took too long to make. The device forgets it. */
  'link_unknown',
  /** The two ends of a link saw different handshakes: somebody stood between. */
  'link_mismatch',
  /** The app of a phone keeps a passkey for a linked browser alone, and none is linked. */
  'link_needed',
  /** The TPM's word about the device's key does not hold. */
  'device_evidence_unproven',
  /** The app is older than the organisation takes. */
  'authenticator_too_old',
  /** The person is not assigned to this app. */
  'app_not_assigned',
  /** The person or the organisation has not agreed to what the app asks. */
  'consent_needed',
  /** A sealed value cannot be opened: another key, or it was altered. */
  'sealed_unreadable',
  /** Somebody else changed or removed the wave meanwhile. */
  'wave_changed',
  /** A wave ends before it begins, or asks people for a passkey before they were invited; `detail` says which. */
  'wave_dates_impossible',
  /** The policy of a wave is gone, or does something else than asking one group for a passkey; `detail` says which. */
  'wave_policy_unfit',
  /** No pilot went through yet. */
  'wave_held_by_pilot',
  /** The wave runs, or has moved people, or is over: that is not possible then. */
  'wave_running',
  /** The database belongs to another RP ID: its passkeys would not work here. */
  'rp_id_changed',
] as const

export type IdentityRefusalCode = (typeof identityRefusalCodes)[number]

/** Whom a change would shut out, for whoever asked for it. */
export interface AffectedPeople {
  /** So many; more than are named. */
  readonly total: number
  /** Stands for exactly this list: what asks for the same change again says it, to acknowledge. */
  readonly acknowledgement: string
  /** By user name. */
  readonly people: readonly NamedAffected[]
}

/** Somebody for whom a change makes things worse, by name. */
export interface NamedAffected extends AffectedPerson {
  readonly userName: string
  readonly displayName: string
}

/** What a refusal may carry besides its name. */
export interface IdentityRefusalOptions extends ErrorOptions {
  /** For the log and the audit: which rule, field or record. Never a secret, never shown to a stranger. */
  readonly detail?: string
  /** For `too_many_attempts`: when trying again makes sense. */
  readonly retryAt?: Date
  /** For `would_block_users` and, where a change of rules causes it, `last_administrator`. */
  readonly affected?: AffectedPeople
  /** For `domain_in_use`: who uses it, the first of them by user name. */
  readonly users?: { readonly total: number; readonly userNames: readonly string[] }
}

/**
 * Something the caller may not have, for a reason that has a name.
 *
 * Refusals are expected: the edge logs them and answers 4xx. Anything else that is thrown is a fault.
 */
export class IdentityRefusal extends Error {
  override readonly name = 'IdentityRefusal'
  readonly code: IdentityRefusalCode
  readonly detail: string | undefined
  readonly retryAt: Date | undefined
  readonly affected: AffectedPeople | undefined
  readonly users: IdentityRefusalOptions['users']

  constructor(code: IdentityRefusalCode, options: IdentityRefusalOptions = {}) {
    super(options.detail === undefined ? code : `${code}: ${options.detail}`, options)
    this.code = code
    this.detail = options.detail
    this.retryAt = options.retryAt
    this.affected = options.affected
    this.users = options.users
  }
}
