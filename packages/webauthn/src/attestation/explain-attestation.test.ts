import { describe, expect, test } from 'vitest'
import { CeremonyRefusal, explainAttestation } from '../index.ts'
import { attestedRegistration } from './attested-registration.fixture.ts'
import { makeRoot } from './certificates.fixture.ts'

const aaguid = '01020304-0506-0708-090a-0b0c0d0e0f10'
const { attestationObject, clientDataJSON } = attestedRegistration(aaguid, makeRoot())

describe('explaining an attestation', () => {
  test('says everything, and verifies the statement', () => {
    const explained = explainAttestation(attestationObject, clientDataJSON)

    expect(explained).toMatchObject({
      format: 'packed',
      aaguid,
      algorithm: -7,
      userVerified: true,
      backupEligible: true,
      clientData: { type: 'webauthn.create', origin: 'https://login.example.org' },
      statement: { verified: true, facts: { type: 'basic', aaguidSigned: true } },
      certificates: [
        {
          subject: 'C=SE, O=Example Keys AB, OU=Authenticator Attestation, CN=Example Key 5',
          issuer: 'C=SE, O=Example Keys AB, CN=Example Root',
          isAuthority: false,
          aaguid,
        },
      ],
    })
  })

  test('shows the certificates and verifies nothing where what was signed is not there', () => {
    const { statement, certificates } = explainAttestation(attestationObject)

    expect(statement).toMatchObject({ verified: false, because: 'client_data_missing' })
    expect(certificates).toHaveLength(1)
  })

  test('names what is wrong with a statement that was made for something else', () => {
    const other = attestedRegistration('ffffffff-0506-0708-090a-0b0c0d0e0f10', makeRoot())
    const longer = new TextEncoder().encode(`${new TextDecoder().decode(clientDataJSON)} `)

    expect(explainAttestation(other.attestationObject, longer).statement).toMatchObject({
      verified: false,
      because: 'attestation_signature_invalid',
    })
  })

  test('refuses what does not parse', () => {
    expect(() => explainAttestation(attestationObject.subarray(1))).toThrow(CeremonyRefusal)
  })
})
