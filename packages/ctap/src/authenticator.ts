import { type CborMap, concatBytes, encodeCbor } from '@latchkey/encoding'
import { ask } from './ask.ts'
import { clientPin } from './commands/client-pin.ts'
import { credentialManagement } from './commands/credential-management.ts'
import { getAssertion } from './commands/get-assertion.ts'
import { getInfo } from './commands/get-info.ts'
import { largeBlobs } from './commands/large-blobs.ts'
import { makeCredential } from './commands/make-credential.ts'
import {
  type AuthenticatorDeps,
  type AuthenticatorModel,
  type Command,
  type Engine,
  largestMessage,
} from './engine.ts'
import { giveNext } from './follow-up.ts'
import { readParameters } from './parameters.ts'
import { makePinUvAuth } from './pin/pin-uv-auth.ts'
import { CtapRefusal, type CtapRefusalCode, ctapStatus } from './status.ts'

/** An authenticator that has power. */
export interface Authenticator {
  /**
   * Answer one command of CTAP2: its byte and CBOR in, a status byte and CBOR out. Commands are done one after
   * another. Whatever comes, the answer is a status; what rejects is a fault of the shelf, the cryptography or the
   * person, for the transport to log and to answer with 0x7F.
   *
   * @param signal aborted when the platform takes the command back
   */
  answer(request: Uint8Array, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
}

/** Seconds after power-up in which a reset is accepted (CTAP 2.2 §6.6). */
const resetSeconds = 10

const withParameters = new Map<number, Command>([
  [0x01, makeCredential],
  [0x02, getAssertion],
  [0x06, clientPin],
  [0x0a, credentialManagement],
  [0x0c, largeBlobs],
])
const withoutParameters = new Map<number, Command>([
  [0x04, getInfo],
  [0x07, reset],
  [0x08, (engine) => giveNext(engine, 'get_next_assertion')],
  [0x0b, select],
])
/** Commands that may continue an enumeration; every other ends it. */
const continuing = new Set([0x08, 0x0a])

/**
 * Switch an authenticator on: CTAP 2.2 without transports. Pure but for its arguments, so it runs in Node, in a page
 * and in an extension.
 *
 * @see https://fidoalliance.org/specs/fido-v2.2-ps-20250714/fido-client-to-authenticator-protocol-v2.2-ps-20250714.html#authenticator-api
 */
export function powerUp(deps: AuthenticatorDeps, model: AuthenticatorModel): Authenticator {
  const engine: Engine = {
    ...deps,
    model,
    algorithms: model.algorithms ?? [-7, -8, -257],
    poweredUpAt: deps.now(),
    pinUvAuth: makePinUvAuth(deps),
    followUp: undefined,
    largeBlobWrite: undefined,
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    answer(request, signal = new AbortController().signal) {
      const answer = last.then(() => answerOne(engine, request, signal))
      last = answer.catch(() => undefined)
      return answer
    },
  }
}

async function answerOne(
  engine: Engine,
  request: Uint8Array,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const answer = await execute(engine, request, signal)
    const payload = answer === undefined || answer.size === 0 ? new Uint8Array() : encodeCbor(answer)
    return concatBytes(Uint8Array.of(ctapStatus.ok), payload)
  } catch (cause) {
    if (cause instanceof CtapRefusal) return toStatus(cause.code)
    throw cause
  }
}

const toStatus = (code: CtapRefusalCode) => Uint8Array.of(ctapStatus[code])

async function execute(
  engine: Engine,
  request: Uint8Array,
  signal: AbortSignal,
): Promise<CborMap | undefined> {
  const [number] = request
  if (number === undefined) throw new CtapRefusal('invalid_length')
  if (request.length > largestMessage) throw new CtapRefusal('request_too_large')
  if (signal.aborted) throw new CtapRefusal('keepalive_cancel')
  if (!continuing.has(number)) engine.followUp = undefined
  if (number !== 0x0c) engine.largeBlobWrite = undefined

  const simple = withoutParameters.get(number)
  if (simple !== undefined && request.length > 1) throw new CtapRefusal('invalid_length')
  const command = simple ?? withParameters.get(number)
  if (command === undefined) throw new CtapRefusal('invalid_command')
  return command(engine, readParameters(request.subarray(1)), signal)
}

/** `authenticatorSelection`: which of several authenticators the person means. */
async function select(engine: Engine, _: CborMap, signal: AbortSignal): Promise<undefined> {
  await ask(engine, { purpose: 'select', signal })
}

/** `authenticatorReset`: forget all, soon after power-up and with consent, so that no program does it behind backs. */
async function reset(engine: Engine, _: CborMap, signal: AbortSignal): Promise<undefined> {
  const age = engine.now().getTime() - engine.poweredUpAt.getTime()
  if (age < 0 || age > resetSeconds * 1000) throw new CtapRefusal('not_allowed')
  await ask(engine, { purpose: 'reset', signal })
  await engine.shelf.clear()
  engine.pinUvAuth.resetToken()
  engine.pinUvAuth.regenerate()
  engine.pinUvAuth.mismatches = 0
}
