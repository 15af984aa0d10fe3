import type { RegisteredDevice } from '@latchkey/api/authenticator'
import { hybridCryptography } from '@latchkey/ctap/hybrid'
import type { PinStretching } from '@latchkey/keeper'
import type { Agent } from '../agent.ts'
import { findTunnel, NoTunnel } from '../tunnel/find-tunnel.ts'

/** Say what is ready and what is not. @returns whether QR codes can be answered */
export async function status(agent: Agent): Promise<boolean> {
  const { accounts, terminal, words, device } = agent
  const { status: said, facts } = words.agent
  const kept = await accounts.store.read()
  const hasRadio = await agent.radio.isThere()
  const tunnel = await findTunnel(hybridCryptography(accounts.subtle), agent.tunnel, kept.accounts).catch(
    (cause) => {
      if (cause instanceof NoTunnel) return undefined
      throw cause
    },
  )
  terminal.show({
    heading: device.name,
    facts: [
      [facts.version, accounts.appVersion],
      [facts.folder, agent.folder],
      [facts.evidence, agent.keysIn === 'tpm' ? said.tpm : said.disk],
      ...(kept.lock?.pin === undefined
        ? []
        : [[facts.pin, await sayStretching(agent, kept.lock.pin)] as const]),
      [facts.bluetooth, hasRadio ? said.ready : said.notReady],
      [facts.notices, (await agent.notices.isThere()) ? said.ready : said.notReady],
      [facts.tunnel, tunnel === undefined ? said.notSet : `${tunnel.url.host} (${tunnel.domain})`],
    ],
  })
  for (const { account, device: registered, deviceKey } of kept.accounts) {
    terminal.show({
      heading: account.userName,
      facts: [
        [facts.organisation, account.organisation],
        [facts.device, registered.name],
        [facts.certificate, deviceKey === undefined ? said.revoked : toState(agent, registered)],
        [facts.evidence, registered.evidence === 'tpm' ? said.tpm : said.disk],
      ],
    })
    if (registered.tooOld) terminal.say(said.tooOld({ version: registered.leastAppVersion ?? '?' }))
  }
  return hasRadio && tunnel !== undefined
}

/** Say how the PIN is stretched, and what a guess costs who has this machine. */
async function sayStretching({ argon2id, words }: Agent, stretching: PinStretching): Promise<string> {
  const { status: said } = words.agent
  if (!('argon2id' in stretching)) return said.stretchedLater({ how: `PBKDF2 × ${stretching.iterations}` })
  const { memory, passes } = stretching.argon2id
  const begunAt = performance.now()
  await argon2id.stretch(new Uint8Array(6), new Uint8Array(16), stretching.argon2id)
  const milliseconds = String(Math.round(performance.now() - begunAt))
  return said.stretched({ how: `argon2id, ${memory / 1024} MiB × ${passes}`, milliseconds })
}

function toState({ accounts, words }: Agent, { state, expiresAt }: RegisteredDevice): string {
  const { status: said } = words.agent
  const until = new Date(expiresAt)
  if (state === 'revoked') return said.revoked
  if (state === 'expired' || until <= accounts.now()) return said.expired
  return said.active({ until: until.toLocaleDateString(words.language) })
}
