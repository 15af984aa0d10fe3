import {
  type CborLimits,
  type CborMap,
  CborRefusal,
  type CborValue,
  concatBytes,
  encodeCbor,
  readCbor,
  toHex,
} from '@latchkey/encoding'
import { HybridRefusal } from './hybrid-refusal.ts'

/** What a message is: its first byte. The first one of the authenticator has none. */
export const messageTypes = { shutdown: 0, ctap: 1, update: 2, json: 3 } as const

const limits: CborLimits = { bytes: 65_536, depth: 8, items: 4_096, byteStringKeys: 'allowed' }

/** Write the first message: what the authenticator is, and that it speaks CTAP here. */
export function writeFirstMessage(info: Uint8Array): Uint8Array {
  return encodeCbor(
    new Map<number, CborValue>([
      [1, info],
      [3, ['ctap']],
    ]),
  )
}

/**
 * Read the first message.
 *
 * @returns the CBOR of `getInfo`, without a status
 * @throws HybridRefusal `unexpected_message` if it is something else, or the other side does not speak CTAP
 */
export function readFirstMessage(message: Uint8Array): Uint8Array {
  const map = readMap(message)
  const info = map.get(1)
  const features = map.get(3) ?? ['ctap']
  if (!(info instanceof Uint8Array) || !(Array.isArray(features) && features.includes('ctap'))) {
    throw new HybridRefusal('unexpected_message')
  }
  return info
}

/** Write a message of one type. */
export function writeMessage(
  type: keyof typeof messageTypes,
  payload: Uint8Array = new Uint8Array(),
): Uint8Array {
  return concatBytes(Uint8Array.of(messageTypes[type]), payload)
}

/**
 * Read a message: what it is, and what is in it.
 *
 * @throws HybridRefusal `unexpected_message` for types that are not known
 */
export function readMessage(message: Uint8Array): {
  readonly type: keyof typeof messageTypes
  readonly payload: Uint8Array
} {
  const payload = message.subarray(1)
  switch (message[0]) {
    case messageTypes.shutdown:
      return { type: 'shutdown', payload }
    case messageTypes.ctap:
      return { type: 'ctap', payload }
    case messageTypes.update:
      return { type: 'update', payload }
    case messageTypes.json:
      return { type: 'json', payload }
    default:
      throw new HybridRefusal('unexpected_message')
  }
}

/** What a client has to know to find an authenticator again. */
export interface LinkInfo {
  /** What the tunnel service knows it by. */
  readonly contactId: Uint8Array
  /** 8 bytes: what the authenticator knows the link by. */
  readonly linkId: Uint8Array
  /** 32 bytes. */
  readonly linkSecret: Uint8Array
  /** The authenticator's own key, uncompressed. */
  readonly authenticatorKey: Uint8Array
  readonly name: string
  /** 32 bytes: that the key is the authenticator's, in this very handshake. */
  readonly proof: Uint8Array
}

/** How long an update is made, whether there is something in it or not: a tunnel service learns nothing from it. */
const updateLength = 512

/** Write an update: linking data, or none; padded so that both look alike. */
export function writeUpdate(link: LinkInfo | undefined): Uint8Array {
  const map = new Map<number, CborValue>([[0, new Uint8Array()]])
  if (link !== undefined) map.set(1, toLinkMap(link))
  const bare = encodeCbor(map).length
  // Two bytes more of length stand before a padding of 256 bytes and more, one before 24.
  const room = updateLength - bare
  if (room > 0) map.set(0, new Uint8Array(room >= 258 ? room - 2 : Math.max(0, room - 1)))
  return encodeCbor(map)
}

/**
 * Read an update. What is not known in it is passed over.
 *
 * @throws HybridRefusal `unexpected_message`
 */
export function readUpdate(payload: Uint8Array): LinkInfo | undefined {
  const link = readMap(payload).get(1)
  if (link === undefined) return undefined
  if (!(link instanceof Map)) throw new HybridRefusal('unexpected_message')
  return fromLinkMap(link)
}

function toLinkMap(link: LinkInfo): CborMap {
  return new Map<number, CborValue>([
    [1, link.contactId],
    [2, link.linkId],
    [3, link.linkSecret],
    [4, link.authenticatorKey],
    [5, link.name],
    [6, link.proof],
  ])
}

function fromLinkMap(map: CborMap): LinkInfo {
  const name = map.get(5)
  if (typeof name !== 'string' || name.length > 200) throw new HybridRefusal('unexpected_message')
  return {
    contactId: bytesOf(map, 1),
    linkId: bytesOf(map, 2, 8),
    linkSecret: bytesOf(map, 3, 32),
    authenticatorKey: bytesOf(map, 4, 65),
    name,
    proof: bytesOf(map, 6, 32),
  }
}

/** What a client says to an authenticator through the tunnel service, to be found by a link. */
export interface ContactRequest {
  /** 8 bytes. */
  readonly linkId: Uint8Array
  /** 16 bytes, for this once. */
  readonly clientNonce: Uint8Array
  readonly hint: 'mc' | 'ga'
}

export function writeContactRequest({ linkId, clientNonce, hint }: ContactRequest): Uint8Array {
  return encodeCbor(
    new Map<number, CborValue>([
      [1, linkId],
      [2, clientNonce],
      [3, hint],
    ]),
  )
}

/** @throws HybridRefusal `unexpected_message` */
export function readContactRequest(payload: Uint8Array): ContactRequest {
  const map = readMap(payload)
  return {
    linkId: bytesOf(map, 1, 8),
    clientNonce: bytesOf(map, 2, 16),
    hint: map.get(3) === 'mc' ? 'mc' : 'ga',
  }
}

function bytesOf(map: CborMap, key: number, length?: number): Uint8Array {
  const value = map.get(key)
  if (value instanceof Uint8Array && value.length === (length ?? value.length)) return value.slice()
  throw new HybridRefusal('unexpected_message')
}

function readMap(bytes: Uint8Array): CborMap {
  try {
    const value = readCbor(bytes, limits)
    if (value instanceof Map) return value
  } catch (cause) {
    if (cause instanceof CborRefusal) throw new HybridRefusal('unexpected_message', { cause })
    throw cause
  }
  throw new HybridRefusal('unexpected_message')
}

/** The addresses of a tunnel service (CTAP 2.3 §11.5). */
export const tunnelPaths = {
  /** Where an authenticator waits that has read a code. */
  forNew: (tunnelId: Uint8Array) => `/cable/new/${toHex(tunnelId)}`,
  /** Where somebody joins who knows the tunnel. */
  forConnect: (routingId: Uint8Array, tunnelId: Uint8Array) =>
    `/cable/connect/${toHex(routingId)}/${toHex(tunnelId)}`,
  /** Where a client waits for the authenticator of a link. */
  forContact: (contactId: string) => `/cable/contact/${contactId}`,
}

/** The subprotocol of tunnels, and the response header in which the service says its routing ID. */
export const tunnelSubprotocol = 'fido.cable'
export const routingIdHeader = 'x-cable-routing-id'
