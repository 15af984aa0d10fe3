/** What a page knows when the browser did not give a passkey. */
export interface BrowserFailure {
  readonly ceremony: 'get' | 'create'
  /** The name of the `DOMException`. */
  readonly name: string
  readonly message: string
  readonly elapsedMilliseconds: number
  readonly timeoutMilliseconds: number
  /** The page asked by itself, without a click. */
  readonly automatic: boolean
  readonly focused: boolean
  readonly framed: boolean
  readonly secure: boolean
  /** Of the credentials that were asked for; empty without a name. */
  readonly transports: readonly string[]
  /** What `getClientCapabilities` said, and whether there is a platform authenticator. */
  readonly capabilities: Readonly<Record<string, boolean>>
}

/** Faster than this nobody has seen a prompt. */
const noPromptMilliseconds = 300

/** Faster than this nobody has read one. */
const unreadMilliseconds = 1500

/** What each exception but `NotAllowedError` says by its name. @see https://www.w3.org/TR/webauthn-3/#sctn-api */
const byName: Readonly<Record<string, { readonly get: string; readonly create: string }>> = {
  AbortError: { get: 'browser_aborted', create: 'browser_aborted' },
  InvalidStateError: { get: 'browser_authenticator_failed', create: 'browser_already_registered' },
  NotSupportedError: { get: 'browser_not_supported', create: 'browser_authenticator_unsuitable' },
  ConstraintError: { get: 'browser_authenticator_unsuitable', create: 'browser_authenticator_unsuitable' },
  SecurityError: { get: 'browser_wrong_address', create: 'browser_wrong_address' },
  TypeError: { get: 'browser_not_supported', create: 'browser_not_supported' },
  ReferenceError: { get: 'browser_not_supported', create: 'browser_not_supported' },
  // Chromium's word for "another request is already under way".
  OperationError: { get: 'browser_prompt_blocked', create: 'browser_prompt_blocked' },
  TimeoutError: { get: 'browser_prompt_timed_out', create: 'browser_prompt_timed_out' },
  NetworkError: { get: 'browser_offline', create: 'browser_offline' },
  NotReadableError: { get: 'browser_authenticator_failed', create: 'browser_authenticator_failed' },
  UnknownError: { get: 'browser_authenticator_failed', create: 'browser_authenticator_failed' },
  DataError: { get: 'browser_authenticator_failed', create: 'browser_authenticator_failed' },
  EncodingError: { get: 'browser_authenticator_failed', create: 'browser_authenticator_failed' },
}

/**
 * Say what most likely happened, as a code of the catalogue.
 *
 * Browsers answer `NotAllowedError` to almost everything, so that a page cannot find out which passkeys somebody has.
 * What remains is how fast it came, what this browser can do, and where the passkeys that were asked for live.
 */
export function explainFailure(failure: BrowserFailure): string {
  const { ceremony, name, framed, secure } = failure
  if (!secure) return 'browser_not_secure'
  if (name !== 'NotAllowedError') {
    return Object.hasOwn(byName, name) ? (byName[name]?.[ceremony] ?? 'browser_failed') : 'browser_failed'
  }
  if (framed) return 'browser_frame_refused'
  if (failure.elapsedMilliseconds < noPromptMilliseconds) return explainAtOnce(failure)
  return ceremony === 'create' ? explainCreate(failure) : explainGet(failure)
}

/** No prompt was shown. */
function explainAtOnce({ ceremony, automatic, focused, capabilities }: BrowserFailure): string {
  // It is what WebKit says without a click, and what every browser says when no passkey here fits or the finger did not.
  if (automatic && ceremony === 'get') return 'browser_nothing_came'
  // WebKit wants a click, Chromium a focused page.
  if (automatic || !focused) return 'browser_prompt_needs_click'
  return ceremony === 'create' && hasNowhereToKeepIt(capabilities)
    ? 'browser_no_platform_authenticator'
    : 'browser_prompt_blocked'
}

function explainCreate(failure: BrowserFailure): string {
  if (timedOut(failure)) return 'browser_prompt_timed_out'
  return hasNowhereToKeepIt(failure.capabilities)
    ? 'browser_no_platform_authenticator'
    : 'browser_create_closed'
}

function explainGet(failure: BrowserFailure): string {
  const { automatic, capabilities, elapsedMilliseconds } = failure
  const lives = new Set(failure.transports)
  const onThisDevice = lives.size === 0 || lives.has('internal')
  if (!onThisDevice && lives.has('hybrid')) {
    return capabilities['hybridTransport'] === false
      ? 'browser_bluetooth_unavailable'
      : 'browser_other_device_failed'
  }
  if (!onThisDevice) return 'browser_security_key_failed'
  if (timedOut(failure)) return 'browser_prompt_timed_out'
  if (elapsedMilliseconds >= unreadMilliseconds) return 'browser_prompt_closed'
  return automatic ? 'browser_nothing_came' : 'browser_no_passkey_here'
}

/** Browsers may shorten the time they were given a little. */
function timedOut({ elapsedMilliseconds, timeoutMilliseconds }: BrowserFailure): boolean {
  return timeoutMilliseconds > 0 && elapsedMilliseconds >= timeoutMilliseconds * 0.95
}

function hasNowhereToKeepIt(capabilities: BrowserFailure['capabilities']): boolean {
  return (
    capabilities['userVerifyingPlatformAuthenticator'] === false && capabilities['hybridTransport'] !== true
  )
}
