import type { Authenticator } from '@latchkey/ctap'
import {
  answerHybrid,
  derive,
  deriveAdvertKey,
  type HybridCode,
  hybridCryptography,
  meetByCode,
  type OpenAdvert,
  openAdvert,
  readHybridCode,
  readMeeting,
  routingIdHeader,
  type ServedEnd,
  type TunnelSocket,
  toTunnelSocket,
  tunnelPaths,
  tunnelSubprotocol,
  writeHybridCode,
} from '@latchkey/ctap/hybrid'
import { fromHex } from '@latchkey/encoding'
import { WebSocket } from 'ws'

const cryptography = hybridCryptography(crypto.subtle)
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const deps = { cryptography, random }

/** What is in the air in one place. Nothing of it is heard in another. */
export interface Place {
  readonly adverts: Uint8Array[]
}

/** A browser's half of the hybrid transport, without the browser. */
export async function showHybridCode(service: URL, hint: 'mc' | 'ga') {
  const clientKey = await cryptography.makeAgreementKey()
  const secret = random(16)
  const key = await deriveAdvertKey(cryptography, { secret })
  return {
    /** What stands on the screen, and what whoever photographs it has. */
    text: writeHybridCode({ clientKey: clientKey.publicKey, secret, knownDomains: 2, hint }),
    /** Listen to what is in the air here, as the browser does: only what fits the code counts. */
    async hear({ adverts }: Place): Promise<OpenAdvert | undefined> {
      for (const advert of adverts) {
        const opened = await openAdvert(cryptography, key, advert).catch(() => undefined)
        if (opened !== undefined) return opened
      }
      return undefined
    },
    /** Come through the tunnel with an advert, heard or made up. */
    async come(advert: OpenAdvert) {
      const { routingId } = readMeeting(advert)
      const tunnelId = await derive(cryptography, 'tunnelId', { secret })
      const { socket } = await dial(service, tunnelPaths.forConnect(routingId, tunnelId))
      return await meetByCode(deps, { clientKey, secret }, { advert, socket })
    },
  }
}

/** An authenticator's half: read a code, wherever it was seen, and answer it from a place. */
export function answerHybridCode(
  service: URL,
  authenticator: Pick<Authenticator, 'answer'>,
  { text, place }: { readonly text: string; readonly place: Place },
) {
  const code: HybridCode = readHybridCode(text)
  let leave: () => void = () => undefined
  const answer = async (): Promise<ServedEnd> => {
    const tunnelId = await derive(cryptography, 'tunnelId', { secret: code.secret })
    const { socket, routingId } = await dial(service, tunnelPaths.forNew(tunnelId))
    leave = () => socket.close()
    return await answerHybrid(deps, authenticator, {
      code,
      socket,
      routingId: routingId ?? new Uint8Array(3),
      tunnelDomain: 266,
      advertise: async (advert) => {
        place.adverts.push(advert)
        return async () => undefined
      },
    })
  }
  // Whoever looks at it later looks at it: until then it is nobody's fault.
  const end = answer().then(
    (how) => ({ how }),
    (fault: unknown) => ({ fault }),
  )
  return { end, leave: () => leave() }
}

interface Dialled {
  readonly socket: TunnelSocket
  readonly routingId?: Uint8Array
}

function dial(service: URL, path: string): Promise<Dialled> {
  const url = new URL(path, service)
  url.protocol = 'ws:'
  const webSocket = new WebSocket(url, [tunnelSubprotocol])
  let routingId: Uint8Array | undefined
  webSocket.on('upgrade', ({ headers }) => {
    const said = headers[routingIdHeader]
    if (typeof said === 'string') routingId = fromHex(said)
  })
  return new Promise((resolve, reject) => {
    webSocket.on('error', reject)
    webSocket.on('open', () =>
      resolve({ socket: toTunnelSocket(webSocket), ...(routingId && { routingId }) }),
    )
  })
}
