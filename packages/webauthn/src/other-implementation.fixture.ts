/** Another implementation, asked the same questions. Only tests import this. */
import { toBase64url, toCoseKey } from '@latchkey/encoding'
import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  SettingsService,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type authentication, credentialKey, type registration } from './honest-ceremony.fixture.ts'
import {
  CeremonyRefusal,
  readAuthenticationResponse,
  readRegistrationResponse,
  verifyAuthentication,
  verifyRegistration,
} from './index.ts'
import { attestationRoot, origin, rpId, topOrigin, type Vector, vectorAlgorithms } from './vectors.fixture.ts'

type Registration = ReturnType<typeof registration>
type Authentication = ReturnType<typeof authentication>

/** Signatures differ each time they are made, so one answer is made and put to both. */
export const weRegister = ({ json, expected }: Registration) =>
  verdict(() => verifyRegistration(readRegistrationResponse(json), expected))
export const weAuthenticate = ({ json, expected }: Authentication) =>
  verdict(() => verifyAuthentication(readAuthenticationResponse(json), expected))

export async function theyRegister({ json, expected }: Registration): Promise<boolean> {
  return accepts(() =>
    verifyRegistrationResponse({
      response: toTheirs<RegistrationResponseJSON>(json),
      expectedChallenge: toBase64url(expected.challenge),
      expectedOrigin: [...expected.origins],
      expectedRPID: expected.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...expected.algorithms],
    }),
  )
}

export async function theyAuthenticate(
  { json, expected }: Authentication,
  key = credentialKey,
): Promise<boolean> {
  return accepts(() =>
    verifyAuthenticationResponse({
      response: toTheirs<AuthenticationResponseJSON>(json),
      expectedChallenge: toBase64url(expected.challenge),
      expectedOrigin: [...expected.origins],
      expectedRPID: expected.rpId,
      requireUserVerification: true,
      credential: {
        id: toBase64url(expected.credential.id),
        publicKey: Uint8Array.from(toCoseKey(key.cose)),
        counter: expected.credential.signCount,
      },
    }),
  )
}

async function accepts(verify: () => Promise<{ verified: boolean }>): Promise<boolean> {
  try {
    return (await verify()).verified
  } catch {
    return false
  }
}

/** They type what a browser promises; the answers here break those promises on purpose. */
function toTheirs<T>(json: unknown): T {
  return JSON.parse(JSON.stringify(json))
}

/** `accepted`, or the name of our refusal. */
function verdict(verify: () => unknown): string {
  try {
    verify()
    return 'accepted'
  } catch (error) {
    if (error instanceof CeremonyRefusal) return error.code
    throw error
  }
}

export function setTheirRoots(): void {
  const base64 = Buffer.from(attestationRoot).toString('base64')
  const root = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`
  for (const identifier of ['android-key', 'apple', 'fido-u2f', 'tpm', 'packed'] as const) {
    SettingsService.setRootCertificates({ identifier, certificates: [root] })
  }
}

export async function theyAcceptVector({ registration, authentication }: Vector): Promise<boolean> {
  const common = { expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: false }
  return accepts(async () => {
    const { registrationInfo } = await verifyRegistrationResponse({
      ...common,
      response: toTheirs<RegistrationResponseJSON>(registration.json),
      expectedChallenge: toBase64url(registration.challenge),
      supportedAlgorithmIDs: vectorAlgorithms,
    })
    if (registrationInfo === undefined) return { verified: false }
    return verifyAuthenticationResponse({
      ...common,
      response: toTheirs<AuthenticationResponseJSON>(authentication.json),
      expectedChallenge: toBase64url(authentication.challenge),
      expectedTopOrigin: topOrigin,
      credential: registrationInfo.credential,
    })
  })
}
