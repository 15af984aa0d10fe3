/**
 * DER and X.509, as much of them as attestation and its trust need. The second door of this room, because front ends
 * never need it.
 */
export {
  type Certificate,
  type CertificateExtension,
  type DistinguishedName,
  readCertificate,
} from './certificate.ts'
export { CertificateRefusal, type CertificateRefusalCode } from './certificate-refusal.ts'
export { type CertificateRequest, readCertificateRequest } from './certificate-request.ts'
export {
  type DerElement,
  DerTag,
  readDer,
  readDerBitString,
  readDerBoolean,
  readDerChildren,
  readDerInteger,
  readDerIntegerBytes,
  readDerObjectId,
  requireDer,
} from './der.ts'
export { DerRefusal, type DerRefusalCode } from './der-refusal.ts'
export { writeDer } from './der-writer.ts'
