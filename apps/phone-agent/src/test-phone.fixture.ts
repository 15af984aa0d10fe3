import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type KeeperStore,
  keeperShelf,
  memoryStore,
  newVault,
  sealedDeviceKeys,
  webKeeperCryptography,
} from '@latchkey/keeper'
import { loadAuthenticatorWords } from '@latchkey/words/authenticator'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Agent } from './agent.ts'
import { nodeArgon2id } from './lock/node-argon2id.ts'
import { noNotices } from './notices/notices.ts'
import { lineTerminal } from './terminal/terminal.ts'

export const pin = '493817'

/** A phone on a table: a radio that keeps what it says, a terminal that somebody types on, nothing on the disk. */
export interface TestPhone {
  readonly agent: Agent
  readonly store: KeeperStore
  /** What was said over the air, the latest last. */
  readonly adverts: Uint8Array[]
  /** What is typed, line by line, whenever something is asked. */
  readonly keys: string[]
  /** All that was printed. */
  printed(): string
}

/** Take a phone, with a PIN. Its server is `fetch`. */
export async function takeTestPhone(
  differ: Partial<Agent> & { readonly fetch?: typeof fetch } = {},
): Promise<TestPhone> {
  const { subtle } = crypto
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const now = () => new Date()
  const store = memoryStore()
  // Little is enough for a PIN that everybody can read here.
  const argon2id = { ...nodeArgon2id, cost: { memory: 1024, passes: 1, parallelism: 1 } }
  const vault = newVault({ store, subtle, random, now, argon2id })
  await vault.setLock({ pin })
  const cryptography = webKeeperCryptography(subtle)
  const deviceKeys = sealedDeviceKeys(subtle, vault)
  const shelf = keeperShelf({ store, vault, cryptography })
  const adverts: Uint8Array[] = []
  const keys: string[] = []
  let printed = ''
  const reader = { read: async () => keys.shift(), close: () => undefined }
  const terminal = lineTerminal((text) => {
    printed += text
  }, reader)
  const { fetch: answer = nobody, ...rest } = differ
  const agent: Agent = {
    terminal,
    words: await loadAuthenticatorWords('en'),
    accounts: {
      fetch: answer,
      subtle,
      now,
      random,
      store,
      deviceKeys,
      surface: 'agent',
      appVersion: '1.2.3',
    },
    vault,
    argon2id,
    engine: { store, deviceKeys, surface: 'agent', now, random, vault, cryptography, shelf },
    radio: {
      async advertise(advert) {
        adverts.push(advert)
        return async () => undefined
      },
      isThere: async () => true,
    },
    notices: noNotices,
    takePicture: () => Promise.reject(new Error('there is nothing to see')),
    openBrowser: async () => undefined,
    tunnel: {},
    device: { name: 'test phone', operatingSystem: 'Debian', operatingSystemVersion: '12' },
    keysIn: 'software',
    folder: '/nowhere',
    pause: async () => undefined,
    ...rest,
  }
  return { agent, store, adverts, keys, printed: () => printed }
}

const nobody: typeof fetch = () => Promise.reject(new TypeError('fetch failed'))

/** A tunnel service for one tunnel, in this process. @returns its address */
export async function openTestTunnel(): Promise<URL> {
  const server = createServer()
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'fido.cable' })
  const ends: WebSocket[] = []
  sockets.on('headers', (headers) => headers.push('X-caBLE-Routing-ID: 0a0b0c'))
  sockets.on('connection', (end) => {
    ends.push(end)
    end.on('message', (data) => {
      for (const other of ends) if (other !== end) other.send(data)
    })
    end.on('close', () => {
      for (const other of ends) other.close()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const end of ends) end.terminate()
    server.close()
  })
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('not an address of the internet')
  return new URL(`ws://127.0.0.1:${address.port}`)
}
