import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import type { Keyring, Stores } from '@latchkey/identity'

/** The key by which push services know this server. One for the whole installation. */
export interface VapidKey {
  /** PKCS #8 in DER. */
  readonly privateKey: Uint8Array
  /** Uncompressed point, base64url: what browsers call `applicationServerKey`. */
  readonly publicKey: string
}

const name = 'web push key'
const purpose = 'web push key'
const bound = new TextEncoder().encode(name)

/** How long a push service may take our word for who we are. At most a day is allowed. */
const tokenSeconds = 12 * 60 * 60

/** Get the installation's key; the first to ask makes it. It is kept sealed. @throws Error if it does not open */
export async function getVapidKey(deps: {
  readonly stores: Pick<Stores, 'instance'>
  readonly keyring: Keyring
}): Promise<VapidKey> {
  const { stores, keyring } = deps
  const kept = (await stores.instance.find(name)) ?? (await stores.instance.insertFirst(name, seal(keyring)))
  const privateKey = keyring.open(purpose, Buffer.from(kept, 'base64url'), bound)
  return { privateKey, publicKey: publicKeyOf(privateKey) }
}

function seal(keyring: Keyring): string {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  })
  return Buffer.from(keyring.seal(purpose, privateKey, bound)).toString('base64url')
}

function publicKeyOf(pkcs8: Uint8Array): string {
  const spki = createPublicKey(importKey(pkcs8)).export({ type: 'spki', format: 'der' })
  // The point is the last 65 bytes of SubjectPublicKeyInfo.
  return spki.subarray(-65).toString('base64url')
}

function importKey(pkcs8: Uint8Array) {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
}

/**
 * Write the header by which a push service knows who pushes.
 *
 * @param contact where its operator reaches ours: `https:` or `mailto:`
 * @see https://www.rfc-editor.org/rfc/rfc8292#section-2
 */
export function writeVapid(
  key: VapidKey,
  ask: { readonly endpoint: URL; readonly contact: string; readonly now: Date },
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = [
    part({ typ: 'JWT', alg: 'ES256' }),
    part({
      aud: ask.endpoint.origin,
      exp: Math.floor(ask.now.getTime() / 1000) + tokenSeconds,
      sub: ask.contact,
    }),
  ].join('.')
  const signature = sign('sha256', Buffer.from(signed), {
    key: importKey(key.privateKey),
    dsaEncoding: 'ieee-p1363',
  })
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${key.publicKey}`
}
