import type { KnownDevice } from './registered-device-store.ts'

/** What a registered device may still do. */
export type DeviceState =
  /** It makes passkeys, and those it made sign in. */
  | 'active'
  /** Its certificate is over: it makes no new passkey until it is registered again. Those it made sign in. */
  | 'expired'
  /** It was switched off: nothing of it counts until it is switched on again. */
  | 'revoked'

const day = 86_400_000

/** How long before its end a certificate is renewed. */
const renewalDays = 30

/** Say how a registered device stands. One that was removed is not there at all. */
export function stateOfDevice({ entry, expiresAt }: KnownDevice, now: Date): DeviceState {
  if (!entry.enabled) return 'revoked'
  return expiresAt > now ? 'active' : 'expired'
}

/** From when on a device asks for a new certificate. */
export function renewsAt({ expiresAt }: Pick<KnownDevice, 'expiresAt'>): Date {
  return new Date(expiresAt.getTime() - renewalDays * day)
}
