import type { HybridCryptography } from './hybrid-cryptography.ts'
import { HybridRefusal } from './hybrid-refusal.ts'

/** Seals what goes to the other side and opens what comes from it, each in its order. */
export interface FrameChannel {
  /** @throws HybridRefusal `too_much` */
  seal(message: Uint8Array): Promise<Uint8Array>
  /** @throws HybridRefusal `bad_frame`, `too_much` */
  open(frame: Uint8Array): Promise<Uint8Array>
}

/** The largest frame, sealed: what a tunnel service passes on. */
export const largestFrame = 1 << 20
const granularity = 32
const tagLength = 16
/** Frames per direction: the counter has three bytes, and ends before it would repeat. */
const mostFrames = 2 ** 24
const none = new Uint8Array()

/**
 * Make the channel that follows a handshake: AES-256-GCM with a counter per direction, messages padded to a multiple
 * of 32 bytes. After a frame that does not open, nothing more does: the counters would no longer agree.
 *
 * @see https://fidoalliance.org/specs/fido-v2.3-ps-20260226/fido-client-to-authenticator-protocol-v2.3-ps-20260226.html#hybrid-message-framing
 */
export function openChannel(
  cryptography: HybridCryptography,
  { readKey, writeKey }: { readonly readKey: Uint8Array; readonly writeKey: Uint8Array },
): FrameChannel {
  let written = 0
  let read = 0
  let broken = false

  return {
    async seal(message) {
      const padded = pad(message)
      if (padded.length + tagLength > largestFrame || written >= mostFrames)
        throw new HybridRefusal('too_much')
      return cryptography.sealGcm({ key: writeKey, nonce: toNonce(written++), additionalData: none }, padded)
    },
    async open(frame) {
      if (frame.length > largestFrame || read >= mostFrames) throw new HybridRefusal('too_much')
      const nonce = toNonce(read++)
      const padded = broken
        ? undefined
        : await cryptography.openGcm({ key: readKey, nonce, additionalData: none }, frame)
      const message = padded && unpad(padded)
      if (message !== undefined) return message
      broken = true
      throw new HybridRefusal('bad_frame')
    },
  }
}

/** The message, zeros, and how many zeros there are: at least that one byte. */
function pad(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 1) / granularity) * granularity)
  padded.set(message)
  padded[padded.length - 1] = padded.length - message.length - 1
  return padded
}

function unpad(padded: Uint8Array): Uint8Array | undefined {
  const zeros = padded.at(-1)
  if (zeros === undefined || zeros >= padded.length) return undefined
  return padded.slice(0, padded.length - 1 - zeros)
}

/** Eight zeros, then the counter, big-endian. */
function toNonce(counter: number): Uint8Array {
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setUint32(8, counter)
  return nonce
}
