import { toUtf8 } from '@latchkey/encoding'

/** What device CA keys are sealed for. */
export const deviceCaPurpose = 'device ca'

/** Whose key it is: sealed bytes that are moved to another tenant do not open there. */
export function deviceCaBound(tenantId: string): Uint8Array {
  return toUtf8(JSON.stringify([tenantId]))
}
