/** A metadata service of one's own: a root, a signer and BLOBs. Only tests import this. */
import { constants, sign } from 'node:crypto'
import { concatBytes, toBase64url, toUtf8 } from '@latchkey/encoding'
import { der, extension, type Issued, issue, makeRoot, name } from '../attestation/certificates.fixture.ts'

export { type Issued, makeRoot } from '../attestation/certificates.fixture.ts'

/** When the service of the tests is at work. */
export const today = new Date('2026-03-02T09:00:00Z')

/** Who signs BLOBs, and the certificates that come with them. */
export interface MetadataService {
  readonly root: Issued
  readonly signer: Issued
  readonly path: readonly Issued[]
}

/** Subject alternative names of the kind DNS. */
export const dnsNames = (...names: readonly string[]) =>
  extension('2.5.29.17', der(0x30, ...names.map((each) => der(0x82, toUtf8(each)))))

/** Set up a service: root, intermediate, signer. */
export function makeService(change: Parameters<typeof issue>[1] = {}): MetadataService {
  const root = makeRoot({ subject: name({ O: 'Example Trust', CN: 'Example Root' }) })
  const intermediate = issue(root, {
    subject: name({ O: 'Example Trust', CN: 'Example Issuing' }),
    basicConstraints: 'authority',
    keyUsage: 'sign certificates',
    pathLength: 0,
  })
  const signer = issue(intermediate, {
    subject: name({ CN: 'mds.fidoalliance.org' }),
    keyUsage: 'sign',
    extensions: [dnsNames('mds.fidoalliance.org')],
    ...change,
  })
  return { root, signer, path: [signer, intermediate] }
}

/** An entry as the service writes one. */
export function makeEntry(change: Readonly<Record<string, unknown>> = {}, aaguid = uuid(1)) {
  return {
    aaguid,
    metadataStatement: {
      aaguid,
      description: `Example Key ${aaguid.slice(-3)}`,
      protocolFamily: 'fido2',
      keyProtection: ['hardware', 'secure_element'],
      attachmentHint: ['external', 'wired', 'nfc'],
      userVerificationDetails: [
        [{ userVerificationMethod: 'passcode_external' }],
        [{ userVerificationMethod: 'fingerprint_internal' }, { userVerificationMethod: 'passcode_external' }],
      ],
      attestationRootCertificates: [],
      authenticatorGetInfo: {
        versions: ['FIDO_2_0', 'FIDO_2_1'],
        extensions: ['credProtect', 'hmac-secret'],
        options: { rk: true, up: true, clientPin: false },
      },
      ...change,
    },
    statusReports: [{ status: 'FIDO_CERTIFIED_L1', effectiveDate: '2024-01-02' }],
    timeOfLastStatusChange: '2024-01-02',
  }
}

/** AAGUIDs for models that do not exist. */
export const uuid = (number: number) => `11111111-2222-4333-8444-${String(number).padStart(12, '0')}`

/** What a BLOB says. */
export const makePayload = (change: Readonly<Record<string, unknown>> = {}) => ({
  legalHeader: 'For tests alone.',
  no: 42,
  nextUpdate: '2026-04-01',
  entries: [makeEntry()],
  ...change,
})

/** Base64 with padding, as certificates are written in JSON. */
export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Sign a BLOB. @param header differences from what an honest service writes */
export function signBlob(
  service: MetadataService,
  payload: unknown = makePayload(),
  header: Readonly<Record<string, unknown>> = {},
): string {
  const head = { alg: 'ES256', typ: 'JWT', x5c: service.path.map((each) => base64(each.der)), ...header }
  const signed = [head, payload].map((part) => toBase64url(toUtf8(JSON.stringify(part)))).join('.')
  const { privateKey } = service.signer.key
  const signature = sign('sha256', toUtf8(signed), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
    ...(head.alg === 'PS256' && {
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    }),
  })
  return `${signed}.${toBase64url(signature)}`
}

/** A PNG of one pixel, or rather its beginning. */
export const png = `data:image/png;base64,${base64(
  concatBytes(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), new Uint8Array(40)),
)}`
