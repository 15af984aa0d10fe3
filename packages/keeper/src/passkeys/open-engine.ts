import { surfaceAaguids } from '@latchkey/api/authenticator'
import {
  type AttestationIdentity,
  type Authenticator,
  type CredentialShelf,
  powerUp,
  type Transport,
} from '@latchkey/ctap'
import { fromBase64url, fromHex, toBase64url } from '@latchkey/encoding'
import type { AccountDeps } from '../accounts/account-book.ts'
import { type KeeperCryptography, toAttestationKey } from '../keys/keeper-cryptography.ts'
import type { Vault } from '../lock/vault.ts'
import { type Screen, verifyingPerson } from '../lock/verifying-person.ts'
import type { KeptAccount } from '../storage/kept.ts'

/** What an engine is opened with. */
export interface EngineDeps extends Pick<AccountDeps, 'store' | 'deviceKeys' | 'surface' | 'now' | 'random'> {
  readonly vault: Vault
  readonly cryptography: KeeperCryptography
  readonly shelf: CredentialShelf
  /** Where the person of this ceremony is asked. */
  readonly screen: Screen
}

/** How platforms reach each surface. */
const reached: Readonly<Record<AccountDeps['surface'], readonly Transport[]>> = {
  extension: ['internal'],
  phoneApp: ['internal'],
  agent: ['hybrid', 'internal'],
}

/**
 * Switch on the engine of a surface: its AAGUID, its shelf, its person. New passkeys of an account whose device is
 * registered here carry `packed` attestation by the device's certificate, for that RP ID and that user handle alone, for
 * a certificate tells devices apart; all others carry none. Identities are those of this moment: open one engine per
 * ceremony, or another after accounts have changed.
 *
 * Keys of devices that cannot be opened now (`locked`) vouch once they can be.
 */
export async function openEngine(deps: EngineDeps): Promise<Authenticator> {
  const { surface, store, screen, vault, cryptography, shelf, now, random } = deps
  const { accounts } = await store.read()
  const identities = new Map(
    accounts.flatMap((kept) => {
      const identity = findIdentity(deps, kept)
      const { rpId, userHandle } = kept.account
      return identity === undefined ? [] : [[toPlace(rpId, userHandle), identity] as const]
    }),
  )
  return powerUp(
    { cryptography, shelf, person: verifyingPerson(vault, screen), now, random },
    {
      aaguid: fromHex(surfaceAaguids[surface].replaceAll('-', '')),
      attachment: surface === 'agent' ? 'cross-platform' : 'platform',
      transports: reached[surface],
      userVerification: 'built_in',
      attestation: 'none',
      findDeviceIdentity: ({ rpId, userHandle }) => identities.get(toPlace(rpId, toBase64url(userHandle))),
    },
  )
}

const toPlace = (rpId: string, userHandle: string) => JSON.stringify([rpId, userHandle])

/** The key is opened when it signs: by then the person has unlocked the vault. */
function findIdentity({ deviceKeys, now }: EngineDeps, kept: KeptAccount): AttestationIdentity | undefined {
  const { deviceKey, device, x5c } = kept
  const [certificate] = x5c
  if (deviceKey === undefined || certificate === undefined || device.state !== 'active') return undefined
  if (now() >= new Date(device.expiresAt)) return undefined
  const key = {
    sign: async (data: Uint8Array) => await (await deviceKeys.open(deviceKey)).sign(data),
  }
  // The root is the server's own: a chain ends before it.
  return { key: toAttestationKey(key), certificates: [fromBase64url(certificate)] }
}
