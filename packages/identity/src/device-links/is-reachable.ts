import type { DeviceSurface } from '../devices/registered-device-store.ts'

/**
 * What is known of the device that a passkey was made on, by the certificate that vouched for it and by links that both
 * ends signed; nothing of it is anybody's word.
 */
export interface MadeOn {
  /** Where our authenticator runs on it. Absent: it is registered no more. */
  readonly surface?: DeviceSurface
  /**
   * Whether a guarded link leads to it from a browser whose device is switched on. It is looked up for phone apps alone,
   * and false of everything else.
   */
  readonly linked: boolean
}

/**
 * Tell whether anybody could ask for a passkey at all. One that the phone app keeps is asked for over a guarded link and
 * in no other way: without one it lets nobody in, as if it were not there, and counts as no way to sign in. It is kept
 * all the same, and counts again when a browser is linked.
 *
 * Of every other passkey this is true: whether its device is switched on, and whether the rules allow it, are questions
 * of their own.
 *
 * @param passkey as `CredentialStore.listOfPerson` and `findByRp`, or `LockOutStore.listHeld` give it: no question of
 *   the database is left. What `CredentialStore.find` gives knows nothing of devices.
 */
export function isReachable({ device }: { readonly device?: MadeOn }): boolean {
  return device?.surface !== 'phoneApp' || device.linked
}
