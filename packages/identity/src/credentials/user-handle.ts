import { concatBytes } from '@latchkey/encoding'
import type { Deps } from '../deps.ts'
import { fromUuid } from '../ids/uuid.ts'

/**
 * Make a user handle, so that a passkey found without a name says to which tenant and person it belongs.
 *
 *     version 1 | tenant 16 | random 32
 *
 * It holds nothing about the person, as WebAuthn asks.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-user-handle-privacy
 */
export function newUserHandle(deps: Pick<Deps, 'random'>, tenantId: string): Uint8Array {
  return concatBytes(Uint8Array.of(1), fromUuid(tenantId), deps.random(32))
}
