import type { DeviceKeys } from '@latchkey/keeper'
import { isTpmKey } from './tpm-device-keys.ts'

/**
 * Make new keys in the TPM where there is one, and go on using those that were made elsewhere before.
 *
 * @param tpm absent where there is none
 */
export function chooseDeviceKeys(tpm: DeviceKeys | undefined, software: DeviceKeys): DeviceKeys {
  if (tpm === undefined) return software
  return {
    make: tpm.make,
    open: (kept) => (isTpmKey(kept) ? tpm : software).open(kept),
    async vouch(kept, csr) {
      return isTpmKey(kept) ? await tpm.vouch?.(kept, csr) : undefined
    },
  }
}
