import { ctapStatus } from '@latchkey/ctap'
import {
  answerHybrid,
  derive,
  type HybridCode,
  HybridRefusal,
  hybridCryptography,
  type ServedEnd,
} from '@latchkey/ctap/hybrid'
import { openEngine } from '@latchkey/keeper'
import type { Agent } from '../agent.ts'
import { terminalScreen } from '../terminal/terminal-screen.ts'
import { dialTunnel } from './dial-tunnel.ts'
import { findTunnel } from './find-tunnel.ts'

/** What came of a browser's code, as far as we did it. */
export type Answered =
  | 'made'
  | 'signedIn'
  | 'denied'
  | 'noPasskey'
  | 'exists'
  | 'nothing'
  | 'notHeard'
  | 'refused'

/** How long a browser may take to hear us and come. */
const patienceMilliseconds = 60_000

const makeCredential = 0x01
const getAssertion = 0x02

/**
 * Answer the browser that shows a code: open a tunnel, say over the air where it is, and do what the person agrees to.
 *
 * @throws NoTunnel, TunnelFault, RadioFault
 */
export async function answerCode(agent: Agent, code: HybridCode): Promise<Answered> {
  const { accounts, terminal, words } = agent
  const cryptography = hybridCryptography(accounts.subtle)
  const { domain, url } = await findTunnel(cryptography, agent.tunnel, (await accounts.store.read()).accounts)
  const screen = terminalScreen(terminal, words)
  const engine = await openEngine({ ...agent.engine, screen })
  terminal.say(words.agent.answer.connecting)
  const { secret } = code
  const { socket, routingId } = await dialTunnel(url, await derive(cryptography, 'tunnelId', { secret }))

  let came = false
  let result: Answered = 'nothing'
  const watched = {
    async answer(request: Uint8Array, signal?: AbortSignal) {
      came = true
      const answer = await engine.answer(request, signal)
      result = toResult(request[0], answer[0]) ?? result
      return answer
    },
  }
  const impatience = setTimeout(() => came || socket.close(), patienceMilliseconds)
  try {
    const end: ServedEnd = await answerHybrid({ cryptography, random: accounts.random }, watched, {
      code,
      socket,
      routingId,
      tunnelDomain: domain,
      advertise: (advert) => {
        terminal.say(words.agent.answer.advertising)
        return agent.radio.advertise(advert)
      },
    })
    return end === 'left' && !came ? 'notHeard' : result
  } catch (cause) {
    if (!(cause instanceof HybridRefusal)) throw cause
    // What was done before the browser misbehaved was done.
    if (result !== 'nothing') return result
    return cause.code === 'disconnected' && !came ? 'notHeard' : 'refused'
  } finally {
    clearTimeout(impatience)
    agent.vault.lock()
  }
}

/** Say what an answer of the engine means; `undefined` for commands that nobody asked for. */
export function toResult(command: number | undefined, status: number | undefined): Answered | undefined {
  if (command !== makeCredential && command !== getAssertion) return undefined
  switch (status) {
    case ctapStatus.ok:
      return command === makeCredential ? 'made' : 'signedIn'
    case ctapStatus.no_credentials:
      return 'noPasskey'
    case ctapStatus.credential_excluded:
      return 'exists'
    case ctapStatus.operation_denied:
      return 'denied'
  }
  return 'nothing'
}
