import type { StrengthDocument } from '../documents/strength-document.ts'
import type { StrengthName } from '../strength.ts'
import { type CombinationGrade, combinationGrades, combinationNames } from './authentication-modes.ts'

export const multiFactorStrengthId = '00000000-0000-0000-0000-000000000002'
const passwordlessStrengthId = '00000000-0000-0000-0000-000000000003'
export const phishingResistantStrengthId = '00000000-0000-0000-0000-000000000004'

/** The id of our own weakest strength. It is never in a document, and no rule can name it. */
export const singleFactorStrengthId = '00000000-0000-0000-0000-000000000001'

/** The ids of the strengths that have a name. */
export const strengthIdOf: Readonly<Record<StrengthName, string>> = {
  singleFactor: singleFactorStrengthId,
  multiFactor: multiFactorStrengthId,
  passwordless: passwordlessStrengthId,
  phishingResistant: phishingResistantStrengthId,
}

/** The strengths that every organisation has, as the API gives them; nobody can change them. */
export const builtInStrengthDocuments: readonly StrengthDocument[] = [
  builtIn(
    multiFactorStrengthId,
    'Multifactor authentication',
    'Combinations of methods that satisfy strong authentication, such as a password + SMS',
    ['phishingResistant', 'passwordless', 'mfa'],
  ),
  builtIn(
    passwordlessStrengthId,
    'Passwordless MFA',
    'Passwordless methods that satisfy strong authentication, such as Passwordless sign-in with the Microsoft Authenticator',
    ['phishingResistant', 'passwordless'],
  ),
  builtIn(
    phishingResistantStrengthId,
    'Phishing resistant MFA',
    'Phishing resistant, Passwordless methods for the strongest authentication, such as a FIDO2 security key',
    ['phishingResistant'],
  ),
]

function builtIn(
  id: string,
  displayName: string,
  description: string,
  grades: readonly CombinationGrade[],
): StrengthDocument {
  return {
    id,
    createdDateTime: '2021-12-01T00:00:00Z',
    modifiedDateTime: '2021-12-01T00:00:00Z',
    displayName,
    description,
    policyType: 'builtIn',
    requirementsSatisfied: 'mfa',
    allowedCombinations: combinationNames.filter((name) =>
      grades.some((grade) => grade === combinationGrades[name]),
    ),
    combinationConfigurations: [],
  }
}
