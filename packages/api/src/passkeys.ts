/** The browser's side of the ceremonies, with a way for browsers that lack the JSON functions of Level 3. */

/** What is known when the browser did not give a passkey: the server puts it into words. */
export interface CeremonyFailure {
  ceremony: 'get' | 'create'
  name: string
  message: string
  elapsedMilliseconds: number
  timeoutMilliseconds: number
  /** Whether the person had not clicked: the page asked by itself. */
  automatic: boolean
  focused: boolean
  framed: boolean
  secure: boolean
  transports: string[]
  capabilities: Record<string, boolean>
}

export type CeremonyResult = { ok: true; response: unknown } | { ok: false; failure: CeremonyFailure }

type ConditionalCreation = CredentialCreationOptions & { mediation?: 'conditional' }

export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && navigator.credentials !== undefined
}

/** What the browser says it can do; empty if it does not say. */
export async function readCapabilities(): Promise<Record<string, boolean>> {
  try {
    const said = { ...(await PublicKeyCredential.getClientCapabilities()) }
    const platform = await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
    return { userVerifyingPlatformAuthenticator: platform, ...said }
  } catch {
    return {}
  }
}

/** Whether passkeys can be offered in the name field. */
export async function canAutofill(): Promise<boolean> {
  try {
    return canUsePasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable())
  } catch {
    return false
  }
}

export async function getPasskey(
  options: PublicKeyCredentialRequestOptionsJSON,
  how: { automatic: boolean; mediation?: 'conditional'; signal?: AbortSignal },
): Promise<CeremonyResult> {
  const { automatic, ...rest } = how
  const transports = (options.allowCredentials ?? []).flatMap((descriptor) => descriptor.transports ?? [])
  return runCeremony('get', { automatic, transports, timeout: options.timeout ?? 0 }, () =>
    navigator.credentials.get({ publicKey: toRequestOptions(options), ...rest }),
  )
}

export async function createPasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
  how: { automatic: boolean; mediation?: 'conditional'; signal?: AbortSignal },
): Promise<CeremonyResult> {
  const { automatic, ...rest } = how
  return runCeremony('create', { automatic, transports: [], timeout: options.timeout ?? 0 }, () => {
    const creation: ConditionalCreation = { publicKey: toCreationOptions(options), ...rest }
    return navigator.credentials.create(creation)
  })
}

async function runCeremony(
  ceremony: 'get' | 'create',
  known: { automatic: boolean; transports: string[]; timeout: number },
  ask: () => Promise<Credential | null>,
): Promise<CeremonyResult> {
  const startedAt = performance.now()
  const focused = document.hasFocus()
  try {
    if (!canUsePasskeys()) throw new DOMException('', 'NotSupportedError')
    const credential = await ask()
    if (!(credential instanceof PublicKeyCredential)) throw new DOMException('', 'NotAllowedError')
    return { ok: true, response: toResponseJson(credential) }
  } catch (error) {
    const failure = {
      ceremony,
      name: error instanceof Error || error instanceof DOMException ? error.name : 'UnknownError',
      message: error instanceof Error || error instanceof DOMException ? error.message.slice(0, 200) : '',
      elapsedMilliseconds: Math.round(performance.now() - startedAt),
      timeoutMilliseconds: known.timeout,
      automatic: known.automatic,
      focused,
      framed: window.top !== window,
      secure: window.isSecureContext,
      transports: [...new Set(known.transports)],
      capabilities: await readCapabilities(),
    }
    return { ok: false, failure }
  }
}

/** Tell the device that we do not know this passkey, so that it stops offering it. Only when the server said so. */
export async function signalUnknown(rpId: string | undefined, response: unknown): Promise<void> {
  const credentialId = response instanceof Object && 'id' in response ? String(response.id) : ''
  try {
    await PublicKeyCredential.signalUnknownCredential({ rpId: rpId ?? location.hostname, credentialId })
  } catch {
    // A browser without signals, or a device that does not care.
  }
}

/** What the server knows of the person who is signed in, for the device to bring itself in line. */
export interface AccountSignal {
  readonly rpId: string
  readonly userId: string
  readonly name: string
  readonly displayName: string
  readonly allAcceptedCredentialIds: readonly string[]
}

/** Tell the device which passkeys of the person count, and what they are called. Waits half a second at most. */
export async function signalAccount(signal: AccountSignal | undefined): Promise<void> {
  if (signal === undefined) return
  const { rpId, userId, name, displayName, allAcceptedCredentialIds } = signal
  const tell = async () => {
    await PublicKeyCredential.signalAllAcceptedCredentials({
      rpId,
      userId,
      allAcceptedCredentialIds: [...allAcceptedCredentialIds],
    })
    await PublicKeyCredential.signalCurrentUserDetails({ rpId, userId, name, displayName })
  }
  await Promise.race([tell().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 500))])
}

function toRequestOptions(options: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  return 'parseRequestOptionsFromJSON' in PublicKeyCredential
    ? PublicKeyCredential.parseRequestOptionsFromJSON(options)
    : JSON.parse(JSON.stringify(options), reviveBytes)
}

function toCreationOptions(
  options: PublicKeyCredentialCreationOptionsJSON,
): PublicKeyCredentialCreationOptions {
  return 'parseCreationOptionsFromJSON' in PublicKeyCredential
    ? PublicKeyCredential.parseCreationOptionsFromJSON(options)
    : JSON.parse(JSON.stringify(options), reviveBytes)
}

/** Bytes are the challenge, and the ids of credentials (they have a type) and of the user (it has a display name). */
function reviveBytes(this: object, key: string, value: unknown): unknown {
  const isId = key === 'id' && ('type' in this || 'displayName' in this)
  return typeof value === 'string' && (isId || key === 'challenge') ? fromBase64url(value) : value
}

/** Some providers that stand in for the browser return a credential without a working `toJSON`. */
function toResponseJson(credential: PublicKeyCredential): unknown {
  try {
    return credential.toJSON()
  } catch {
    const { response } = credential
    const bytes: Record<string, unknown> = { clientDataJSON: toBase64url(response.clientDataJSON) }
    if (response instanceof AuthenticatorAssertionResponse) {
      bytes['authenticatorData'] = toBase64url(response.authenticatorData)
      bytes['signature'] = toBase64url(response.signature)
      if (response.userHandle !== null) bytes['userHandle'] = toBase64url(response.userHandle)
    }
    if (response instanceof AuthenticatorAttestationResponse) {
      bytes['attestationObject'] = toBase64url(response.attestationObject)
      bytes['transports'] = response.getTransports()
    }
    return {
      id: credential.id,
      rawId: credential.id,
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: bytes,
    }
  }
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) =>
    character.charCodeAt(0),
  )
}

function toBase64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}
