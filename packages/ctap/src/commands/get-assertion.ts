// Follows §6.2.2 of CTAP 2.2, in its order.
import { type CborMap, type CborValue, concatBytes, toUtf8 } from '@latchkey/encoding'
import { ask, askAndVerify } from '../ask.ts'
import { encodeAuthenticatorData } from '../authenticator-data.ts'
import type { CredentialSource } from '../credential-shelf.ts'
import type { Engine } from '../engine.ts'
import {
  findCredentialIds,
  getClientDataHash,
  isListed,
  toAccount,
  toDescriptor,
  toUserMap,
} from '../entities.ts'
import { readLargeBlobKey, readSecretRequest, type SecretOutputs } from '../extensions.ts'
import { findBoolean, findMap, findMaps, getText, type Parameters } from '../parameters.ts'
import { Permission } from '../pin/permissions.ts'
import { CtapRefusal } from '../status.ts'
import { findPlatformProof, type PlatformProof, requireVerified } from '../verification.ts'

/** What a platform asks of an assertion. */
interface AssertionRequest {
  readonly rpId: string
  readonly clientDataHash: Uint8Array
  readonly allowList: readonly Uint8Array[] | undefined
  readonly up: boolean
  readonly uv: boolean
  readonly secretOutputs: SecretOutputs
  readonly largeBlobKey: boolean
}

/** What came of the person. */
interface Consent {
  readonly userPresent: boolean
  readonly userVerified: boolean
  /** What they consented to: what was shown to them, and nothing that an unasked verification might add. */
  readonly applicable: readonly CredentialSource[]
  /** Which credential they took on our own screen. */
  readonly chosen?: CredentialSource
}

const followUpSeconds = 30

