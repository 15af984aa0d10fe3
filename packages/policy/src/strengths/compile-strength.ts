import type { StrengthDocument } from '../documents/strength-document.ts'
import type { StrengthName } from '../strength.ts'
import {
  type AuthenticationMode,
  authenticationModes,
  type CombinationGrade,
  gradeOf,
} from './authentication-modes.ts'
import { singleFactorStrengthId, strengthIdOf } from './built-in-strengths.ts'

/** What a sign-in must amount to: any one of the combinations. */
export interface Strength {
  readonly id: string
  /** Set for the strengths that are built in. */
  readonly name?: StrengthName
  readonly displayName: string
  readonly policyType: 'builtIn' | 'custom'
  readonly combinations: readonly StrengthCombination[]
}

/** Modes that are enough together. */
export interface StrengthCombination {
  /** As strengths write it: `fido2`, `password,softwareOath`. */
  readonly token: string
  readonly modes: readonly AuthenticationMode[]
  readonly grade: CombinationGrade
  /** Only these models count, and only where an attestation has proven the model. */
  readonly passkeyModels?: ReadonlySet<string>
}

const namesById = new Map<string, StrengthName>([
  [strengthIdOf.multiFactor, 'multiFactor'],
  [strengthIdOf.passwordless, 'passwordless'],
  [strengthIdOf.phishingResistant, 'phishingResistant'],
])

/** Make of a document what sign-ins are held against. */
export function compileStrength(document: StrengthDocument): Strength {
  const { id, displayName, policyType, allowedCombinations, combinationConfigurations } = document
  const name = namesById.get(id)
  return {
    id,
    displayName,
    policyType,
    ...(name !== undefined && { name }),
    combinations: allowedCombinations.map((token) => {
      const narrowed = combinationConfigurations.find(({ appliesToCombinations }) =>
        appliesToCombinations.includes(token),
      )
      return {
        ...toCombination(token),
        ...(narrowed && { passkeyModels: new Set(narrowed.allowedAAGUIDs) }),
      }
    }),
  }
}

/**
 * The weakest strength there is: anything that can begin a sign-in. It stands for *signed in at all*, is in no document,
 * and a passkey that verified nobody is enough for it.
 */
export const singleFactorStrength: Strength = {
  id: singleFactorStrengthId,
  name: 'singleFactor',
  displayName: 'Single factor',
  policyType: 'builtIn',
  combinations: [
    'fido2',
    'deviceBasedPush',
    'temporaryAccessPassOneTime',
    'temporaryAccessPassMultiUse',
    'password',
  ].map(toCombination),
}

function toCombination(token: string): StrengthCombination {
  const words = token.split(',')
  return { token, modes: authenticationModes.filter((mode) => words.includes(mode)), grade: gradeOf(token) }
}
