/** A tunnel without a network, air without a radio, and keys that are known. Only tests import this. */
import { fromHex, toBase64url } from '@latchkey/encoding'
import type { AgreementKey } from '../cryptography.ts'
import { hybridCryptography } from './hybrid-cryptography.ts'
import { fromUncompressed } from './point.ts'
import type { TunnelSocket } from './tunnel-socket.ts'

export const cryptography = hybridCryptography(crypto.subtle)
export const deps = {
  cryptography,
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
}

const agreement = { name: 'ECDH', namedCurve: 'P-256' } as const

/** Make an agreement key of a private key that somebody published. @param publicKey uncompressed */
export async function publishedKey(privateKey: string, publicKey: string): Promise<AgreementKey> {
  const point = fromUncompressed(fromHex(publicKey))
  const named = { kty: 'EC', crv: 'P-256', x: toBase64url(point.x), y: toBase64url(point.y) }
  const jwk = { ...named, d: toBase64url(fromHex(privateKey)) }
  const key = await crypto.subtle.importKey('jwk', jwk, agreement, false, ['deriveBits'])
  return {
    publicKey: point,
    async agree(peer) {
      const theirs = { ...named, x: toBase64url(peer.x), y: toBase64url(peer.y) }
      const imported = await crypto.subtle
        .importKey('jwk', theirs, agreement, false, [])
        .catch(() => undefined)
      if (imported === undefined) return undefined
      return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: imported }, key, 256))
    },
  }
}

/** One end of a tunnel, and what went through it. */
export interface WatchedSocket extends TunnelSocket {
  readonly sent: Uint8Array[]
}

/** The two ends of a tunnel. What `tamper` gives goes through instead of what was sent. */
export function tunnel(
  tamper: (message: Uint8Array, from: 'left' | 'right') => Uint8Array = (message) => message,
) {
  const left = makeEnd(
    (message) => right.arrive(tamper(message, 'left')),
    () => right.end(),
  )
  const right: ReturnType<typeof makeEnd> = makeEnd(
    (message) => left.arrive(tamper(message, 'right')),
    () => left.end(),
  )
  return [left.socket, right.socket] as const
}

function makeEnd(pass: (message: Uint8Array) => void, leave: () => void) {
  const waiting: (Uint8Array | undefined)[] = []
  const sent: Uint8Array[] = []
  let wanted: ((message: Uint8Array | undefined) => void) | undefined
  let ended = false
  const arrive = (message: Uint8Array | undefined) => {
    const taker = wanted
    wanted = undefined
    if (taker === undefined) waiting.push(message)
    else taker(message)
  }
  const end = () => {
    if (!ended) arrive(undefined)
    ended = true
  }
  const socket: WatchedSocket = {
    sent,
    send(message) {
      if (ended) return
      sent.push(message)
      pass(message)
    },
    next: () =>
      waiting.length > 0 || ended
        ? Promise.resolve(waiting.shift())
        : new Promise((resolve) => {
            wanted = resolve
          }),
    close() {
      end()
      leave()
    },
  }
  return { socket, arrive, end }
}

/** What is sent over the air is heard by all who listen. */
export function air() {
  const listeners = new Set<(advert: Uint8Array) => void>()
  return {
    sent: [] as Uint8Array[],
    async advertise(this: void, advert: Uint8Array) {
      for (const listener of listeners) listener(advert)
      return async () => undefined
    },
    hear: () => new Promise<Uint8Array>((resolve) => listeners.add(resolve)),
  }
}
