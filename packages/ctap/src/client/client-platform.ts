import {
  type CborMap,
  type CborValue,
  encodeCbor,
  fromBase64url,
  toBase64url,
  toUtf8,
} from '@latchkey/encoding'
import type { Authenticator } from '../authenticator.ts'
import type { AuthenticatorCryptography } from '../cryptography.ts'
import {
  findBoolean,
  findBytes,
  findMap,
  findTexts,
  getBytes,
  getMap,
  getText,
  type Parameters,
  readParameters,
} from '../parameters.ts'
import { ctapStatus } from '../status.ts'
import { readNewCredential } from './new-credential.ts'
import type { CreationOptionsJson, ExtensionInputsJson, RequestOptionsJson } from './options-json.ts'
import { fromPrfOutput, toPrfInput } from './prf.ts'
import type {
  AuthenticationResponseJson,
  ExtensionResultsJson,
  RegistrationResponseJson,
} from './response-json.ts'

/** The page that calls the WebAuthn API. */
export interface CallingPage {
  /** As the browser knows it; never what the page says of itself. */
  readonly origin: string
  /** The page around it, if it is in a frame of another origin. */
  readonly topOrigin?: string
}

/**
 * What stands between pages and authenticators: `navigator.credentials.create()` and `.get()`, from JSON to JSON.
 * Refusals are the `DOMException`s of the standard: `SecurityError`, `NotAllowedError`, `InvalidStateError`,
 * `NotSupportedError`.
 *
 * @see https://www.w3.org/TR/webauthn-3/#webauthn-client
 */
export interface ClientPlatform {
  create(
    options: CreationOptionsJson,
    page: CallingPage,
    signal?: AbortSignal,
  ): Promise<RegistrationResponseJson>
  get(
    options: RequestOptionsJson,
    page: CallingPage,
    signal?: AbortSignal,
  ): Promise<AuthenticationResponseJson>
}

/** What the client needs to know of the authenticator. */
interface AuthenticatorInfo {
  readonly attachment: 'platform' | 'cross-platform'
  readonly transports: readonly string[]
  readonly verifiesUsers: boolean
  readonly enterprise: boolean
  readonly speaksPrf: boolean
}

/**
 * Make a client platform that speaks to one authenticator. It knows no public suffixes: that an RP ID is not `com` is
 * for who knows the origin. It types no PINs: users are verified by the authenticator itself.
 */
export function clientPlatform(
  authenticator: Pick<Authenticator, 'answer'>,
  cryptography: Pick<AuthenticatorCryptography, 'sha256'>,
): ClientPlatform {
  async function send(command: number, parameters: CborMap, signal?: AbortSignal): Promise<Parameters> {
    const payload = parameters.size === 0 ? new Uint8Array() : encodeCbor(parameters)
    const answer = await authenticator.answer(Uint8Array.of(command, ...payload), signal)
    if (answer[0] !== ctapStatus.ok) throw toException(answer[0])
    return readParameters(answer.subarray(1))
  }

  async function getInfo(): Promise<AuthenticatorInfo> {
    const info = await send(0x04, new Map())
    const options = getMap(info, 0x04)
    return {
      attachment: findBoolean(options, 'plat') ? 'platform' : 'cross-platform',
      transports: findTexts(info, 0x09) ?? [],
      verifiesUsers: findBoolean(options, 'uv') ?? false,
      enterprise: findBoolean(options, 'ep') ?? false,
      speaksPrf: findTexts(info, 0x02)?.includes('prf') ?? false,
    }
  }

  return {
    async create(options, page, signal) {
      const info = await getInfo()
      const rpId = requireRpId(options.rp.id, page)
      const clientDataJSON = makeClientData('webauthn.create', options.challenge, page)
      const { residentKey, requireResidentKey, userVerification } = options.authenticatorSelection ?? {}
      const rk = (residentKey ?? (requireResidentKey ? 'required' : 'discouraged')) !== 'discouraged'
      const wanted = userVerification === 'discouraged' && rk ? 'preferred' : userVerification

      const parameters = new Map<number, CborValue>([
        [1, await cryptography.sha256(clientDataJSON)],
        [2, new Map([...Object.entries({ ...options.rp, id: rpId })])],
        [
          3,
          new Map<string, CborValue>([
            ...Object.entries({ ...options.user, id: fromBase64url(options.user.id) }),
          ]),
        ],
        [4, options.pubKeyCredParams.map((entry) => new Map<string, CborValue>(Object.entries(entry)))],
        [7, new Map([['rk', rk], ...userVerificationOption(info, wanted)])],
      ])
      const excluded = options.excludeCredentials ?? []
      if (excluded.length > 0) parameters.set(5, excluded.map(toDescriptor))
      const extensions = await toCreationExtensions(options.extensions ?? {}, info)
      if (extensions.size > 0) parameters.set(6, extensions)
      if (options.attestation === 'enterprise' && info.enterprise) parameters.set(0x0a, 1)
      if (options.attestationFormats?.length) parameters.set(0x0b, options.attestationFormats)

      const answer = await send(0x01, parameters, signal)
      return toRegistrationResponse(options, info, clientDataJSON, rk, answer)
    },

    async get(options, page, signal) {
      const info = await getInfo()
      const rpId = requireRpId(options.rpId, page)
      const clientDataJSON = makeClientData('webauthn.get', options.challenge, page)
      const parameters = new Map<number, CborValue>([
        [1, rpId],
        [2, await cryptography.sha256(clientDataJSON)],
      ])
      const allowed = options.allowCredentials ?? []
      if (allowed.length > 0) parameters.set(3, allowed.map(toDescriptor))
      const { prf } = options.extensions ?? {}
      if (prf && info.speaksPrf) parameters.set(4, new Map([['prf', await toPrfInput(cryptography, prf)]]))
      const uv = userVerificationOption(info, options.userVerification)
      if (uv.length > 0) parameters.set(5, new Map(uv))

      const answer = await send(0x02, parameters, signal)
      return toAuthenticationResponse(info, clientDataJSON, answer)
    },
  }

  async function toCreationExtensions(inputs: ExtensionInputsJson, { speaksPrf }: AuthenticatorInfo) {
    const extensions = new Map<string, CborValue>()
    const level = protectionLevels.get(inputs.credentialProtectionPolicy ?? '')
    if (level !== undefined) extensions.set('credProtect', level)
    if (inputs.hmacCreateSecret) extensions.set('hmac-secret', true)
    if (inputs.prf && speaksPrf) extensions.set('prf', await toPrfInput(cryptography, inputs.prf))
    return extensions
  }
}

