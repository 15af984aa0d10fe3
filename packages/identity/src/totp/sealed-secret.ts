import { toUtf8 } from '@latchkey/encoding'
import type { Deps } from '../deps.ts'
import { openSealed } from '../keys/open-sealed.ts'
import type { TotpRecord } from './totp-store.ts'

/** Whose secret it is: a sealed secret that is moved to another record does not open there. */
export function totpBound({ tenantId, userId, totpId }: Omit<TotpKey, 'sealedSecret'>): Uint8Array {
  return toUtf8(JSON.stringify([tenantId, userId, totpId]))
}

type TotpKey = Pick<TotpRecord, 'tenantId' | 'userId' | 'totpId' | 'sealedSecret'>

/** What TOTP secrets are sealed for. */
export const totpPurpose = 'totp'

/** Open a record's secret. @throws IdentityRefusal `sealed_unreadable` */
export function openTotpSecret(
  deps: Pick<Deps, 'stores' | 'keyring' | 'now'>,
  totp: TotpKey,
): Promise<Uint8Array> {
  return openSealed(deps, totpPurpose, totp.sealedSecret, totpBound(totp))
}
