import type { CreationOptionsJson, ExtensionInputsJson, RequestOptionsJson } from '@latchkey/ctap'
import type { Asked } from '../messages.ts'

/** @throws TypeError for options that are none: the browser’s own function says it better */
export function toCreation(options: PublicKeyCredentialCreationOptions): Asked {
  const { rp, user, pubKeyCredParams, excludeCredentials, authenticatorSelection, attestation, timeout } =
    options
  const { residentKey, requireResidentKey, userVerification } = authenticatorSelection ?? {}
  const formats: unknown = Reflect.get(options, 'attestationFormats')
  const json: CreationOptionsJson = {
    rp: { name: `${rp.name}`, ...(rp.id !== undefined && { id: `${rp.id}` }) },
    user: { id: encode(user.id), name: `${user.name}`, displayName: `${user.displayName}` },
    challenge: encode(options.challenge),
    pubKeyCredParams: Array.from(pubKeyCredParams, ({ type, alg }) => ({
      type: `${type}`,
      alg: Number(alg),
    })),
    excludeCredentials: toDescriptors(excludeCredentials),
    authenticatorSelection: {
      ...(residentKey !== undefined && { residentKey: `${residentKey}` }),
      ...(requireResidentKey !== undefined && { requireResidentKey: Boolean(requireResidentKey) }),
      ...(userVerification !== undefined && { userVerification: `${userVerification}` }),
    },
    ...(attestation !== undefined && { attestation: `${attestation}` }),
    ...(Array.isArray(formats) && { attestationFormats: formats.map(String) }),
    extensions: toExtensions(options.extensions),
  }
  return { kind: 'create', options: { ...json, ...toTimeout(timeout) } }
}

/** @throws TypeError for options that are none */
export function toRequest(options: PublicKeyCredentialRequestOptions): Asked {
  const { rpId, challenge, allowCredentials, userVerification, timeout } = options
  const json: RequestOptionsJson = {
    challenge: encode(challenge),
    allowCredentials: toDescriptors(allowCredentials),
    ...(rpId !== undefined && { rpId: `${rpId}` }),
    ...(userVerification !== undefined && { userVerification: `${userVerification}` }),
    extensions: toExtensions(options.extensions),
  }
  return { kind: 'get', options: { ...json, ...toTimeout(timeout) } }
}

function toTimeout(timeout: number | undefined): { readonly timeout?: number } {
  const milliseconds = Number(timeout)
  return Number.isFinite(milliseconds) ? { timeout: milliseconds } : {}
}

function toDescriptors(list: readonly PublicKeyCredentialDescriptor[] | undefined) {
  return Array.from(list ?? [], ({ type, id }) => ({ type: `${type}`, id: encode(id) }))
}

/** What the engine heeds of them; the others are as unknown here as in any authenticator. */
function toExtensions(inputs: AuthenticationExtensionsClientInputs | undefined): ExtensionInputsJson {
  const { credProps, prf } = inputs ?? {}
  const protection: unknown = inputs && Reflect.get(inputs, 'credentialProtectionPolicy')
  return {
    ...(credProps && { credProps: true }),
    ...(typeof protection === 'string' && { credentialProtectionPolicy: protection }),
    ...(prf && {
      prf: {
        ...(prf.eval && { eval: toPrfValues(prf.eval) }),
        ...(prf.evalByCredential && {
          evalByCredential: Object.fromEntries(
            Object.entries(prf.evalByCredential).map(([id, values]) => [id, toPrfValues(values)]),
          ),
        }),
      },
    }),
  }
}

function toPrfValues({ first, second }: AuthenticationExtensionsPRFValues) {
  return { first: encode(first), ...(second !== undefined && { second: encode(second) }) }
}

function encode(source: BufferSource): string {
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
  if (!ArrayBuffer.isView(source) && !(source instanceof ArrayBuffer)) throw new TypeError('not bytes')
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
