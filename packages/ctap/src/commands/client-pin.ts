// Follows §6.5.5 of CTAP 2.2.
import { type CborMap, type CborValue, concatBytes } from '@latchkey/encoding'
import { askAndVerify } from '../ask.ts'
import { mostPinRetries, mostUvRetries } from '../credential-shelf.ts'
import type { Engine } from '../engine.ts'
import { findText, getBytes, getMap, getUint, type Parameters } from '../parameters.ts'
import { equalSecrets } from '../pin/equal-secrets.ts'
import { Permission } from '../pin/permissions.ts'
import { readPaddedPin } from '../pin/pin-text.ts'
import type { PinUvAuthProtocol } from '../pin/pin-uv-auth-protocol.ts'
import { CtapRefusal } from '../status.ts'

type Subcommand = (
  engine: Engine,
  parameters: Parameters,
  signal: AbortSignal,
) => Promise<CborMap | undefined>

/** A PIN is refused three times in a row, then only after a power cycle again (§6.5.5.6). */
const mostMismatches = 3

const subcommands = new Map<number, Subcommand>([
  [0x01, getPinRetries],
  [0x02, getKeyAgreement],
  [0x03, setPin],
  [0x04, changePin],
  [0x05, getPinToken],
  [0x06, getTokenUsingUv],
  [0x07, getUvRetries],
  [0x09, getTokenUsingPin],
])

