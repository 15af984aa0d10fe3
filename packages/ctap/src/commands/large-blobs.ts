// Follows §6.10 of CTAP 2.2.
import { type CborMap, concatBytes, equalBytes } from '@latchkey/encoding'
import { type Engine, largestLargeBlobArray, largestMessage } from '../engine.ts'
import { findBytes, findUint, getUint, type Parameters } from '../parameters.ts'
import { Permission } from '../pin/permissions.ts'
import { CtapRefusal } from '../status.ts'
import { getPlatformProof, isProtected } from '../verification.ts'

/** An array that comes in pieces, as far as it has come. */
export interface LargeBlobWrite {
  readonly total: number
  readonly received: Uint8Array
}

const largestFragment = largestMessage - 64
const hashLength = 16
/** An empty array and its hash: what is there before anything was written. */
const emptyArray = Uint8Array.of(0x80)

/** `authenticatorLargeBlobs`: read or write the array that holds what relying parties keep with credentials. */
export async function largeBlobs(engine: Engine, parameters: Parameters): Promise<CborMap | undefined> {
  const get = findUint(parameters, 0x01)
  const set = findBytes(parameters, 0x02)
  const offset = getUint(parameters, 0x03)
  if ((get === undefined) === (set === undefined)) throw new CtapRefusal('invalid_parameter')
  if (set !== undefined) return writeFragment(engine, parameters, set, offset)
  return readFragment(engine, parameters, get ?? 0, offset)
}

async function readFragment(engine: Engine, parameters: Parameters, length: number, offset: number) {
  const proven = parameters.has(0x04) || parameters.has(0x05) || parameters.has(0x06)
  if (proven) throw new CtapRefusal('invalid_parameter')
  if (length > largestFragment) throw new CtapRefusal('invalid_length')
  const stored = (await engine.shelf.findLargeBlobs()) ?? (await seal(engine, emptyArray))
  if (offset > stored.length) throw new CtapRefusal('invalid_parameter')
  return new Map([[0x01, stored.slice(offset, offset + length)]])
}

async function writeFragment(engine: Engine, parameters: Parameters, set: Uint8Array, offset: number) {
  if (set.length > largestFragment) throw new CtapRefusal('invalid_length')
  const { total, received } = continueWrite(engine, parameters, offset)
  await verifyWriter(engine, parameters, set, offset)

  const whole = concatBytes(received, set)
  if (whole.length > total) throw new CtapRefusal('invalid_parameter')
  if (whole.length < total) {
    engine.largeBlobWrite = { total, received: whole }
    return undefined
  }
  engine.largeBlobWrite = undefined
  if (!equalBytes(await seal(engine, whole.subarray(0, -hashLength)), whole)) {
    throw new CtapRefusal('integrity_failure')
  }
  await engine.shelf.putLargeBlobs(whole)
  return undefined
}

/** Only the first piece says how long the whole will be; the others follow one another without a gap. */
function continueWrite(engine: Engine, parameters: Parameters, offset: number): LargeBlobWrite {
  const length = findUint(parameters, 0x04)
  if (offset > 0) {
    if (length !== undefined) throw new CtapRefusal('invalid_parameter')
    const { largeBlobWrite } = engine
    if (largeBlobWrite?.received.length !== offset) throw new CtapRefusal('invalid_sequence')
    return largeBlobWrite
  }
  if (length === undefined) throw new CtapRefusal('invalid_parameter')
  if (length > largestLargeBlobArray) throw new CtapRefusal('large_blob_storage_full')
  if (length <= hashLength) throw new CtapRefusal('invalid_parameter')
  return { total: length, received: new Uint8Array() }
}

async function verifyWriter(engine: Engine, parameters: Parameters, set: Uint8Array, offset: number) {
  const unprotected = !(await isProtected(engine))
  if (unprotected && !parameters.has(0x05)) return
  const message = concatBytes(
    new Uint8Array(32).fill(0xff),
    Uint8Array.of(0x0c, 0x00),
    Uint8Array.of(offset & 0xff, (offset >>> 8) & 0xff, (offset >>> 16) & 0xff, offset >>> 24),
    await engine.cryptography.sha256(set),
  )
  const proof = getPlatformProof(parameters, { param: 0x05, protocol: 0x06 })
  await engine.pinUvAuth.verifyToken({ ...proof, message, permission: Permission.largeBlobWrite })
}

async function seal({ cryptography }: Engine, array: Uint8Array): Promise<Uint8Array> {
  const hash = await cryptography.sha256(array)
  return concatBytes(array, hash.subarray(0, hashLength))
}
