import type { HelpCode } from './help-code.ts'

/**
 * What browsers write into consoles and help desks are sent: the same in every language.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-api
 */
export const technical: Readonly<Partial<Record<HelpCode, readonly string[]>>> = {
  browser_prompt_closed: [
    'NotAllowedError: The operation either timed out or was not allowed.',
    'NotAllowedError: The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
    'NotAllowedError: This request has been cancelled by the user.',
  ],
  browser_already_registered: [
    'InvalidStateError: The user attempted to register an authenticator that contains one of the credentials already registered with the relying party.',
    'InvalidStateError: At least one credential matches an entry of the excludeCredentials list in the platform attached authenticator.',
  ],
  browser_wrong_address: [
    'SecurityError: The relying party ID is not a registrable domain suffix of, nor equal to the current domain.',
    'SecurityError: This is an invalid domain.',
  ],
  browser_prompt_blocked: ['OperationError: A request is already pending.'],
  browser_prompt_needs_click: [
    'NotAllowedError: The document is not focused.',
    "User gesture is not detected. To use the WebAuthn API, call 'navigator.credentials.create' or 'navigator.credentials.get' within user activated events.",
  ],
  browser_frame_refused: [
    'NotAllowedError: The origin of the document is not the same as its ancestors.',
    "NotAllowedError: The 'publickey-credentials-get' feature is not enabled in this document.",
  ],
  browser_authenticator_failed: [
    'NotReadableError: An unknown error occurred while talking to the credential manager.',
    'UnknownError: The operation failed for an unknown transient reason.',
  ],
  browser_authenticator_unsuitable: [
    'ConstraintError: The authenticator does not support the requirements.',
    "NotSupportedError: Use of an empty 'allowCredentials' list is not supported on this device.",
  ],
  browser_not_supported: ['ReferenceError: PublicKeyCredential is not defined'],
  browser_not_secure: ['TypeError: navigator.credentials is undefined'],
  browser_aborted: ['AbortError: The operation was aborted.'],
  browser_offline: ['TypeError: Failed to fetch', 'NetworkError when attempting to fetch resource.'],
  app_misconfigured: ['redirect_uri did not match any of the client’s registered redirect_uris'],
}