const protectionLevels = new Map([
  ['userVerificationOptional', 1],
  ['userVerificationOptionalWithCredentialIDList', 2],
  ['userVerificationRequired', 3],
])

const exceptionNames = new Map<number | undefined, string>([
  [ctapStatus.credential_excluded, 'InvalidStateError'],
  [ctapStatus.unsupported_algorithm, 'NotSupportedError'],
])

/** Most statuses are none of the page's business. */
function toException(status: number | undefined): DOMException {
  return new DOMException('The authenticator declined.', exceptionNames.get(status) ?? 'NotAllowedError')
}

function requireRpId(rpId: string | undefined, { origin }: CallingPage): string {
  const { hostname } = new URL(origin)
  const id = rpId ?? hostname
  if (hostname === id || hostname.endsWith(`.${id}`)) return id
  throw new DOMException('The RP ID is not of this origin.', 'SecurityError')
}

/** @see https://www.w3.org/TR/webauthn-3/#clientdatajson-serialization */
function makeClientData(type: string, challenge: string, { origin, topOrigin }: CallingPage): Uint8Array {
  const crossOrigin = topOrigin !== undefined
  return toUtf8(JSON.stringify({ type, challenge, origin, crossOrigin, ...(crossOrigin && { topOrigin }) }))
}

function userVerificationOption(
  { verifiesUsers }: AuthenticatorInfo,
  wanted = 'preferred',
): readonly (readonly ['uv', true])[] {
  if (wanted === 'required' && !verifiesUsers) {
    throw new DOMException('The authenticator verifies nobody.', 'NotAllowedError')
  }
  return wanted !== 'discouraged' && verifiesUsers ? [['uv', true]] : []
}

function toDescriptor({ type, id }: { readonly type: string; readonly id: string }): CborMap {
  return new Map<string, CborValue>([
    ['type', type],
    ['id', fromBase64url(id)],
  ])
}

function toRegistrationResponse(
  { attestation = 'none', extensions = {} }: CreationOptionsJson,
  info: AuthenticatorInfo,
  clientDataJSON: Uint8Array,
  rk: boolean,
  answer: Parameters,
): RegistrationResponseJson {
  const authenticatorData = getBytes(answer, 2)
  const { credentialId, algorithm } = readNewCredential(authenticatorData)
  // §5.1.3: who asked for no attestation gets none. The model's number stays, as a claim.
  const anonymous = attestation === 'none'
  const attestationObject = encodeCbor(
    new Map<string, CborValue>([
      ['fmt', anonymous ? 'none' : getText(answer, 1)],
      ['attStmt', anonymous ? new Map() : getMap(answer, 3)],
      ['authData', authenticatorData],
    ]),
  )
  const results: ExtensionResultsJson = {}
  if (extensions.credProps) results.credProps = { rk }
  if (extensions.hmacCreateSecret) results.hmacCreateSecret = true
  if (extensions.prf) {
    const prf = fromPrfOutput(findMap(answer, 6))
    results.prf = { enabled: info.speaksPrf, ...(prf && { results: prf }) }
  }
  return {
    ...toEnvelope(credentialId, info),
    clientExtensionResults: results,
    response: {
      clientDataJSON: toBase64url(clientDataJSON),
      authenticatorData: toBase64url(authenticatorData),
      attestationObject: toBase64url(attestationObject),
      transports: info.transports,
      publicKeyAlgorithm: algorithm,
    },
  }
}

function toAuthenticationResponse(
  info: AuthenticatorInfo,
  clientDataJSON: Uint8Array,
  answer: Parameters,
): AuthenticationResponseJson {
  const user = findMap(answer, 4)
  const userHandle = user && findBytes(user, 'id')
  const prf = fromPrfOutput(findMap(answer, 8))
  return {
    ...toEnvelope(getBytes(getMap(answer, 1), 'id'), info),
    clientExtensionResults: prf ? { prf: { results: prf } } : {},
    response: {
      clientDataJSON: toBase64url(clientDataJSON),
      authenticatorData: toBase64url(getBytes(answer, 2)),
      signature: toBase64url(getBytes(answer, 3)),
      ...(userHandle && { userHandle: toBase64url(userHandle) }),
    },
  }
}

function toEnvelope(credentialId: Uint8Array, { attachment }: AuthenticatorInfo) {
  const id = toBase64url(credentialId)
  return { id, rawId: id, type: 'public-key', authenticatorAttachment: attachment } as const
}
