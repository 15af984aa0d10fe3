/** Every way to authenticate that strengths can name, in the order in which lists are written. */
export const authenticationModes = [
  'windowsHelloForBusiness',
  'fido2',
  'x509CertificateMultiFactor',
  'deviceBasedPush',
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'password',
  'microsoftAuthenticatorPush',
  'softwareOath',
  'hardwareOath',
  'x509CertificateSingleFactor',
  'sms',
  'voice',
  'email',
  'qrCodePin',
  'federatedMultiFactor',
  'federatedSingleFactor',
] as const

export type AuthenticationMode = (typeof authenticationModes)[number]

/** What a combination amounts to by itself. */
export type CombinationGrade = 'phishingResistant' | 'passwordless' | 'mfa' | 'single'

/** The combinations there are, in their usual spelling, and what each amounts to. */
export const combinationGrades: Readonly<Record<string, CombinationGrade>> = {
  windowsHelloForBusiness: 'phishingResistant',
  fido2: 'phishingResistant',
  x509CertificateMultiFactor: 'phishingResistant',
  deviceBasedPush: 'passwordless',
  temporaryAccessPassOneTime: 'mfa',
  temporaryAccessPassMultiUse: 'mfa',
  'password,microsoftAuthenticatorPush': 'mfa',
  'password,softwareOath': 'mfa',
  'password,hardwareOath': 'mfa',
  'password,x509CertificateSingleFactor': 'mfa',
  'password,x509CertificateMultiFactor': 'mfa',
  'password,sms': 'mfa',
  'password,voice': 'mfa',
  federatedMultiFactor: 'mfa',
  'microsoftAuthenticatorPush,federatedSingleFactor': 'mfa',
  'softwareOath,federatedSingleFactor': 'mfa',
  'hardwareOath,federatedSingleFactor': 'mfa',
  'sms,federatedSingleFactor': 'mfa',
  'voice,federatedSingleFactor': 'mfa',
  x509CertificateSingleFactor: 'single',
  federatedSingleFactor: 'single',
  password: 'single',
  sms: 'single',
  email: 'single',
  qrCodePin: 'single',
}

/** Every combination there is, in its usual spelling. */
export const combinationNames: readonly string[] = Object.keys(combinationGrades)

/** What a combination amounts to. @throws Error if there is no such combination */
export function gradeOf(combination: string): CombinationGrade {
  const grade = combinationGrades[combination]
  if (grade === undefined) throw new Error(`no combination is written ${combination}`)
  return grade
}

const bySet = new Map(combinationNames.map((name) => [toKey(name), name]))

/**
 * Find a combination by its modes, in whichever order and with whichever blanks they are written.
 *
 * @returns its usual spelling
 */
export function findCombination(written: string): string | undefined {
  return bySet.get(toKey(written))
}

function toKey(written: string): string {
  return written
    .split(',')
    .map((mode) => mode.trim())
    .sort()
    .join(',')
}
