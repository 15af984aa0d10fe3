import { type HybridCryptography, toTunnelDomain } from '@latchkey/ctap/hybrid'
import type { KeptAccount } from '@latchkey/keeper'
import type { TunnelChoice } from '../agent.ts'

/** The tunnel service that browsers are told of, and where we reach it. */
export interface Tunnel {
  /** 256 to 65535. */
  readonly domain: number
  readonly url: URL
}

/** Nobody said which tunnel service is the organisation's. */
export class NoTunnel extends Error {
  override readonly name = 'NoTunnel'
}

/**
 * Find the tunnel service to use: the one this device was told, or the one an account's server names. Those that belong
 * to the makers of telephones are never used: we have no leave to.
 *
 * @throws NoTunnel
 */
export async function findTunnel(
  cryptography: Pick<HybridCryptography, 'sha256'>,
  choice: TunnelChoice,
  accounts: readonly KeptAccount[],
): Promise<Tunnel> {
  const told = accounts.map(({ account }) => account.tunnelDomain)
  const domain = choice.domain ?? told.find((id) => id !== undefined && id >= 256)
  if (domain === undefined) throw new NoTunnel()
  return { domain, url: choice.url ?? new URL(`wss://${await toTunnelDomain(cryptography, domain)}`) }
}
