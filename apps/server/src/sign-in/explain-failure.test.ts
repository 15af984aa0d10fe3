import { findProblemWords, words } from '@latchkey/words'
import { describe, expect, test } from 'vitest'
import { type BrowserFailure, explainFailure } from './explain-failure.ts'

/** Somebody looked at the prompt for six seconds and closed it. */
const closed: BrowserFailure = {
  ceremony: 'get',
  name: 'NotAllowedError',
  message: '',
  elapsedMilliseconds: 6000,
  timeoutMilliseconds: 300_000,
  automatic: false,
  focused: true,
  framed: false,
  secure: true,
  transports: [],
  capabilities: {},
}
const noPlatform = { userVerifyingPlatformAuthenticator: false }

describe('explaining NotAllowedError', () => {
  test.each<[string, Partial<BrowserFailure>, string]>([
    ['a prompt that was closed', {}, 'browser_prompt_closed'],
    ['a prompt that ran out', { elapsedMilliseconds: 299_000 }, 'browser_prompt_timed_out'],
    ['a prompt that nobody could have read', { elapsedMilliseconds: 800 }, 'browser_no_passkey_here'],
    ['no prompt', { elapsedMilliseconds: 12 }, 'browser_prompt_blocked'],
    ['no prompt, without a click', { elapsedMilliseconds: 12, automatic: true }, 'browser_nothing_came'],
    [
      'hardly a prompt, without a click',
      { elapsedMilliseconds: 800, automatic: true },
      'browser_nothing_came',
    ],
    ['a prompt that was closed, without a click', { automatic: true }, 'browser_prompt_closed'],
    [
      'making one, no prompt, without a click',
      { ceremony: 'create', elapsedMilliseconds: 12, automatic: true },
      'browser_prompt_needs_click',
    ],
    ['no prompt, without focus', { elapsedMilliseconds: 12, focused: false }, 'browser_prompt_needs_click'],
    ['a page in a frame', { framed: true, elapsedMilliseconds: 3 }, 'browser_frame_refused'],
    ['a phone that did not answer', { transports: ['hybrid'] }, 'browser_other_device_failed'],
    [
      'a phone, and no Bluetooth here',
      { transports: ['hybrid'], capabilities: { hybridTransport: false } },
      'browser_bluetooth_unavailable',
    ],
    ['a passkey that is also here', { transports: ['hybrid', 'internal'] }, 'browser_prompt_closed'],
    ['a security key', { transports: ['usb', 'nfc'] }, 'browser_security_key_failed'],
    ['making one, closed', { ceremony: 'create' }, 'browser_create_closed'],
    ['making one, ran out', { ceremony: 'create', elapsedMilliseconds: 300_000 }, 'browser_prompt_timed_out'],
    [
      'making one, nowhere to keep it',
      { ceremony: 'create', capabilities: noPlatform },
      'browser_no_platform_authenticator',
    ],
    [
      'making one, nowhere, at once',
      { ceremony: 'create', capabilities: noPlatform, elapsedMilliseconds: 20 },
      'browser_no_platform_authenticator',
    ],
  ])('%s', (_, change, code) => {
    expect(explainFailure({ ...closed, ...change })).toBe(code)
    expect(findProblemWords(words(), code), code).toBeDefined()
  })
})

describe('explaining the other exceptions', () => {
  test.each<[string, 'get' | 'create', string]>([
    ['AbortError', 'get', 'browser_aborted'],
    ['InvalidStateError', 'create', 'browser_already_registered'],
    ['InvalidStateError', 'get', 'browser_authenticator_failed'],
    ['NotSupportedError', 'get', 'browser_not_supported'],
    ['NotSupportedError', 'create', 'browser_authenticator_unsuitable'],
    ['ConstraintError', 'create', 'browser_authenticator_unsuitable'],
    ['SecurityError', 'get', 'browser_wrong_address'],
    ['TypeError', 'get', 'browser_not_supported'],
    ['OperationError', 'get', 'browser_prompt_blocked'],
    ['TimeoutError', 'get', 'browser_prompt_timed_out'],
    ['NetworkError', 'get', 'browser_offline'],
    ['UnknownError', 'get', 'browser_authenticator_failed'],
    ['IdentityCredentialError', 'get', 'browser_failed'],
    ['constructor', 'get', 'browser_failed'],
    ['', 'create', 'browser_failed'],
  ])('%s of %s', (name, ceremony, code) => {
    expect(explainFailure({ ...closed, name, ceremony })).toBe(code)
    expect(findProblemWords(words(), code), code).toBeDefined()
  })

  test('says first that the connection is not secure', () => {
    expect(explainFailure({ ...closed, name: 'TypeError', secure: false })).toBe('browser_not_secure')
  })
})
