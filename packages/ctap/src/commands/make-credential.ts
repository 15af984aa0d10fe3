// Follows §6.1.2 of CTAP 2.2, in its order.
import { type CborMap, type CborValue, toCoseKey, toUtf8 } from '@latchkey/encoding'
import { ask, askAndVerify } from '../ask.ts'
import { makeStatement } from '../attestation.ts'
import { encodeAuthenticatorData } from '../authenticator-data.ts'
import type { CredentialSource, UserEntity } from '../credential-shelf.ts'
import type { CredentialAlgorithm } from '../cryptography.ts'
import {
  type AttestationChoice,
  type AttestationIdentity,
  credentialIdLength,
  type Engine,
} from '../engine.ts'
import { findCredentialIds, getClientDataHash, isListed, readUser } from '../entities.ts'
import { type CreationExtensions, computePrf, readCreationExtensions } from '../extensions.ts'
import {
  findBoolean,
  findMap,
  findMaps,
  findText,
  findTexts,
  findUint,
  getInteger,
  getMap,
  getText,
  type Parameters,
} from '../parameters.ts'
import type { Confirmation } from '../person.ts'
import { Permission } from '../pin/permissions.ts'
import { CtapRefusal } from '../status.ts'
import { findPlatformProof, isProtected, type PlatformProof, requireVerified } from '../verification.ts'

/** What a platform asks of a new credential. */
interface CreationRequest {
  readonly clientDataHash: Uint8Array
  readonly rpId: string
  readonly rpName: string | undefined
  readonly user: UserEntity
  readonly algorithm: CredentialAlgorithm
  readonly excludeList: readonly Uint8Array[]
  readonly rk: boolean
  readonly uv: boolean
  readonly extensions: CreationExtensions
  readonly attestation: AttestationChoice
  readonly enterprise: boolean
}

