// Follows §3.1.8 and §3.2 of the FIDO Metadata Service 3.0 (2021-05-18).
import { createPublicKey, type KeyObject } from 'node:crypto'
import {
  type Certificate,
  CertificateRefusal,
  type DerElement,
  DerRefusal,
  DerTag,
  readCertificate,
  readDer,
  readDerChildren,
  requireDer,
} from '@latchkey/encoding/x509'
import { verifyPath } from '../verify-trust.ts'
import { isJwsSignature, isKnownJwsAlgorithm } from './jws-algorithm.ts'
import type { MetadataModel } from './metadata-model.ts'
import { MetadataRefusal } from './metadata-refusal.ts'
import { type CompactJws, readCompactJws, readJsonObject } from './read-compact-jws.ts'
import { isDate, readModel } from './read-model.ts'

/** What a BLOB is held against. */
export interface ExpectedBlob {
  /** Roots in DER that the operator trusts to say who the metadata service is. None are built in. */
  readonly roots: readonly Uint8Array[]
  /** The time the certificates must be valid at. */
  readonly at: Date
  /** The number of the BLOB that is held already. */
  readonly lastNumber?: number
}

/** A verified BLOB. */
export interface MetadataBlob {
  /** It only grows. */
  readonly number: number
  /** When the publisher promised the next one. Past it, this one is stale; it is still the best there is. */
  readonly nextUpdate: Date
  readonly models: readonly MetadataModel[]
  /** Entries that are not as the specification says, and vouch for nothing. */
  readonly unreadable: readonly { readonly aaguid?: string; readonly because: string }[]
}

/** Whom the service signs as. */
const signerName = 'mds.fidoalliance.org'

/** About four times what the BLOB has grown to. */
const longestBlob = 40 * 1024 * 1024
const mostEntries = 20_000

/**
 * Verify a BLOB of the FIDO Metadata Service: its signature, that its signer's certificates lead to a given root *and*
 * name the service, and that it is not older than the one held already. Certificates are not asked about on the network.
 *
 * @throws MetadataRefusal
 * @see https://fidoalliance.org/specs/mds/fido-metadata-service-v3.0-ps-20210518.html
 */
export function verifyMetadataBlob(text: string, expected: ExpectedBlob): MetadataBlob {
  if (text.length > longestBlob) throw new MetadataRefusal('metadata_too_large')
  const jws = readCompactJws(text)
  if (!isKnownJwsAlgorithm(jws.algorithm)) throw new MetadataRefusal('metadata_algorithm_not_allowed')
  const signer = verifySigner(jws, expected)
  if (!isJwsSignature(jws.algorithm, publicKeyOf(signer), jws.signed, jws.signature)) {
    throw new MetadataRefusal('metadata_signature_invalid')
  }

  const blob = readPayload(jws.payload)
  if (expected.lastNumber !== undefined && blob.number < expected.lastNumber) {
    throw new MetadataRefusal('metadata_number_older')
  }
  return blob
}

function verifySigner({ certificates }: CompactJws, { roots, at }: ExpectedBlob): Certificate {
  const signer = readSigner(certificates)
  const verdict = verifyPath(certificates, { anchors: roots, at })
  if (!verdict.trusted) {
    const { because } = verdict
    if (because === 'certificate_malformed') throw new MetadataRefusal('metadata_certificate_malformed')
    if (because === 'outside_validity') throw new MetadataRefusal('metadata_certificate_expired')
    throw new MetadataRefusal('metadata_chain_untrusted', { detail: because })
  }
  // A public root vouches for everybody who has a website: only the name says that it is the service.
  if (!namesOf(signer).includes(signerName)) throw new MetadataRefusal('metadata_signer_unexpected')
  return signer
}

function readSigner([first]: readonly Uint8Array[]): Certificate {
  if (first === undefined) throw new MetadataRefusal('metadata_malformed', { detail: 'x5c' })
  try {
    return readCertificate(first)
  } catch (cause) {
    if (!(cause instanceof CertificateRefusal)) throw cause
    throw new MetadataRefusal('metadata_certificate_malformed', { cause })
  }
}

function publicKeyOf({ publicKey }: Certificate): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  } catch (cause) {
    throw new MetadataRefusal('metadata_certificate_malformed', { detail: 'public key', cause })
  }
}

const subjectAltName = '2.5.29.17'
const commonName = '2.5.4.3'

/** The DNS names; the common name only where there are none (RFC 6125 §6.4.4). No wildcard stands for the service. */
function namesOf({ extensions, subject }: Certificate): string[] {
  const extension = extensions.get(subjectAltName)
  const dnsNames = extension === undefined ? [] : readDnsNames(extension.value)
  const names =
    dnsNames.length > 0
      ? dnsNames
      : subject.attributes.filter(({ type }) => type === commonName).map(({ value }) => value)
  return names.map((name) => name.toLowerCase())
}

/** `dNSName` is choice 2 of GeneralName (RFC 5280 §4.2.1.6). */
function readDnsNames(value: Uint8Array): string[] {
  try {
    return readDerChildren(requireDer(readDer(value), DerTag.sequence))
      .filter(({ tagClass, tag }: DerElement) => tagClass === 'context' && tag === 2)
      .map(({ content }) => String.fromCharCode(...content))
  } catch (cause) {
    if (!(cause instanceof DerRefusal)) throw cause
    throw new MetadataRefusal('metadata_certificate_malformed', { detail: 'subjectAltName', cause })
  }
}

function readPayload(bytes: Uint8Array): MetadataBlob {
  const payload = readJsonObject(bytes)
  if (payload === undefined) throw new MetadataRefusal('metadata_payload_malformed', { detail: 'JSON' })
  const { no: number, nextUpdate, entries } = payload
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) {
    throw new MetadataRefusal('metadata_payload_malformed', { detail: 'no' })
  }
  if (!isDate(nextUpdate)) throw new MetadataRefusal('metadata_payload_malformed', { detail: 'nextUpdate' })
  if (!Array.isArray(entries) || entries.length > mostEntries) {
    throw new MetadataRefusal('metadata_payload_malformed', { detail: 'entries' })
  }
  const models = new Map<string, MetadataModel>()
  const unreadable: { readonly aaguid?: string; readonly because: string }[] = []
  for (const entry of entries) {
    const read = readModel(entry)
    if (read.kind === 'unreadable') {
      const { aaguid, because } = read
      unreadable.push(aaguid === undefined ? { because } : { aaguid, because })
    } else if (read.kind === 'model') {
      // Two entries for one model could each vouch for what the other forbids.
      if (models.has(read.model.aaguid)) {
        throw new MetadataRefusal('metadata_payload_malformed', { detail: 'duplicate aaguid' })
      }
      models.set(read.model.aaguid, read.model)
    }
  }
  return { number, nextUpdate: new Date(`${nextUpdate}T00:00:00Z`), models: [...models.values()], unreadable }
}
