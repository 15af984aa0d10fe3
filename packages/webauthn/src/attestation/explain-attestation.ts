import { type CborValue, toBase64url, toHex } from '@latchkey/encoding'
import {
  CertificateRefusal,
  DerRefusal,
  DerTag,
  type DistinguishedName,
  readCertificate,
  readDer,
  requireDer,
} from '@latchkey/encoding/x509'
import { readAuthenticatorData } from '../authenticator-data.ts'
import { sha256 } from '../ceremony.ts'
import { type ClientData, readClientData } from '../client-data.ts'
import { CeremonyRefusal, type CeremonyRefusalCode } from '../refusal.ts'
import { readCredentialKey, toVerifyingKey } from '../verifying-key.ts'
import { readAttestationObject } from './attestation-object.ts'
import type { AttestationFacts } from './statement.ts'
import { verifyStatement } from './verify-statement.ts'

/** A certificate of a trust path, as far as people look at one. */
export interface ExplainedCertificate {
  /** `CN=…, O=…` */
  readonly subject: string
  readonly issuer: string
  /** Hexadecimal. */
  readonly serialNumber: string
  /** SHA-256 over the certificate, hexadecimal. */
  readonly fingerprint: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly isAuthority: boolean
  /** The model it was issued for, if it names one. */
  readonly aaguid?: string
}

/** Everything an attestation object says, and what of it was verified. */
export interface AttestationExplanation {
  readonly format: string
  /** Lower-case UUID. */
  readonly aaguid: string
  /** base64url */
  readonly credentialId: string
  /** COSE number. */
  readonly algorithm: number
  /** Hexadecimal: SHA-256 of the RP ID it was made for. */
  readonly rpIdHash: string
  readonly userPresent: boolean
  readonly userVerified: boolean
  readonly backupEligible: boolean
  readonly backupState: boolean
  readonly signCount: number
  readonly clientData?: ClientData
  /** One of a path that does not parse is `undefined`. */
  readonly certificates: readonly (ExplainedCertificate | undefined)[]
  /** The facts of the statement if it was verified; if not, why. */
  readonly statement:
    | { readonly verified: true; readonly facts: AttestationFacts }
    | {
        readonly verified: false
        readonly because: CeremonyRefusalCode | 'client_data_missing'
        readonly detail?: string
        /** What it claims. Nothing may rest on it. */
        readonly claimed: AttestationFacts
      }
}

/**
 * Explain an attestation object: read all of it, and verify its statement if what it signed is there.
 *
 * It establishes nothing about a ceremony: challenge, origin and RP ID are shown and not compared.
 *
 * @throws CeremonyRefusal if it does not parse
 */
export function explainAttestation(
  attestationObject: Uint8Array,
  clientDataJSON?: Uint8Array,
): AttestationExplanation {
  const { format, statement, authenticatorData } = readAttestationObject(attestationObject)
  const data = readAuthenticatorData(authenticatorData)
  const { attestedCredential: credential } = data
  if (credential === undefined) throw new CeremonyRefusal('attested_credential_missing')
  const coseKey = readCredentialKey(credential.publicKey)
  const x5c = certificatesOf(statement)
  const claimed: AttestationFacts = {
    format,
    type: x5c.length > 0 ? 'basic' : 'none',
    trustPath: x5c,
    aaguidSigned: x5c.length > 0 && format !== 'fido-u2f',
  }

  const judge = (): AttestationExplanation['statement'] => {
    if (clientDataJSON === undefined) return { verified: false, because: 'client_data_missing', claimed }
    try {
      const facts = verifyStatement(format, statement, {
        authenticatorData,
        clientDataHash: sha256(clientDataJSON),
        credential,
        coseKey,
        key: toVerifyingKey(coseKey),
      })
      return { verified: true, facts }
    } catch (cause) {
      if (!(cause instanceof CeremonyRefusal)) throw cause
      const { code: because, detail } = cause
      return { verified: false, because, claimed, ...(detail !== undefined && { detail }) }
    }
  }

  return {
    format,
    aaguid: credential.aaguid,
    credentialId: toBase64url(credential.credentialId),
    algorithm: coseKey.algorithm,
    rpIdHash: toHex(data.rpIdHash),
    userPresent: data.userPresent,
    userVerified: data.userVerified,
    backupEligible: data.backupEligible,
    backupState: data.backupState,
    signCount: data.signCount,
    ...(clientDataJSON !== undefined && { clientData: readClientData(clientDataJSON) }),
    certificates: x5c.map(explainCertificate),
    statement: judge(),
  }
}

/** The certificates that are sent; of a compound statement those of its parts, one after the other. */
function certificatesOf(statement: CborValue): Uint8Array[] {
  if (Array.isArray(statement)) {
    return statement.flatMap((part: CborValue) => {
      const inner = part instanceof Map ? part.get('attStmt') : undefined
      return inner instanceof Map ? certificatesOf(inner) : []
    })
  }
  const x5c = statement instanceof Map ? statement.get('x5c') : undefined
  return Array.isArray(x5c) ? x5c.filter((each) => each instanceof Uint8Array) : []
}

const aaguidExtension = '1.3.6.1.4.1.45724.1.1.4'

/** Describe a certificate for people. @returns `undefined` if it does not parse */
export function explainCertificate(der: Uint8Array): ExplainedCertificate | undefined {
  try {
    const certificate = readCertificate(der)
    const aaguid = readAaguid(certificate.extensions.get(aaguidExtension)?.value)
    return {
      subject: nameToText(certificate.subject),
      issuer: nameToText(certificate.issuer),
      serialNumber: toHex(certificate.serialNumber),
      fingerprint: toHex(sha256(der)),
      notBefore: certificate.notBefore,
      notAfter: certificate.notAfter,
      isAuthority: certificate.basicConstraints?.ca === true,
      ...(aaguid !== undefined && { aaguid }),
    }
  } catch (cause) {
    if (cause instanceof CertificateRefusal) return undefined
    throw cause
  }
}

function readAaguid(value: Uint8Array | undefined): string | undefined {
  if (value === undefined) return undefined
  try {
    const hex = toHex(requireDer(readDer(value), DerTag.octetString).content)
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  } catch (cause) {
    if (cause instanceof DerRefusal) return undefined
    throw cause
  }
}

const letters = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.6', 'C'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
])

function nameToText({ attributes }: DistinguishedName): string {
  return attributes.map(({ type, value }) => `${letters.get(type) ?? type}=${value}`).join(', ')
}
