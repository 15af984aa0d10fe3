import type { ProvenMethod, SessionOrigin } from '../proven-method.ts'
import type { AuthenticationMode } from './authentication-modes.ts'
import type { Strength, StrengthCombination } from './compile-strength.ts'
import { isPlatformModel } from './platform-models.ts'

/** Why a combination is not met. */
export type StrengthObstacle =
  /** Part of it was not used in this sign-in. */
  | 'not_proven'
  /** A passkey was used, and nobody was verified. */
  | 'user_not_verified'
  /** A passkey of a model that does not count was used. */
  | 'model_not_allowed'
  /** A passkey of a model that would count was used, but nothing proves that it is that model. */
  | 'model_not_proven'
  /** Something is known to be wrong with the model of the passkey that was used. */
  | 'model_distrusted'
  /** It was used behind a device code, which can be carried to a stranger. */
  | 'device_code'

/** Whether a strength is satisfied; if not, what keeps each of its combinations from it. */
export type StrengthVerdict =
  | { readonly allow: true; readonly token: string }
  | { readonly allow: false; readonly missing: readonly MissingCombination[] }

export interface MissingCombination {
  readonly token: string
  readonly because: StrengthObstacle
}

/**
 * Decide whether what was proven in this sign-in satisfies a strength.
 *
 * Only what was proven counts, never what is registered. Where models are named, an attestation must have proven the
 * model. Behind a device code a passkey proves multi-factor authentication and no more: it satisfies a strength only if
 * that strength takes something that can be phished as well.
 */
export function satisfiesStrength(
  proofs: readonly ProvenMethod[],
  strength: Strength,
  origin: SessionOrigin = 'browser',
): StrengthVerdict {
  const mayPass = origin === 'browser' || takesPhishable(strength)
  const missing: MissingCombination[] = []
  for (const combination of strength.combinations) {
    const obstacle = obstacleOf(combination, proofs, strength)
    if (obstacle === undefined && mayPass) return { allow: true, token: combination.token }
    missing.push({ token: combination.token, because: obstacle ?? 'device_code' })
  }
  return { allow: false, missing }
}

/** Whether a strength is satisfied by something that can be phished, too. */
function takesPhishable({ combinations }: Strength): boolean {
  return combinations.some(({ grade }) => grade === 'mfa' || grade === 'single')
}

function obstacleOf(
  { modes, passkeyModels }: StrengthCombination,
  proofs: readonly ProvenMethod[],
  { name }: Strength,
): StrengthObstacle | undefined {
  for (const mode of modes) {
    const verdicts = proofs.map((proof) =>
      obstacleOfMode(mode, proof, name === 'singleFactor', passkeyModels),
    )
    if (verdicts.includes(undefined)) continue
    return obstacleOrder.find((obstacle) => verdicts.includes(obstacle)) ?? 'not_proven'
  }
  return undefined
}

/** The nearest miss is what people are told. */
const obstacleOrder: readonly StrengthObstacle[] = [
  'model_distrusted',
  'model_not_proven',
  'model_not_allowed',
  'user_not_verified',
  'not_proven',
]

function obstacleOfMode(
  mode: AuthenticationMode,
  proof: ProvenMethod,
  oneFactorIsEnough: boolean,
  models: ReadonlySet<string> | undefined,
): StrengthObstacle | undefined {
  switch (mode) {
    case 'fido2':
      return obstacleOfPasskey(proof, oneFactorIsEnough, models && ((aaguid) => models.has(aaguid)))
    case 'windowsHelloForBusiness':
      return obstacleOfPasskey(proof, false, isPlatformModel)
    case 'password':
      return proof.method === 'password' ? undefined : 'not_proven'
    case 'softwareOath':
      return proof.method === 'totp' ? undefined : 'not_proven'
    case 'deviceBasedPush':
      return proof.method === 'passwordlessPush' ? undefined : 'not_proven'
    case 'microsoftAuthenticatorPush':
      return proof.method === 'push' ? undefined : 'not_proven'
    case 'temporaryAccessPassOneTime':
      return proof.method === 'temporaryAccessPass' && proof.once === true ? undefined : 'not_proven'
    case 'temporaryAccessPassMultiUse':
      return proof.method === 'temporaryAccessPass' && proof.once !== true ? undefined : 'not_proven'
    default:
      // Certificates, telephony, federation: nothing here proves them.
      return 'not_proven'
  }
}

function obstacleOfPasskey(
  { method, passkey }: ProvenMethod,
  oneFactorIsEnough: boolean,
  isModelAllowed: ((aaguid: string) => boolean) | undefined,
): StrengthObstacle | undefined {
  if (method !== 'passkey') return 'not_proven'
  if (!oneFactorIsEnough && passkey?.distrusted === true) return 'model_distrusted'
  if (!oneFactorIsEnough && passkey?.userVerified !== true) return 'user_not_verified'
  if (isModelAllowed === undefined) return undefined
  if (passkey?.aaguid === undefined || !isModelAllowed(passkey.aaguid)) return 'model_not_allowed'
  return passkey.attested ? undefined : 'model_not_proven'
}
