import type { english } from './english.ts'
import type { HelpCode } from './help-code.ts'
import type { HelpDevice } from './help-entry.ts'

interface SeenWhere {
  readonly codes: readonly HelpCode[]
  readonly devices: readonly HelpDevice[]
}

/** Which codes each message of a browser or system belongs to, and where it is shown. */
export const seenWhere: Readonly<Record<keyof (typeof english)['seen'], SeenWhere>> = {
  somethingWentWrong: { codes: ['windows_something_went_wrong'], devices: ['windows'] },
  couldNotBeCompleted: { codes: ['windows_something_went_wrong'], devices: ['windows'] },
  keyCannotBeUsed: { codes: ['security_key_unusable'], devices: ['windows'] },
  keyNotFamiliar: { codes: ['security_key_not_familiar'], devices: ['windows'] },
  keyNotRegistered: { codes: ['security_key_not_familiar'], devices: ['securityKey'] },
  pinNotAvailable: { codes: ['windows_hello_unavailable'], devices: ['windows'] },
  optionUnavailable: { codes: ['windows_hello_unavailable'], devices: ['windows'] },
  deviceNotForSite: { codes: ['browser_authenticator_unsuitable'], devices: [] },
  noPasskeysAvailable: { codes: ['browser_no_passkey_here'], devices: ['ios', 'android', 'mac', 'windows'] },
  noPasskeysForSite: { codes: ['browser_no_passkey_here'], devices: ['android', 'windows', 'mac'] },
  alreadyRegistered: { codes: ['browser_already_registered'], devices: [] },
  passkeyExists: { codes: ['passkey_left_over'], devices: ['ios', 'android'] },
  keyLocked: { codes: ['security_key_blocked'], devices: ['securityKey'] },
  keyPinIncorrect: { codes: ['security_key_pin_wrong'], devices: ['securityKey'] },
  keySetPin: { codes: ['security_key_no_pin'], devices: ['securityKey'] },
  keyNoRoom: { codes: ['security_key_full'], devices: ['securityKey'] },
  turnOnBluetooth: { codes: ['browser_bluetooth_unavailable'], devices: ['windows', 'mac', 'linux'] },
  connecting: {
    codes: ['browser_other_device_failed', 'hybrid_interrupted', 'hybrid_blocked_by_network'],
    devices: [],
  },
  noUsableData: { codes: ['qr_not_read'], devices: ['ios'] },
  scanThisCode: { codes: ['qr_instead_of_app'], devices: ['ios', 'android'] },
  insertKey: { codes: ['qr_instead_of_app', 'browser_security_key_failed'], devices: [] },
  faceNotRecognised: { codes: ['biometric_not_recognised'], devices: ['ios'] },
  fingerNotRecognised: { codes: ['biometric_not_recognised'], devices: ['android', 'windows', 'mac'] },
  setScreenLock: { codes: ['browser_no_platform_authenticator'], devices: ['ios', 'android'] },
  turnOnKeychain: { codes: ['icloud_keychain_off'], devices: ['ios', 'mac'] },
  notInstalled: { codes: ['provider_not_seen'], devices: ['ios', 'android'] },
  noCreateOptions: { codes: ['provider_not_seen', 'other_manager_opens'], devices: ['android'] },
  methodNotSupported: { codes: ['passkey_not_in_scope', 'passkey_method_disabled'], devices: [] },
  optionGrey: { codes: ['passkey_self_service_off', 'passkey_not_in_scope'], devices: [] },
  couldNotVerify: { codes: ['device_unknown'], devices: [] },
  timedOut: { codes: ['browser_prompt_timed_out'], devices: [] },
  cannotAccessNow: { codes: ['blocked_by_policy'], devices: [] },
  enterPassword: { codes: ['asked_for_password'], devices: [] },
  checkboxMissing: { codes: ['model_not_listed'], devices: [] },
  guestPass: { codes: ['pass_not_offered'], devices: [] },
}
