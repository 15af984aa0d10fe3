import { toUtf8 } from '@latchkey/encoding'
import type { SigningKey } from './signing-key-store.ts'

/** What private signing keys are sealed for. */
export const signingKeyPurpose = 'signing key'

/** Whose key it is: sealed bytes that are moved to another tenant or key do not open there. */
export function signingKeyBound({
  tenantId,
  keyId,
  algorithm,
}: Pick<SigningKey, 'tenantId' | 'keyId' | 'algorithm'>): Uint8Array {
  return toUtf8(JSON.stringify([tenantId, keyId, algorithm]))
}
