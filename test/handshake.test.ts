import type { AuthenticationResponseJson, AuthenticatorModel, RegistrationResponseJson } from '@latchkey/ctap'
import { exampleAaguid, honestAuthenticator, makeAttestationAuthority } from '@latchkey/ctap/fixture'
import { fromBase64url, toBase64url } from '@latchkey/encoding'
import {
  authenticationOptions,
  importPublicKey,
  type RegistrationFacts,
  readAuthenticationResponse,
  readRegistrationResponse,
  registrationOptions,
  verifyAuthentication,
  verifyRegistration,
  verifyTrust,
} from '@latchkey/webauthn'
import { describe, expect, test } from 'vitest'

const rpId = 'login.example.org'
const page = { origin: 'https://login.example.org' }
const userHandle = new Uint8Array(49).fill(0x5a)
const challenge = new Uint8Array(32).fill(0xc1)
const algorithms = [-7, -8, -257]
const ceremony = { challenge, rpId, timeoutSeconds: 300, userVerification: 'required' } as const
const expected = { challenge, rpId, origins: [page.origin], userVerification: 'required' } as const
const at = new Date('2026-07-30T12:00:00Z')
const uuid = '01020304-0506-0708-090a-0b0c0d0e0f10'

const creation = registrationOptions({
  ...ceremony,
  rpName: 'Example',
  user: { handle: userHandle, name: 'ada@example.org', displayName: 'Ada' },
  algorithms,
  residentKey: 'required',
  attestation: 'direct',
  excludeCredentials: [],
})
const request = authenticationOptions({ ...ceremony, allowCredentials: [] })

const verifyNew = (json: RegistrationResponseJson) =>
  verifyRegistration(readRegistrationResponse(json), { ...expected, algorithms })

function verifyKnown(json: AuthenticationResponseJson, facts: RegistrationFacts, signCount: number) {
  return verifyAuthentication(readAuthenticationResponse(json), {
    ...expected,
    userHandle: 'required',
    credential: {
      id: facts.credentialId,
      publicKey: importPublicKey(facts.publicKey),
      signCount,
      backupEligible: facts.backupEligible,
      userHandle,
    },
  })
}

async function register(model: Partial<AuthenticatorModel> = {}, alg = -7) {
  const world = honestAuthenticator(model)
  const pubKeyCredParams = [{ type: 'public-key', alg }]
  const json = await world.client.create({ ...creation, pubKeyCredParams }, page)
  return { ...world, json, facts: verifyNew(json) }
}

describe('our authenticator and our relying party', () => {
  test.each(algorithms)('agree on credentials of algorithm %i', async (algorithm) => {
    const { client, facts } = await register({}, algorithm)

    const first = verifyKnown(await client.get(request, page), facts, facts.signCount)
    const second = verifyKnown(await client.get(request, page), facts, first.signCount.received)

    expect(facts).toMatchObject({
      algorithm,
      aaguid: uuid,
      userVerified: true,
      backupEligible: false,
      backupState: false,
    })
    expect([facts.signCount, first.signCount.received, second.signCount.received]).toEqual([0, 1, 2])
  })

  test('agree that a credential is backed up', async () => {
    const { client, facts } = await register({ backup: 'backed_up' })

    expect(facts).toMatchObject({ backupEligible: true, backupState: true })
    expect(verifyKnown(await client.get(request, page), facts, 0)).toMatchObject({ backupState: true })
  })

  test('agree on who vouches: a root, a stranger’s root, the credential itself, nobody', async () => {
    const [ours, stranger] = await Promise.all([makeAttestationAuthority(), makeAttestationAuthority()])
    const trust = async (model: Partial<AuthenticatorModel>) => {
      const { facts } = await register(model)
      return verifyTrust(facts.attestation, { anchors: [ours.root], at })
    }

    expect(await trust({ attestation: await ours.issue({ aaguid: exampleAaguid }) })).toMatchObject({
      trusted: true,
    })
    expect(await trust({ attestation: await stranger.issue({ aaguid: exampleAaguid }) })).toMatchObject({
      trusted: false,
    })
    expect(await trust({ attestation: 'self' })).toMatchObject({ trusted: false, because: 'no_trust_path' })
    expect(await trust({})).toMatchObject({ trusted: false, because: 'no_trust_path' })
  })

  test('agree that a certificate of one model does not vouch for another', async () => {
    const authority = await makeAttestationAuthority()
    const attestation = await authority.issue({ aaguid: new Uint8Array(16) })

    await expect(register({ attestation })).rejects.toThrow('attestation_aaguid_mismatch')
  })

  test('agree that a certificate ends', async () => {
    const authority = await makeAttestationAuthority()
    const attestation = await authority.issue({
      aaguid: exampleAaguid,
      notAfter: new Date('2026-01-01T00:00:00Z'),
    })
    const { facts } = await register({ attestation })

    expect(verifyTrust(facts.attestation, { anchors: [authority.root], at })).toEqual({
      trusted: false,
      because: 'outside_validity',
    })
  })

  test('agree on nothing that was changed on the way', async () => {
    const { client, facts } = await register()
    const honest = await client.get(request, page)
    const damage = (encoded: string, offset: number) => {
      const bytes = fromBase64url(encoded)
      bytes[offset] = (bytes[offset] ?? 0) ^ 0x04
      return toBase64url(bytes)
    }
    const { authenticatorData } = honest.response
    const clientDataJSON = toBase64url(
      new TextEncoder().encode(
        new TextDecoder().decode(fromBase64url(honest.response.clientDataJSON)).replace('false', ' false'),
      ),
    )
    const changes = [{ authenticatorData: damage(authenticatorData, 36) }, { clientDataJSON }]

    for (const change of changes) {
      const response = { ...honest.response, ...change }
      expect(() => verifyKnown({ ...honest, response }, facts, 0)).toThrow('signature_invalid')
    }
  })

  test('agree that another page is another page', async () => {
    const { client, facts } = await register()
    const json = await client.get(request, { origin: 'https://evil.login.example.org' })

    expect(() => verifyKnown(json, facts, 0)).toThrow('origin_mismatch')
  })

  test('agree that nobody was verified', async () => {
    const { client, facts } = await register()
    const json = await client.get({ ...request, userVerification: 'discouraged' }, page)

    expect(() => verifyKnown(json, facts, 0)).toThrow('user_not_verified')
  })
})
