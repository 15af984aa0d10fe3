import { createCipheriv, createECDH, hkdfSync } from 'node:crypto'

/** Whom a message is for: what the browser gave when it subscribed. */
export interface PushReceiver {
  /** Uncompressed point on P-256, 65 bytes. */
  readonly p256dh: Uint8Array
  /** 16 bytes. */
  readonly auth: Uint8Array
}

/** The size of the one record there is; a push service takes no more than 4096 bytes. */
const recordSize = 4096

/**
 * Encrypt a message so that only the browser that subscribed reads it: `aes128gcm`, in one record.
 *
 *     salt 16 | record size 4 | length 1 | our public key 65 | ciphertext and tag
 *
 * @throws Error if the receiver's key is no point on the curve
 * @see https://www.rfc-editor.org/rfc/rfc8291#section-3.4
 * @see https://www.rfc-editor.org/rfc/rfc8188#section-2
 */
export function encryptPush(
  message: Uint8Array,
  receiver: PushReceiver,
  drawn: { readonly salt: Uint8Array; readonly privateKey?: Uint8Array },
): Uint8Array {
  const ours = createECDH('prime256v1')
  if (drawn.privateKey === undefined) ours.generateKeys()
  else ours.setPrivateKey(drawn.privateKey)
  const publicKey = ours.getPublicKey()
  const shared = ours.computeSecret(receiver.p256dh)

  const { salt } = drawn
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), receiver.p256dh, publicKey])
  const keying = hkdf(shared, receiver.auth, info, 32)
  const key = hkdf(keying, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(keying, salt, Buffer.from('Content-Encoding: nonce\0'), 12)

  const header = Buffer.alloc(21)
  header.set(salt)
  header.writeUInt32BE(recordSize, 16)
  header.writeUInt8(publicKey.length, 20)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // 2 ends the last record.
  const sealed = [cipher.update(Buffer.concat([message, Buffer.of(2)])), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat([header, publicKey, ...sealed])
}

function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length))
}
