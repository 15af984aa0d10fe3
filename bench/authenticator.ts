import {
  type Authenticator,
  type ClientPlatform,
  clientPlatform,
  memoryShelf,
  powerUp,
  webCryptography,
} from '@latchkey/ctap'
import {
  answerHybrid,
  deriveAdvertKey,
  type HybridDeps,
  hybridCryptography,
  meetByCode,
  openAdvert,
  type TunnelSocket,
  toTunnelSocket,
} from '@latchkey/ctap/hybrid'
import { type WebSocket as NodeWebSocket, WebSocketServer } from 'ws'

/** What the other end of a sign-in costs. */
export interface AuthenticatorFigures {
  /** CPU of both sides together: code, advert, handshake and one assertion, over WebSockets on loopback. */
  readonly ceremonyMillis: number
  /** How long that takes, from the code to the assertion. */
  readonly ceremonyWallMillis: number
  readonly assertionsPerSecond: number
}

const origin = 'https://login.example.org'
const rpId = 'login.example.org'
const challenge = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
const deps: HybridDeps = {
  cryptography: hybridCryptography(crypto.subtle),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
}

/** Measure the engine alone, and a browser's whole way to it over the hybrid transport. */
export async function benchAuthenticator({
  ceremonies = 100,
  assertions = 1_000,
}: {
  readonly ceremonies?: number
  readonly assertions?: number
} = {}): Promise<AuthenticatorFigures> {
  const authenticator = makeAuthenticator()
  const platform = clientPlatform(authenticator, deps.cryptography)
  await register(platform)

  for (let i = 0; i < 50; i++) await signIn(platform)
  const begun = performance.now()
  for (let i = 0; i < assertions; i++) await signIn(platform)
  const assertionsPerSecond = (assertions * 1000) / (performance.now() - begun)

  const relay = await openWire()
  for (let i = 0; i < 5; i++) await meet(authenticator, relay)
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  for (let i = 0; i < ceremonies; i++) await meet(authenticator, relay)
  const { user, system } = process.cpuUsage(cpu)
  const ceremonyWallMillis = (performance.now() - wall) / ceremonies
  relay.close()
  return { ceremonyMillis: (user + system) / 1000 / ceremonies, ceremonyWallMillis, assertionsPerSecond }
}

export function authenticatorToText(figures: AuthenticatorFigures): string {
  const { ceremonyMillis, ceremonyWallMillis, assertionsPerSecond } = figures
  return [
    `hybrid handshake and assertion  ${ceremonyMillis.toFixed(1)} ms of CPU, both sides together; ${ceremonyWallMillis.toFixed(1)} ms on the clock`,
    `engine                          ${assertionsPerSecond.toFixed(0)} assertions per second`,
  ].join('\n')
}

function makeAuthenticator(): Authenticator {
  return powerUp(
    {
      cryptography: webCryptography(crypto.subtle),
      shelf: memoryShelf(),
      person: { confirm: async () => ({ outcome: 'confirmed', userVerified: true, account: 0 }) },
      now: () => new Date(),
      random: deps.random,
    },
    {
      aaguid: new Uint8Array(16),
      attachment: 'cross-platform',
      transports: ['hybrid', 'internal'],
      userVerification: 'built_in',
      attestation: 'none',
    },
  )
}

const register = (platform: ClientPlatform) =>
  platform.create(
    {
      rp: { id: rpId, name: 'Example' },
      user: { id: 'AAAA', name: 'ada', displayName: 'Ada' },
      challenge,
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    },
    { origin },
  )

const signIn = (platform: ClientPlatform) =>
  platform.get({ rpId, challenge, userVerification: 'required' }, { origin })

/** A browser shows a code, a telephone reads it, and the browser signs in. */
async function meet(authenticator: Authenticator, wire: Wire): Promise<void> {
  const { cryptography, random } = deps
  const shown = { clientKey: await cryptography.makeAgreementKey(), secret: random(16) }
  const code = {
    clientKey: shown.clientKey.publicKey,
    secret: shown.secret,
    knownDomains: 2,
    hint: 'ga' as const,
  }
  const [browser, phone] = await wire.pair()
  let hear: (advert: Uint8Array) => void = () => undefined
  const heard = new Promise<Uint8Array>((resolve) => {
    hear = resolve
  })
  const served = answerHybrid(deps, authenticator, {
    code,
    socket: phone,
    routingId: Uint8Array.of(1, 2, 3),
    tunnelDomain: 266,
    advertise: async (advert) => {
      hear(advert)
      return async () => undefined
    },
  })
  const advert = await openAdvert(cryptography, await deriveAdvertKey(cryptography, shown), await heard)
  const remote = await meetByCode(deps, shown, { advert, socket: browser })
  await signIn(clientPlatform(remote, cryptography))
  await remote.finish()
  await served
}

interface Wire {
  pair(): Promise<readonly [TunnelSocket, TunnelSocket]>
  close(): void
}

/** WebSockets on loopback, without a relay between them. */
async function openWire(): Promise<Wire> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    async pair() {
      const arrived = new Promise<NodeWebSocket>((resolve) => server.once('connection', resolve))
      const webSocket = new WebSocket(`ws://127.0.0.1:${port}`)
      const ours = toTunnelSocket(webSocket)
      const theirs = toTunnelSocket(await arrived)
      await new Promise((resolve) => webSocket.addEventListener('open', resolve, { once: true }))
      return [ours, theirs]
    },
    close: () => server.close(),
  }
}
