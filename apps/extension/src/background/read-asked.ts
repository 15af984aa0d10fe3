import type { CreationOptionsJson, ExtensionInputsJson, RequestOptionsJson } from '@latchkey/ctap'
import type { Asked, Signalled } from '../messages.ts'

/** Longer than anything a relying party sends, and short enough to be shown and kept. */
const longestText = 4096
const mostEntries = 128

/** Read what a page asks for. It may be anything: the page’s script of ours runs in the page’s own world. */
export function readAsked(message: unknown): Asked | undefined {
  const options = field(message, 'options')
  const milliseconds = field(options, 'timeout')
  const timeout =
    typeof milliseconds === 'number' && Number.isFinite(milliseconds) ? { timeout: milliseconds } : {}
  switch (field(message, 'kind')) {
    case 'create': {
      const creation = readCreation(options)
      return creation && { kind: 'create', options: { ...creation, ...timeout } }
    }
    case 'get': {
      const request = readRequest(options)
      return request && { kind: 'get', options: { ...request, ...timeout } }
    }
    default:
      return undefined
  }
}

/** Read what a page told its authenticators. */
export function readSignalled(message: unknown): Signalled | undefined {
  const rpId = text(message, 'rpId')
  const unknown = bytes(message, 'unknown')
  return rpId === undefined ? undefined : { rpId, ...(unknown !== undefined && { unknown }) }
}

function readCreation(options: unknown): CreationOptionsJson | undefined {
  const rp = field(options, 'rp')
  const user = field(options, 'user')
  const selection = field(options, 'authenticatorSelection')
  const rpId = text(rp, 'id')
  const userId = bytes(user, 'id')
  const challenge = bytes(options, 'challenge')
  const name = text(user, 'name')
  const displayName = text(user, 'displayName')
  if (userId === undefined || challenge === undefined || name === undefined || displayName === undefined) {
    return undefined
  }
  const residentKey = text(selection, 'residentKey')
  const userVerification = text(selection, 'userVerification')
  const attestation = text(options, 'attestation')
  return {
    rp: { name: text(rp, 'name') ?? '', ...(rpId !== undefined && { id: rpId }) },
    user: { id: userId, name, displayName },
    challenge,
    pubKeyCredParams: list(options, 'pubKeyCredParams').flatMap((entry) => {
      const type = text(entry, 'type')
      const alg = field(entry, 'alg')
      return type !== undefined && typeof alg === 'number' ? [{ type, alg }] : []
    }),
    excludeCredentials: readDescriptors(options, 'excludeCredentials'),
    authenticatorSelection: {
      ...(residentKey !== undefined && { residentKey }),
      ...(field(selection, 'requireResidentKey') === true && { requireResidentKey: true }),
      ...(userVerification !== undefined && { userVerification }),
    },
    ...(attestation !== undefined && { attestation }),
    attestationFormats: list(options, 'attestationFormats').filter((format) => typeof format === 'string'),
    extensions: readExtensions(field(options, 'extensions')),
  }
}

function readRequest(options: unknown): RequestOptionsJson | undefined {
  const challenge = bytes(options, 'challenge')
  if (challenge === undefined) return undefined
  const rpId = text(options, 'rpId')
  const userVerification = text(options, 'userVerification')
  return {
    challenge,
    ...(rpId !== undefined && { rpId }),
    allowCredentials: readDescriptors(options, 'allowCredentials'),
    ...(userVerification !== undefined && { userVerification }),
    extensions: readExtensions(field(options, 'extensions')),
  }
}

function readDescriptors(options: unknown, name: string) {
  return list(options, name).flatMap((entry) => {
    const type = text(entry, 'type')
    const id = bytes(entry, 'id')
    return type !== undefined && id !== undefined ? [{ type, id }] : []
  })
}

function readExtensions(inputs: unknown): ExtensionInputsJson {
  const prf = field(inputs, 'prf')
  const protection = text(inputs, 'credentialProtectionPolicy')
  const single = readPrfValues(field(prf, 'eval'))
  const each = field(prf, 'evalByCredential')
  const byCredential = Object.entries(typeof each === 'object' && each !== null ? each : {})
    .slice(0, mostEntries)
    .flatMap(([id, values]) => {
      const read = readPrfValues(values)
      return isBytes(id) && read !== undefined ? [[id, read] as const] : []
    })
  return {
    ...(field(inputs, 'credProps') === true && { credProps: true }),
    ...(protection !== undefined && { credentialProtectionPolicy: protection }),
    ...(prf !== undefined && {
      prf: {
        ...(single && { eval: single }),
        ...(byCredential.length > 0 && { evalByCredential: Object.fromEntries(byCredential) }),
      },
    }),
  }
}

function readPrfValues(values: unknown) {
  const first = bytes(values, 'first')
  const second = bytes(values, 'second')
  return first === undefined ? undefined : { first, ...(second !== undefined && { second }) }
}

function field(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined
}

function text(from: unknown, name: string): string | undefined {
  const value = field(from, name)
  return typeof value === 'string' && value.length <= longestText ? value : undefined
}

const isBytes = (value: string) => /^[\w-]*$/.test(value) && value.length % 4 !== 1

function bytes(from: unknown, name: string): string | undefined {
  const value = text(from, name)
  return value !== undefined && isBytes(value) ? value : undefined
}

function list(from: unknown, name: string): readonly unknown[] {
  const value = field(from, name)
  return Array.isArray(value) ? value.slice(0, mostEntries) : []
}
