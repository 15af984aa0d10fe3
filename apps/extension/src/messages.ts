import type {
  AuthenticationResponseJson,
  CreationOptionsJson,
  RegistrationResponseJson,
  RequestOptionsJson,
} from '@latchkey/ctap'

/** What a page asks of `navigator.credentials`, in JSON. */
export type Asked =
  | { readonly kind: 'create'; readonly options: CreationOptionsJson & Patience }
  | { readonly kind: 'get'; readonly options: RequestOptionsJson & Patience }

interface Patience {
  /** Milliseconds. */
  readonly timeout?: number
}

/** A new passkey, with its public key as SubjectPublicKeyInfo, which browsers add for pages that read no CBOR. */
export interface NewCredentialJson extends RegistrationResponseJson {
  readonly response: RegistrationResponseJson['response'] & { readonly publicKey?: string }
}

/** What a page gets. */
export type Answered =
  | { readonly outcome: 'credential'; readonly credential: NewCredentialJson | AuthenticationResponseJson }
  /** Somebody else keeps passkeys, too: the browser asks as it always does. */
  | { readonly outcome: 'native' }
  | { readonly outcome: 'refused'; readonly name: string; readonly message: string }

/** What the page’s script says to the bridge, over their own port. */
export type FromPage =
  | { readonly id: number; readonly asked: Asked }
  | { readonly id: number; readonly aborted: true }
  | { readonly signalled: Signalled }

/** What the bridge says to the page’s script. */
export interface ToPage {
  readonly id: number
  readonly answered: Answered
}

/** A site told its authenticators something, with the Signal API. It is a hint: what counts is the server’s list. */
export interface Signalled {
  readonly rpId: string
  /** The passkey it does not know. */
  readonly unknown?: string
}

/** A ceremony that waits for the person. */
export interface Ceremony {
  readonly id: string
  /** As the browser knows it. */
  readonly origin: string
  readonly asked: Asked
  /** When the page stops to wait, in milliseconds since 1970. */
  readonly until: number
}

/** Names of the conversations with the background. */
export const ceremonyChannel = 'ceremony'
export const consentChannel = 'consent'

/** What the consent window says to the background. */
export type FromConsent =
  | { readonly takes: string }
  | { readonly answered: Answered }
  | { readonly awake: true }

/** What the background says to the consent window. */
export type ToConsent = { readonly ceremony: Ceremony } | { readonly gone: true }

/** What pages of ours, and the bridge, tell the background in passing. */
export type Told =
  | { readonly told: 'signal'; readonly signalled: Signalled }
  | { readonly told: 'accounts_changed' }

/** The event that hands the port over from the bridge to the page’s script, and the one that asks for it. */
export const handOver = 'latchkey-port'
export const askForPort = 'latchkey-port-wanted'
