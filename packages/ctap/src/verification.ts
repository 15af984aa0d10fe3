import { ask, type Verification } from './ask.ts'
import type { Engine } from './engine.ts'
import { findBytes, findUint, getUint, type Parameters } from './parameters.ts'
import { CtapRefusal } from './status.ts'

/** How a platform shows that it acts for a verified user, read and not yet verified. */
export interface PlatformProof {
  readonly protocol: number
  readonly signature: Uint8Array
}

/**
 * Find the `pinUvAuthParam` of a command that makes or uses a credential.
 *
 * An empty one is how old platforms ask "is it you?" of several authenticators: the person touches one, and learns
 * there whether it has a PIN (CTAP 2.2 §6.1.2).
 *
 * @throws CtapRefusal `missing_parameter`, `invalid_parameter`; for an empty one `pin_invalid`, `pin_not_set`,
 *   `operation_denied`, `user_action_timeout`
 */
export async function findPlatformProof(
  engine: Engine,
  parameters: Parameters,
  keys: { readonly param: number; readonly protocol: number },
  signal: AbortSignal,
): Promise<PlatformProof | undefined> {
  const signature = findBytes(parameters, keys.param)
  const protocol = findUint(parameters, keys.protocol)
  if (signature === undefined) return undefined
  if (signature.length === 0) {
    await ask(engine, { purpose: 'select', signal })
    const { pin } = await engine.shelf.getVerificationState()
    throw new CtapRefusal(pin === undefined ? 'pin_not_set' : 'pin_invalid')
  }
  if (protocol === undefined) throw new CtapRefusal('missing_parameter')
  engine.pinUvAuth.protocol(protocol)
  return { protocol, signature }
}

/**
 * Get the `pinUvAuthParam` of a command that manages.
 *
 * @throws CtapRefusal `puat_required`, `missing_parameter`
 */
export function getPlatformProof(
  parameters: Parameters,
  keys: { readonly param: number; readonly protocol: number },
): PlatformProof {
  const signature = findBytes(parameters, keys.param)
  if (signature === undefined) throw new CtapRefusal('puat_required')
  return { protocol: getUint(parameters, keys.protocol), signature }
}

/** Whether anything at all verifies users here. */
export async function isProtected({ model, shelf }: Engine): Promise<boolean> {
  return model.userVerification === 'built_in' || (await shelf.getVerificationState()).pin !== undefined
}

/**
 * Establish that built-in verification went well.
 *
 * @throws CtapRefusal `puat_required` if the platform could go on with a PIN, else `operation_denied`
 */
export async function requireVerified({ shelf }: Engine, verification: Verification) {
  if (typeof verification !== 'string') return verification
  const { pin } = await shelf.getVerificationState()
  throw new CtapRefusal(pin === undefined ? 'operation_denied' : 'puat_required')
}