/** `authenticatorMakeCredential`: make a credential and say who vouches for it. */
export async function makeCredential(
  engine: Engine,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<CborMap> {
  const proof = await findPlatformProof(engine, parameters, { param: 8, protocol: 9 }, signal)
  const request = readRequest(engine, parameters, proof)
  // `makeCredUvNotRqd`: only what can be found without a name needs a verified user.
  if (request.rk && proof === undefined && !request.uv && (await isProtected(engine))) {
    const { pin } = await engine.shelf.getVerificationState()
    throw new CtapRefusal(pin === undefined ? 'operation_denied' : 'puat_required')
  }
  const userVerified = await confirm(engine, request, proof, signal)

  const here = await engine.shelf.listCredentials(request.rpId)
  const excluded = here.some(
    (credential) => isListed(request.excludeList, credential) && (credential.credProtect < 3 || userVerified),
  )
  // Only now, after consent: nobody learns what is here by asking.
  if (excluded) throw new CtapRefusal('credential_excluded')
  engine.pinUvAuth.spendToken()

  const credential = await makeSource(engine, request)
  if ((await engine.shelf.putCredential(credential)) === 'full') throw new CtapRefusal('key_store_full')
  return toAnswer(engine, request, credential, userVerified)
}

function readRequest(
  engine: Engine,
  parameters: Parameters,
  proof: PlatformProof | undefined,
): CreationRequest {
  const clientDataHash = getClientDataHash(parameters, 1)
  const rp = getMap(parameters, 2)
  const rpId = getText(rp, 'id')
  const user = readUser(getMap(parameters, 3))
  const algorithm = readAlgorithm(engine, parameters)
  const options = findMap(parameters, 7) ?? new Map()
  const rk = findBoolean(options, 'rk') ?? false
  // A token goes before built-in verification.
  const uv = (findBoolean(options, 'uv') ?? false) && proof === undefined
  if (findBoolean(options, 'up') === false) throw new CtapRefusal('invalid_option')
  if (uv && engine.model.userVerification !== 'built_in') throw new CtapRefusal('invalid_option')
  const enterprise = readEnterprise(engine, parameters, rpId)
  const identity = engine.model.findDeviceIdentity?.({ rpId, userHandle: user.id })
  return {
    clientDataHash,
    rpId,
    rpName: findText(rp, 'name'),
    user,
    algorithm,
    excludeList: findCredentialIds(parameters, 5) ?? [],
    rk,
    uv,
    extensions: readCreationExtensions(engine, findMap(parameters, 6) ?? new Map(), rk),
    attestation: chooseAttestation(engine, parameters, { enterprise, identity }),
    enterprise,
  }
}

/** The platform's list is in the order it likes. */
function readAlgorithm(engine: Engine, parameters: Parameters): CredentialAlgorithm {
  const wanted = findMaps(parameters, 4)
  if (wanted === undefined) throw new CtapRefusal('missing_parameter')
  const known = wanted
    .map((entry) => ({ type: getText(entry, 'type'), alg: getInteger(entry, 'alg') }))
    .filter(({ type }) => type === 'public-key')
    .flatMap(({ alg }) => engine.algorithms.filter((algorithm) => algorithm === alg))
  const [algorithm] = known
  if (algorithm === undefined) throw new CtapRefusal('unsupported_algorithm')
  return algorithm
}

/**
 * Whether this relying party gets the identity of this very device. The platform's own list of relying parties
 * (value 2) is not believed more than ours: any program can pretend to be a platform.
 */
function readEnterprise({ model }: Engine, parameters: Parameters, rpId: string): boolean {
  const value = findUint(parameters, 0x0a)
  if (value === undefined) return false
  if (model.enterpriseAttestation === undefined) throw new CtapRefusal('invalid_parameter')
  if (value !== 1 && value !== 2) throw new CtapRefusal('invalid_option')
  return model.enterpriseAttestation.rpIds.includes(rpId)
}

function chooseAttestation(
  { model }: Engine,
  parameters: Parameters,
  may: { readonly enterprise: boolean; readonly identity: AttestationIdentity | undefined },
): AttestationChoice {
  if (may.enterprise && model.enterpriseAttestation !== undefined) return model.enterpriseAttestation.identity
  const [preferred] = findTexts(parameters, 0x0b) ?? []
  return preferred === 'none' ? 'none' : (may.identity ?? model.attestation)
}

/** Get the person's consent. @returns whether they were verified */
async function confirm(
  engine: Engine,
  request: CreationRequest,
  proof: PlatformProof | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  const { id: userHandle, ...names } = request.user
  const question: Omit<Confirmation, 'userVerification'> = {
    purpose: 'make_credential',
    rpId: request.rpId,
    ...(request.rpName !== undefined && { rpName: request.rpName }),
    user: { userHandle, ...names },
    signal,
  }
  if (proof !== undefined) {
    await engine.pinUvAuth.verifyToken({
      ...proof,
      message: request.clientDataHash,
      permission: Permission.makeCredential,
      rpId: request.rpId,
    })
    await ask(engine, question)
    return true
  }
  if (!request.uv) return (await ask(engine, question)).userVerified
  return (await requireVerified(engine, await askAndVerify(engine, question))).userVerified
}

async function makeSource(engine: Engine, request: CreationRequest): Promise<CredentialSource> {
  const { cryptography, random, now, model } = engine
  const { privateKey, publicKey } = await cryptography.makeKeyPair(request.algorithm)
  return {
    id: random(credentialIdLength),
    rpId: request.rpId,
    ...(request.rpName !== undefined && { rpName: request.rpName }),
    user: request.user,
    discoverable: request.rk,
    privateKey,
    publicKey: toCoseKey(publicKey),
    signCount: 0,
    credProtect: request.extensions.credProtect ?? 1,
    backupEligible: (model.backup ?? 'device_bound') !== 'device_bound',
    credRandom: { withUv: random(32), withoutUv: random(32) },
    ...(request.extensions.largeBlobKey && { largeBlobKey: random(32) }),
    createdAt: now(),
  }
}

async function toAnswer(
  engine: Engine,
  { clientDataHash, extensions, attestation, enterprise }: CreationRequest,
  credential: CredentialSource,
  userVerified: boolean,
): Promise<CborMap> {
  const signed = new Map<string, CborValue>()
  if (extensions.credProtect !== undefined) signed.set('credProtect', extensions.credProtect)
  if (extensions.hmacSecret) signed.set('hmac-secret', true)

  const authenticatorData = encodeAuthenticatorData({
    rpIdHash: await engine.cryptography.sha256(toUtf8(credential.rpId)),
    userPresent: true,
    userVerified,
    backupEligible: credential.backupEligible,
    backupState: credential.backupEligible && engine.model.backup === 'backed_up',
    signCount: credential.signCount,
    attestedCredential: {
      aaguid: engine.model.aaguid,
      credentialId: credential.id,
      publicKey: credential.publicKey,
    },
    extensions: signed,
  })
  const { format, statement } = await makeStatement(engine, attestation, {
    authenticatorData,
    clientDataHash,
    credentialKey: credential.privateKey,
  })
  const answer = new Map<number, CborValue>([
    [1, format],
    [2, authenticatorData],
    [3, statement],
  ])
  if (enterprise) answer.set(4, true)
  if (credential.largeBlobKey) answer.set(5, credential.largeBlobKey)
  if (extensions.prf) {
    const prf = new Map<string, CborValue>([['enabled', true]])
    const { salts } = extensions.prf
    if (salts) prf.set('results', await computePrf(engine, credential, userVerified, salts))
    answer.set(6, new Map([['prf', prf]]))
  }
  return answer
}
