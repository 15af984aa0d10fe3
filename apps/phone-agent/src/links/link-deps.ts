import { hybridCryptography } from '@latchkey/ctap/hybrid'
import type { LinkDeps, OpenedWebSocket } from '@latchkey/keeper'
import { WebSocket } from 'ws'
import type { Agent } from '../agent.ts'
import { giveUpSilent } from './give-up-silent.ts'

const patienceMilliseconds = 15_000
const largestMessage = 1 << 20

/** What links are made and used with here. */
export function linkDeps({ accounts }: Pick<Agent, 'accounts'>): LinkDeps {
  const { subtle, random } = accounts
  return { subtle, random, cryptography: hybridCryptography(subtle), openWebSocket }
}

function openWebSocket(url: string, protocol: string): OpenedWebSocket {
  const webSocket = new WebSocket(url, [protocol], {
    maxPayload: largestMessage,
    handshakeTimeout: patienceMilliseconds,
    perMessageDeflate: false,
  })
  giveUpSilent(webSocket)
  return webSocket
}