/** `authenticatorClientPIN`: PINs, and tokens for who knows one or was verified otherwise. */
export async function clientPin(
  engine: Engine,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<CborMap | undefined> {
  const subcommand = subcommands.get(getUint(parameters, 0x02))
  if (subcommand === undefined) throw new CtapRefusal('invalid_subcommand')
  return subcommand(engine, parameters, signal)
}

async function getPinRetries({ shelf, pinUvAuth }: Engine): Promise<CborMap> {
  const { pinRetries } = await shelf.getVerificationState()
  return new Map<number, CborValue>([
    [0x03, pinRetries],
    [0x04, pinUvAuth.mismatches >= mostMismatches],
  ])
}

async function getUvRetries({ model, shelf }: Engine): Promise<CborMap> {
  if (model.userVerification !== 'built_in') throw new CtapRefusal('invalid_subcommand')
  return new Map([[0x05, (await shelf.getVerificationState()).uvRetries]])
}

async function getKeyAgreement({ pinUvAuth }: Engine, parameters: Parameters): Promise<CborMap> {
  const protocol = pinUvAuth.protocol(getUint(parameters, 0x01))
  return new Map([[0x01, await pinUvAuth.getKeyAgreement(protocol)]])
}

async function setPin(engine: Engine, parameters: Parameters): Promise<undefined> {
  const protocol = engine.pinUvAuth.protocol(getUint(parameters, 0x01))
  const peer = getMap(parameters, 0x03)
  const signature = getBytes(parameters, 0x04)
  const newPinEnc = getBytes(parameters, 0x05)
  const { pin } = await engine.shelf.getVerificationState()
  if (pin !== undefined) throw new CtapRefusal('pin_auth_invalid')

  const secret = await engine.pinUvAuth.agree(protocol, peer)
  if (!(await protocol.verify(secret, newPinEnc, signature))) throw new CtapRefusal('pin_auth_invalid')
  await keepPin(engine, await openNewPin(protocol, secret, newPinEnc))
}

async function changePin(engine: Engine, parameters: Parameters): Promise<undefined> {
  const protocol = engine.pinUvAuth.protocol(getUint(parameters, 0x01))
  const peer = getMap(parameters, 0x03)
  const signature = getBytes(parameters, 0x04)
  const newPinEnc = getBytes(parameters, 0x05)
  const pinHashEnc = getBytes(parameters, 0x06)
  await refuseBlockedPin(engine)

  const secret = await engine.pinUvAuth.agree(protocol, peer)
  const signed = concatBytes(newPinEnc, pinHashEnc)
  if (!(await protocol.verify(secret, signed, signature))) throw new CtapRefusal('pin_auth_invalid')
  await verifyPin(engine, protocol, secret, pinHashEnc)
  await keepPin(engine, await openNewPin(protocol, secret, newPinEnc))
  engine.pinUvAuth.resetToken()
}

/** What platforms did before there were permissions: the token may make credentials and assertions. */
async function getPinToken(engine: Engine, parameters: Parameters): Promise<CborMap> {
  if (parameters.has(0x09) || parameters.has(0x0a)) throw new CtapRefusal('invalid_parameter')
  const both = Permission.makeCredential | Permission.getAssertion
  return openWithPin(engine, parameters, both, undefined)
}

async function getTokenUsingPin(engine: Engine, parameters: Parameters): Promise<CborMap> {
  const { permissions, rpId } = readPermissions(parameters)
  return openWithPin(engine, parameters, permissions, rpId)
}

async function openWithPin(
  engine: Engine,
  parameters: Parameters,
  permissions: number,
  rpId: string | undefined,
): Promise<CborMap> {
  const protocol = engine.pinUvAuth.protocol(getUint(parameters, 0x01))
  const peer = getMap(parameters, 0x03)
  const pinHashEnc = getBytes(parameters, 0x06)
  await refuseBlockedPin(engine)
  const secret = await engine.pinUvAuth.agree(protocol, peer)
  await verifyPin(engine, protocol, secret, pinHashEnc)
  return giveToken(engine, protocol, secret, permissions, rpId)
}

async function getTokenUsingUv(
  engine: Engine,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<CborMap> {
  const protocol = engine.pinUvAuth.protocol(getUint(parameters, 0x01))
  const peer = getMap(parameters, 0x03)
  const { permissions, rpId } = readPermissions(parameters)
  if (engine.model.userVerification !== 'built_in') throw new CtapRefusal('not_allowed')
  const secret = await engine.pinUvAuth.agree(protocol, peer)

  const question = { purpose: 'allow', ...(rpId !== undefined && { rpId }), signal } as const
  const verification = await askAndVerify(engine, question)
  if (verification === 'blocked') throw new CtapRefusal('uv_blocked')
  if (verification === 'failed') throw new CtapRefusal('uv_invalid')
  return giveToken(engine, protocol, secret, permissions, rpId)
}

function readPermissions(parameters: Parameters): { permissions: number; rpId: string | undefined } {
  const permissions = getUint(parameters, 0x09)
  const rpId = findText(parameters, 0x0a)
  const known = Object.values(Permission).reduce((all, permission) => all | permission, 0)
  if (permissions === 0) throw new CtapRefusal('invalid_parameter')
  if ((permissions & ~known) !== 0 || permissions > 0xff) throw new CtapRefusal('unauthorized_permission')
  const forOneRp = Permission.makeCredential | Permission.getAssertion
  if ((permissions & forOneRp) !== 0 && rpId === undefined) throw new CtapRefusal('missing_parameter')
  return { permissions, rpId }
}

async function giveToken(
  { pinUvAuth }: Engine,
  protocol: PinUvAuthProtocol,
  secret: Uint8Array,
  permissions: number,
  rpId: string | undefined,
): Promise<CborMap> {
  const token = pinUvAuth.issueToken(protocol, permissions, rpId)
  return new Map([[0x02, await protocol.encrypt(secret, token)]])
}

/** @throws CtapRefusal `pin_not_set`, `pin_blocked`, `pin_auth_blocked` */
async function refuseBlockedPin({ shelf, pinUvAuth }: Engine): Promise<void> {
  const { pin, pinRetries } = await shelf.getVerificationState()
  if (pin === undefined) throw new CtapRefusal('pin_not_set')
  if (pinRetries === 0) throw new CtapRefusal('pin_blocked')
  if (pinUvAuth.mismatches >= mostMismatches) throw new CtapRefusal('pin_auth_blocked')
}

/**
 * Establish that the platform knows the PIN. The try is taken from the shelf before anything is compared, so pulling
 * the plug in between wins nothing.
 *
 * @throws CtapRefusal `pin_invalid`, `pin_auth_blocked`, `pin_blocked`
 */
async function verifyPin(
  engine: Engine,
  protocol: PinUvAuthProtocol,
  secret: Uint8Array,
  pinHashEnc: Uint8Array,
): Promise<void> {
  const { shelf, pinUvAuth, cryptography } = engine
  const { pin } = await shelf.getVerificationState()
  if (!(await shelf.takeRetry('pinRetries'))) throw new CtapRefusal('pin_blocked')

  const pinHash = await protocol.decrypt(secret, pinHashEnc)
  const matches =
    pin !== undefined &&
    pinHash !== undefined &&
    equalSecrets(await cryptography.stretch(pinHash, pin.salt), pin.verifier)
  if (!matches) {
    pinUvAuth.mismatches++
    pinUvAuth.regenerate()
    const { pinRetries } = await shelf.getVerificationState()
    if (pinRetries === 0) throw new CtapRefusal('pin_blocked')
    throw new CtapRefusal(pinUvAuth.mismatches >= mostMismatches ? 'pin_auth_blocked' : 'pin_invalid')
  }
  pinUvAuth.mismatches = 0
  await shelf.putRetries('pinRetries', mostPinRetries)
  // Who knows the PIN may also use what stands for it again.
  await shelf.putRetries('uvRetries', mostUvRetries)
}

async function openNewPin(protocol: PinUvAuthProtocol, secret: Uint8Array, newPinEnc: Uint8Array) {
  const padded = await protocol.decrypt(secret, newPinEnc)
  if (padded === undefined) throw new CtapRefusal('pin_auth_invalid')
  return readPaddedPin(padded)
}

async function keepPin({ shelf, cryptography, random }: Engine, pin: Uint8Array): Promise<void> {
  const salt = random(16)
  // All a platform ever sends of a PIN is half of its hash.
  const pinHash = (await cryptography.sha256(pin)).subarray(0, 16)
  await shelf.putPin({ salt, verifier: await cryptography.stretch(pinHash, salt) })
  await shelf.putRetries('pinRetries', mostPinRetries)
}
