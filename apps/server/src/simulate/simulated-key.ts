import { type ClientPlatform, clientPlatform, memoryShelf, powerUp, webCryptography } from '@latchkey/ctap'
import type { Keeper } from './fleet.ts'

const cryptography = webCryptography(globalThis.crypto.subtle)

/** The keeper of passkeys on somebody's device: our own engine, as a model of the fleet. It says yes to everything. */
export function simulatedKey(keeper: Keeper, now: () => Date): ClientPlatform {
  const isKey = keeper.aaguid.startsWith('2fc0579f')
  const authenticator = powerUp(
    {
      cryptography,
      shelf: memoryShelf(),
      person: { confirm: async () => ({ outcome: 'confirmed', userVerified: true }) },
      now,
      random: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)),
    },
    {
      aaguid: Uint8Array.from(Buffer.from(keeper.aaguid.replaceAll('-', ''), 'hex')),
      attachment: isKey ? 'cross-platform' : 'platform',
      transports: isKey ? ['usb'] : ['internal', 'hybrid'],
      userVerification: 'built_in',
      attestation: 'none',
      backup: keeper.backup,
    },
  )
  return clientPlatform(authenticator, cryptography)
}