/** `authenticatorGetAssertion`: sign with a credential that is here. */
export async function getAssertion(
  engine: Engine,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<CborMap> {
  const proof = await findPlatformProof(engine, parameters, { param: 6, protocol: 7 }, signal)
  const request = await readRequest(engine, parameters, proof)
  const consent = await confirm(engine, request, proof, signal)

  const { applicable, chosen } = consent
  const [first, ...others] = applicable
  if (first === undefined) throw new CtapRefusal('no_credentials')
  if (consent.userPresent) engine.pinUvAuth.spendToken()

  const give = (credential: CredentialSource) => assert(engine, request, consent, credential)
  if (request.allowList !== undefined) return give(chosen ?? first)
  if (chosen !== undefined) return new Map([...(await give(chosen)), [6, true]])
  if (others.length === 0) return give(first)

  const answer = await give(first)
  engine.followUp = {
    command: 'get_next_assertion',
    rest: others.map((credential) => () => give(credential)),
    validUntil: new Date(engine.now().getTime() + followUpSeconds * 1000),
  }
  return new Map([...answer, [5, applicable.length]])
}

async function readRequest(
  engine: Engine,
  parameters: Parameters,
  proof: PlatformProof | undefined,
): Promise<AssertionRequest> {
  const rpId = getText(parameters, 1)
  const clientDataHash = getClientDataHash(parameters, 2)
  // An empty list allows nothing in particular, as none at all does. One of types yet unknown allows nothing here.
  const allowsAny = findMaps(parameters, 3)?.length === 0
  const extensions = findMap(parameters, 4) ?? new Map()
  const options = findMap(parameters, 5) ?? new Map()
  const up = findBoolean(options, 'up') ?? true
  // A token goes before built-in verification.
  const uv = (findBoolean(options, 'uv') ?? false) && proof === undefined
  if (options.has('rk')) throw new CtapRefusal('unsupported_option')
  if (uv && engine.model.userVerification !== 'built_in') throw new CtapRefusal('invalid_option')
  // §12.7: secrets only for somebody who is there.
  if (!up && extensions.has('hmac-secret')) throw new CtapRefusal('unsupported_option')
  return {
    rpId,
    clientDataHash,
    allowList: allowsAny ? undefined : findCredentialIds(parameters, 3),
    up,
    uv,
    secretOutputs: await readSecretRequest(engine, up ? extensions : new Map()),
    largeBlobKey: readLargeBlobKey(extensions),
  }
}

async function listApplicable(
  { shelf }: Engine,
  { rpId, allowList }: AssertionRequest,
  userVerified: boolean,
): Promise<readonly CredentialSource[]> {
  const here = await shelf.listCredentials(rpId)
  return here.filter((credential) => {
    const { credProtect, discoverable } = credential
    if (!userVerified && credProtect === 3) return false
    if (allowList !== undefined) return isListed(allowList, credential)
    return discoverable && (userVerified || credProtect !== 2)
  })
}

/** Get the person's consent, as far as it is asked for. */
async function confirm(
  engine: Engine,
  request: AssertionRequest,
  proof: PlatformProof | undefined,
  signal: AbortSignal,
): Promise<Consent> {
  const { rpId, up, uv } = request
  if (proof !== undefined) {
    const permission = Permission.getAssertion
    await engine.pinUvAuth.verifyToken({ ...proof, message: request.clientDataHash, permission, rpId })
  }
  const proven = proof !== undefined
  const visible = await listApplicable(engine, request, proven || uv)
  const question = { purpose: 'get_assertion', rpId, accounts: visible.map(toAccount), signal } as const

  if (uv) {
    const answer = await requireVerified(engine, await askAndVerify(engine, question))
    return { userPresent: true, userVerified: true, ...readChoice(visible, answer.account) }
  }
  // Nothing to consent to: saying so is what credentials without protection allow.
  if (visible.length === 0) throw new CtapRefusal('no_credentials')
  if (!up) return { userPresent: false, userVerified: proven, applicable: visible }
  const answer = await ask(engine, question)
  const userVerified = proven || answer.userVerified
  return { userPresent: true, userVerified, ...readChoice(visible, answer.account) }
}

/** @throws CtapRefusal `operation_denied` if they chose what was not there */
function readChoice(
  applicable: readonly CredentialSource[],
  account: number | undefined,
): Pick<Consent, 'applicable' | 'chosen'> {
  if (account === undefined) return { applicable }
  const chosen = applicable[account]
  if (chosen === undefined && applicable.length > 0) throw new CtapRefusal('operation_denied')
  return { applicable, ...(chosen && { chosen }) }
}

async function assert(
  engine: Engine,
  request: AssertionRequest,
  { userPresent, userVerified }: Consent,
  consented: CredentialSource,
): Promise<CborMap> {
  // Found anew: the proof of the person may be what opens its secrets on a shelf that was locked.
  const credential = await engine.shelf.findCredential(consented.id)
  if (credential === undefined) throw new CtapRefusal('no_credentials')
  const { signed, unsigned } = await request.secretOutputs(credential, userVerified)
  // Kept before anybody sees the signature, so that no two ever carry the same count.
  const signCount = await engine.shelf.countSignature(credential.id)
  if (signCount === undefined) throw new CtapRefusal('no_credentials')

  const authenticatorData = encodeAuthenticatorData({
    rpIdHash: await engine.cryptography.sha256(toUtf8(credential.rpId)),
    userPresent,
    userVerified,
    backupEligible: credential.backupEligible,
    backupState: credential.backupEligible && engine.model.backup === 'backed_up',
    signCount,
    extensions: signed,
  })
  const toSign = concatBytes(authenticatorData, request.clientDataHash)
  const answer = new Map<number, CborValue>([
    [1, toDescriptor(credential)],
    [2, authenticatorData],
    [3, await engine.cryptography.sign(credential.privateKey, toSign)],
  ])
  if (credential.discoverable) {
    // §6.2.2: names only for who was verified, and only when there may be something to choose.
    const whole = userVerified && request.allowList === undefined
    answer.set(4, toUserMap(credential.user, whole ? 'whole' : 'id only'))
  }
  if (request.largeBlobKey && credential.largeBlobKey) answer.set(7, credential.largeBlobKey)
  if (unsigned.size > 0) answer.set(8, unsigned)
  return answer
}
