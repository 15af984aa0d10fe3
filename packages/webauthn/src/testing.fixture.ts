/** For the tests of rooms above: a metadata service and certificates of one's own. */
export { attestedRegistration } from './attestation/attested-registration.fixture.ts'
export { aaguidExtension, type CertificateChange, issue, name } from './attestation/certificates.fixture.ts'
export {
  base64,
  type Issued,
  type MetadataService,
  makeEntry,
  makePayload,
  makeRoot,
  makeService,
  signBlob,
  uuid,
} from './metadata/metadata.fixture.ts'
