import type { HelpCode } from './help-code.ts'
import type { HelpDevice } from './help-entry.ts'

const computers = ['windows', 'mac', 'linux', 'chromeOs'] as const
const phones = ['ios', 'android'] as const

/** On which devices something happens; what is not here happens anywhere. */
export const whereItHappens: Readonly<Partial<Record<HelpCode, readonly HelpDevice[]>>> = {
  browser_prompt_needs_click: ['mac', 'ios'],
  browser_nothing_came: ['mac', 'ios'],
  browser_other_device_failed: [...computers, ...phones],
  browser_bluetooth_unavailable: computers,
  browser_security_key_failed: ['securityKey', ...computers, ...phones],
  hybrid_interrupted: [...computers, ...phones],
  hybrid_blocked_by_network: [...computers, ...phones],
  qr_instead_of_app: phones,
  qr_not_read: phones,
  provider_not_seen: phones,
  samsung_pass_opens: ['android'],
  other_android_profile: ['android'],
  system_too_old: phones,
  in_app_browser: phones,
  icloud_keychain_off: ['mac', 'ios'],
  safari_many_passkeys: ['mac', 'ios'],
  windows_something_went_wrong: ['windows'],
  windows_hello_unavailable: ['windows'],
  security_key_unusable: ['securityKey', 'windows'],
  security_key_not_familiar: ['securityKey', 'windows'],
  security_key_pin_wrong: ['securityKey'],
  security_key_blocked: ['securityKey'],
  security_key_no_pin: ['securityKey'],
  security_key_full: ['securityKey'],
  security_key_types_letters: ['securityKey', 'android'],
  biometric_not_recognised: ['ios', 'android', 'windows', 'mac', 'securityKey'],
}
