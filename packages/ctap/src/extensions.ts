import { type CborMap, type CborValue, concatBytes, toHex } from '@latchkey/encoding'
import type { CredentialSource } from './credential-shelf.ts'
import { type Engine, speaksPrf } from './engine.ts'
import { findBoolean, findBytes, findMap, findUint, getBytes, getMap } from './parameters.ts'
import { CtapRefusal } from './status.ts'

/** One salt of 32 bytes, or two, one after the other. */
type Salts = Uint8Array

/** Computes the secrets of `hmac-secret` and `prf` for one credential. */
export type SecretOutputs = (
  credential: CredentialSource,
  userVerified: boolean,
) => Promise<{ readonly signed: CborMap; readonly unsigned: CborMap }>

/**
 * Read what the platform wants of `hmac-secret`.
 *
 * @throws CtapRefusal `missing_parameter`, `invalid_parameter`, `pin_auth_invalid`, `invalid_length`
 * @see https://fidoalliance.org/specs/fido-v2.2-ps-20250714/fido-client-to-authenticator-protocol-v2.2-ps-20250714.html#sctn-hmac-secret-extension
 */
export async function readSecretRequest(engine: Engine, extensions: CborMap): Promise<SecretOutputs> {
  const hmacSecret = findMap(extensions, 'hmac-secret')
  const saltsFor = readPrfSalts(engine, extensions)
  const sealed = hmacSecret === undefined ? undefined : await openSalts(engine, hmacSecret)

  return async (credential, userVerified) => {
    const signed = new Map<string, CborValue>()
    const unsigned = new Map<string, CborValue>()
    if (sealed !== undefined) {
      const secrets = await computeSecrets(engine, credential, userVerified, sealed.salts)
      signed.set('hmac-secret', await sealed.protocol.encrypt(sealed.secret, secrets))
    }
    const salts = saltsFor(credential.id)
    if (salts !== undefined) {
      const results = await computePrf(engine, credential, userVerified, salts)
      unsigned.set('prf', new Map([['results', results]]))
    }
    return { signed, unsigned }
  }
}

/**
 * Compute the results of the plain `prf` extension: as `hmac-secret`, with salts that are not encrypted.
 */
export async function computePrf(
  engine: Engine,
  credential: CredentialSource,
  userVerified: boolean,
  salts: Salts,
): Promise<CborMap> {
  const secrets = await computeSecrets(engine, credential, userVerified, salts)
  const results = new Map([['first', secrets.slice(0, 32)]])
  return salts.length === 32 ? results : results.set('second', secrets.slice(32))
}

/** Read the salts of the plain `prf`. What it says of one credential goes before what it says for all. */
function readPrfSalts(engine: Engine, extensions: CborMap): (credentialId: Uint8Array) => Salts | undefined {
  const prf = speaksPrf(engine.model) ? findMap(extensions, 'prf') : undefined
  if (prf === undefined) return () => undefined
  const forAll = findMap(prf, 'eval')
  const saltsForAll = forAll && readSalts(forAll)
  const saltsById = new Map<string, Salts>()
  for (const [id, values] of findMap(prf, 'evalByCredential') ?? []) {
    if (!(id instanceof Uint8Array) || !(values instanceof Map)) throw new CtapRefusal('cbor_unexpected_type')
    if (saltsById.has(toHex(id))) throw new CtapRefusal('invalid_cbor')
    saltsById.set(toHex(id), readSalts(values))
  }
  return (credentialId) => saltsById.get(toHex(credentialId)) ?? saltsForAll
}

function readSalts(values: CborMap): Salts {
  const salts = concatBytes(getBytes(values, 'first'), findBytes(values, 'second') ?? new Uint8Array())
  if (salts.length !== (values.has('second') ? 64 : 32)) throw new CtapRefusal('invalid_length')
  return salts
}

async function openSalts(engine: Engine, request: CborMap) {
  const protocol = engine.pinUvAuth.protocol(findUint(request, 4) ?? 1)
  const peer = getMap(request, 1)
  const saltEnc = getBytes(request, 2)
  const saltAuth = getBytes(request, 3)
  const secret = await engine.pinUvAuth.agree(protocol, peer)
  if (!(await protocol.verify(secret, saltEnc, saltAuth))) throw new CtapRefusal('pin_auth_invalid')
  const salts = await protocol.decrypt(secret, saltEnc)
  if (salts?.length !== 32 && salts?.length !== 64) throw new CtapRefusal('invalid_length')
  return { protocol, secret, salts }
}

async function computeSecrets(
  { cryptography }: Engine,
  { credRandom }: CredentialSource,
  userVerified: boolean,
  salts: Salts,
): Promise<Uint8Array> {
  // Two different secrets, so that who cannot verify the user never learns what a verified one gets.
  const random = userVerified ? credRandom.withUv : credRandom.withoutUv
  const first = await cryptography.hmacSha256(random, salts.subarray(0, 32))
  if (salts.length === 32) return first
  return concatBytes(first, await cryptography.hmacSha256(random, salts.subarray(32)))
}

/** What the platform wants of a new credential's extensions. */
export interface CreationExtensions {
  readonly credProtect: 1 | 2 | 3 | undefined
  readonly hmacSecret: boolean
  /** Whether `prf` was asked for, and with which salts, if with any. */
  readonly prf: { readonly salts: Salts | undefined } | undefined
  readonly largeBlobKey: boolean
}

/**
 * Read the extensions of a new credential. Those unknown here are ignored.
 *
 * @throws CtapRefusal `invalid_parameter` for a level of protection there is not, `invalid_option` for a large-blob key
 *   that is not asked for with `true`, or of a credential that is not discoverable
 */
export function readCreationExtensions(
  engine: Engine,
  extensions: CborMap,
  discoverable: boolean,
): CreationExtensions {
  const credProtect = findUint(extensions, 'credProtect')
  if (credProtect !== undefined && credProtect !== 1 && credProtect !== 2 && credProtect !== 3) {
    throw new CtapRefusal('invalid_parameter')
  }
  const largeBlobKey = readLargeBlobKey(extensions)
  if (largeBlobKey && !discoverable) throw new CtapRefusal('invalid_option')
  const prf = speaksPrf(engine.model) ? findMap(extensions, 'prf') : undefined
  const values = prf && findMap(prf, 'eval')
  return {
    credProtect,
    hmacSecret: findBoolean(extensions, 'hmac-secret') ?? false,
    prf: prf && { salts: values && readSalts(values) },
    largeBlobKey,
  }
}

/** @throws CtapRefusal `invalid_option` for anything but `true` (CTAP 2.2 §12.3) */
export function readLargeBlobKey(extensions: CborMap): boolean {
  const value = extensions.get('largeBlobKey')
  if (value === undefined) return false
  if (value !== true) throw new CtapRefusal('invalid_option')
  return true
}
