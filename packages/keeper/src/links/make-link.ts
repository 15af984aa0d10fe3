import {
  derive,
  type HybridDeps,
  type LinkCode,
  offerLink,
  readLinkCode,
  takeLink,
  tunnelPaths,
  writeLinkCode,
} from '@latchkey/ctap/hybrid'
import { fromHex, toBase64url } from '@latchkey/encoding'
import { KeeperRefusal } from '../refusal.ts'
import { type OpenWebSocket, openInBand, textIn } from './in-band-tunnel.ts'
import type { AuthenticatorLink, ClientLink } from './kept-link.ts'
import type { LinkApi } from './link-api.ts'
import { makeLinkKey, toAgreementKey } from './link-key.ts'

/** What links are made with. */
export interface LinkDeps extends HybridDeps {
  readonly subtle: SubtleCrypto
  readonly openWebSocket: OpenWebSocket
}

/** A code that is shown, and what comes of it. */
export interface ShownLink {
  /** The text of the QR code. */
  readonly code: string
  /** Once a device has read it: its name, and the digits that have to be typed there. */
  readonly met: Promise<MetDevice>
  stop(): void
}

/** A device that read the code. */
export interface MetDevice {
  readonly name: string
  /** Six, for the person to type on the device. */
  readonly digits: string
  readonly link: ClientLink
}

/**
 * Show a code for linking, as the client. This end says to the server what it saw as soon as it has met somebody; the
 * link counts once the device said the same, which it does when the digits were typed there.
 *
 * @param linkId what `LinkApi.begin` gave
 * @param api as this device: its key signs what it saw
 */
export async function showLink(
  deps: LinkDeps,
  api: Pick<LinkApi, 'confirm'>,
  { serverUrl, linkId }: { readonly serverUrl: string; readonly linkId: string },
): Promise<ShownLink> {
  const { cryptography, random } = deps
  const shown = { clientKey: await cryptography.makeAgreementKey(), secret: random(16) }
  const tunnelId = await derive(cryptography, 'tunnelId', shown)
  const tunnel = await openInBand(deps.openWebSocket, serverUrl, tunnelPaths.forNew(tunnelId))
  const routingId = textIn(await tunnel.hear(), 'routingId')
  if (routingId === undefined) throw new KeeperRefusal('answer_unreadable')
  const server = new URL(serverUrl).origin
  const code = writeLinkCode({
    clientKey: shown.clientKey.publicKey,
    secret: shown.secret,
    routingId: fromHex(routingId),
    server,
    linkId,
  })
  const meet = async (): Promise<MetDevice> => {
    const taken = await takeLink(deps, shown, tunnel.socket)
    tunnel.socket.close()
    await api.confirm(linkId, { handshakeHash: taken.handshakeHash })
    const { name, digits, authenticatorKey, linkId: number, linkSecret: secret } = taken
    const contactId = toBase64url(taken.contactId)
    return {
      name,
      digits,
      link: { linkId, serverUrl: server, contactId, number, secret, authenticatorKey, name },
    }
  }
  return { code, met: meet(), stop: () => tunnel.socket.close() }
}

/** A browser whose code was read, before anybody confirmed that it is the right one. */
export interface MetBrowser {
  /**
   * Say that these digits were typed. Only if they are right does the server hear of it.
   *
   * @returns the link, or `undefined` for other digits: then somebody may stand between, and it is over
   */
  confirm(typed: string): Promise<AuthenticatorLink | undefined>
}

/** What the device that reads a code says of itself. */
export interface ReadingDevice {
  readonly name: string
  /** The servers at which it has accounts: it goes to no other. */
  readonly serverUrls: readonly string[]
}

/**
 * Read a code for linking, as the device that signs.
 *
 * @param apiFor the server's routes, as this device
 * @throws KeeperRefusal `account_unknown` if no account of this device lives at the server in the code
 * @throws HybridRefusal
 */
export async function readLink(
  deps: LinkDeps,
  apiFor: (serverUrl: string) => Pick<LinkApi, 'confirm'>,
  { text, device }: { readonly text: string; readonly device: ReadingDevice },
): Promise<MetBrowser> {
  const code = readLinkCode(text)
  const serverUrl = device.serverUrls.find((url) => new URL(url).origin === code.server)
  if (serverUrl === undefined) throw new KeeperRefusal('account_unknown')
  const { cryptography, random } = deps
  const tunnelId = await derive(cryptography, 'tunnelId', code)
  const path = tunnelPaths.forConnect(code.routingId, tunnelId)
  const { socket } = await openInBand(deps.openWebSocket, serverUrl, path)
  const listenSecret = random(32)
  const contact = (await cryptography.sha256(listenSecret)).subarray(0, 16)
  const authenticatorKey = await makeLinkKey(deps.subtle)
  const own = {
    contactId: contact,
    authenticatorKey: await toAgreementKey(deps.subtle, authenticatorKey),
    name: device.name,
  }
  const fresh = await offerLink(deps, { code, socket, own })
  // All is said; what was sent before arrives before the end.
  socket.close()

  let tried = false
  return {
    async confirm(typed) {
      if (tried || typed !== fresh.digits) {
        tried = true
        return undefined
      }
      tried = true
      const saw = { handshakeHash: fresh.handshakeHash, contactId: toBase64url(contact) }
      const { state } = await apiFor(serverUrl).confirm(code.linkId, saw)
      if (state !== 'guarded') throw new KeeperRefusal('answer_unreadable')
      return toLink(code, { ...fresh, listenSecret, authenticatorKey })
    },
  }
}

function toLink(
  { linkId, server }: LinkCode,
  made: Pick<AuthenticatorLink, 'listenSecret' | 'authenticatorKey'> & {
    readonly linkId: Uint8Array
    readonly linkSecret: Uint8Array
  },
): AuthenticatorLink {
  const { listenSecret, authenticatorKey, linkId: number, linkSecret: secret } = made
  return { linkId, serverUrl: server, listenSecret, number, secret, authenticatorKey }
}
