import type { Authenticator } from '@latchkey/ctap'
import {
  answerLinked,
  HybridRefusal,
  meetByLink,
  type RemoteAuthenticator,
  readContactRequest,
  type ServedEnd,
  tunnelPaths,
  writeContactRequest,
} from '@latchkey/ctap/hybrid'
import {
  CborRefusal,
  equalBytes,
  fromHex,
  HexRefusal,
  readCbor,
  toBase64url,
  toHex,
} from '@latchkey/encoding'
import { KeeperRefusal } from '../refusal.ts'
import { objectIn, openInBand, textIn } from './in-band-tunnel.ts'
import type { AuthenticatorLink, ClientLink } from './kept-link.ts'
import type { LinkApi } from './link-api.ts'
import { toAgreementKey } from './link-key.ts'
import type { LinkDeps } from './make-link.ts'

/**
 * Call the device of a link, as the client, and wait until it is there.
 *
 * @param hint what it will be asked for
 * @param signal takes the call back
 * @throws HybridRefusal `disconnected` if it does not come; KeeperRefusal `link_gone` if the link is over: forget it
 */
export async function callDevice(
  deps: LinkDeps,
  link: ClientLink,
  hint: 'mc' | 'ga',
  signal?: AbortSignal,
): Promise<RemoteAuthenticator> {
  const { serverUrl, contactId, number, secret, authenticatorKey } = link
  const tunnel = await openInBand(deps.openWebSocket, serverUrl, tunnelPaths.forContact(contactId))
  const clientNonce = deps.random(16)
  tunnel.say({ payload: toHex(writeContactRequest({ linkId: number, clientNonce, hint })), signal: false })
  const known = { linkSecret: secret, authenticatorKey }
  const hangUp = () => tunnel.socket.close()
  signal?.addEventListener('abort', hangUp, { once: true })
  if (signal?.aborted) hangUp()
  try {
    return await meetByLink(deps, known, { clientNonce, socket: tunnel.socket })
  } catch (cause) {
    hangUp()
    throw tunnel.isGone() ? new KeeperRefusal('link_gone', { cause }) : cause
  }
}

/** A device that can be called. */
export interface Listening {
  /** Until the tunnel service is gone, or this was stopped. */
  readonly over: Promise<void>
  stop(): void
}

/**
 * Wait for the browser of a link, as the device that signs, and answer it. What it is asked to sign is told to the server
 * first, in this device's own words; if the server does not know the link any more, nothing is signed.
 *
 * @param onGone told when the server has forgotten the link: forget it too
 */
export async function listenForCalls(
  deps: LinkDeps,
  { link, authenticator, api, onGone }: Called,
): Promise<Listening> {
  const tunnel = await openInBand(deps.openWebSocket, link.serverUrl, '/cable/listen')
  tunnel.say({ secret: toBase64url(link.listenSecret) })
  const listen = async () => {
    for (;;) {
      const said = await tunnel.hear()
      if (said === undefined) return
      const call = readCall(said)
      if (call === undefined) continue
      if (!equalBytes(call.linkId, link.number)) tunnel.say({ gone: call.tunnelId })
      // One who does not complete keeps nobody else waiting; the tunnel service bounds how many call.
      else void answerCall(deps, call, { link, authenticator, api, onGone }).catch(() => undefined)
    }
  }
  return { over: listen(), stop: () => tunnel.socket.close() }
}

interface Called {
  readonly link: AuthenticatorLink
  readonly authenticator: Pick<Authenticator, 'answer'>
  readonly api: Pick<LinkApi, 'announce'>
  readonly onGone: () => void
}

interface Call {
  readonly routingId: string
  readonly tunnelId: string
  readonly linkId: Uint8Array
  readonly clientNonce: Uint8Array
}

function readCall(said: unknown): Call | undefined {
  const call = objectIn(said, 'call')
  const [routingId, tunnelId, payload] = [
    textIn(call, 'routingId'),
    textIn(call, 'tunnelId'),
    textIn(call, 'payload'),
  ]
  if (routingId === undefined || tunnelId === undefined || payload === undefined) return undefined
  try {
    const { linkId, clientNonce } = readContactRequest(fromHex(payload))
    return { routingId, tunnelId, linkId, clientNonce }
  } catch (cause) {
    if (cause instanceof HexRefusal || cause instanceof HybridRefusal) return undefined
    throw cause
  }
}

async function answerCall(deps: LinkDeps, call: Call, called: Called): Promise<ServedEnd> {
  const { link } = called
  const path = tunnelPaths.forConnect(fromHex(call.routingId), fromHex(call.tunnelId))
  const { socket } = await openInBand(deps.openWebSocket, link.serverUrl, path)
  const authenticatorKey = await toAgreementKey(deps.subtle, link.authenticatorKey)
  const client = { linkSecret: link.secret, authenticatorKey, guarded: true }
  const { clientNonce } = call
  return await answerLinked(deps, announcing(called), { client, clientNonce, socket })
}

const operationDenied = Uint8Array.of(0x27)
/** Where the hash of the client data stands in each command that signs one. */
const hashMembers = new Map([
  [0x01, 1],
  [0x02, 2],
])

/** An authenticator that tells the server what it is about to sign, before it does. */
function announcing({ link, authenticator, api, onGone }: Called): Pick<Authenticator, 'answer'> {
  return {
    async answer(request, signal) {
      const member = hashMembers.get(request[0] ?? -1)
      if (member === undefined) return authenticator.answer(request, signal)
      const hash = findHash(request.subarray(1), member)
      if (hash === undefined) return operationDenied
      const refused = await api.announce(link.linkId, hash).then(
        () => undefined,
        (cause: unknown) => ({ cause }),
      )
      if (refused === undefined) return authenticator.answer(request, signal)
      if (textIn(refused.cause, 'code') === 'link_unknown') onGone()
      return operationDenied
    },
  }
}

function findHash(parameters: Uint8Array, member: number): Uint8Array | undefined {
  try {
    const map = readCbor(parameters, { bytes: 65_536, depth: 5, items: 2_048, byteStringKeys: 'allowed' })
    const hash = map instanceof Map ? map.get(member) : undefined
    return hash instanceof Uint8Array && hash.length === 32 ? hash : undefined
  } catch (cause) {
    if (cause instanceof CborRefusal) return undefined
    throw cause
  }
}
