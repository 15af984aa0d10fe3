/**
 * Every parser of what comes from the air, a tunnel, a QR code or a page. A new one is a line here. Many stand right at
 * the edge and have no door of their own, so they are reached where they are.
 */
import {
  HybridRefusal,
  openAdvert,
  readContactRequest,
  readHybridCode,
  readLinkCode,
  readMeeting,
} from '@latchkey/ctap/hybrid'
import {
  Base64urlRefusal,
  CborRefusal,
  CoseKeyRefusal,
  encodeCbor,
  fromBase64url,
  readCbor,
  readCoseKey,
} from '@latchkey/encoding'
import {
  CertificateRefusal,
  DerRefusal,
  readCertificate,
  readCertificateRequest,
  readDer,
} from '@latchkey/encoding/x509'
import { IdentityRefusal } from '@latchkey/identity'
import { KeeperRefusal, nothingKept, readKept } from '@latchkey/keeper'
import {
  CeremonyRefusal,
  readAuthenticationResponse,
  readRegistrationResponse,
  type TpmEvidence,
  verifyTpmEvidence,
} from '@latchkey/webauthn'
import { readScan } from '../../apps/authenticator/src/pages/scan/read-scan.ts'
import { readAsked, readSignalled } from '../../apps/extension/src/background/read-asked.ts'
import { readDeviceProof } from '../../apps/server/src/authenticator/read-device-proof.ts'
import {
  readCallText,
  readListenerText,
  readTunnelRequest,
} from '../../apps/server/src/tunnel/read-tunnel-request.ts'
import { readFirstMessage, readMessage, readUpdate } from '../../packages/ctap/src/hybrid/messages.ts'
import { verifyApproval } from '../../packages/identity/src/approvals/read-approval.ts'
import { saidBySwtpm } from '../../packages/webauthn/src/attestation/tpm-evidence.fixture.ts'
import type { Parser } from './fuzz-parser.ts'
import * as air from './honest-air.ts'
import * as devices from './honest-devices.ts'

const cbor = Uint8Array.from(encodeCbor(new Map([[1, [new Uint8Array(3), 'text', -7, true]]])))
const tunnelHeaders = { 'sec-websocket-protocol': 'fido.cable', 'x-cable-client-payload': 'a10102' }
const tpm = (part: keyof TpmEvidence): Parser => ({
  name: `what a TPM says: ${part}`,
  takes: 'bytes',
  refuses: [CeremonyRefusal],
  honest: [Uint8Array.from(saidBySwtpm[part])],
  read: (bytes) => verifyTpmEvidence({ ...saidBySwtpm, [part]: bytes }, saidBySwtpm),
})

export const parsers: readonly Parser[] = [
  // What everything is written in.
  { name: 'base64url', takes: 'text', refuses: [Base64urlRefusal], honest: ['AAECAwQ'], read: fromBase64url },
  { name: 'CBOR', takes: 'bytes', refuses: [CborRefusal], honest: [cbor], read: (bytes) => readCbor(bytes) },
  {
    name: 'COSE key',
    takes: 'bytes',
    refuses: [CoseKeyRefusal],
    honest: [devices.coseKey],
    read: readCoseKey,
  },
  { name: 'DER', takes: 'bytes', refuses: [DerRefusal], honest: [devices.certificate], read: readDer },

  // From the air, a tunnel or a QR code.
  {
    name: 'code of a browser',
    takes: 'text',
    refuses: [HybridRefusal],
    honest: [air.hybridCode],
    read: readHybridCode,
  },
  {
    name: 'code for linking',
    takes: 'text',
    refuses: [HybridRefusal],
    honest: [air.linkCode],
    read: readLinkCode,
  },
  {
    name: 'scanned code',
    takes: 'text',
    refuses: [],
    honest: [
      'otpauth://totp/Shop:ada?secret=JBSWY3DPEHPK3PXP&issuer=Shop&digits=6',
      'https://login.example.org/authenticator/add?userName=ada',
    ],
    read: (text) => readScan(text, 'https://login.example.org'),
  },
  {
    name: 'advert',
    takes: 'bytes',
    refuses: [HybridRefusal],
    honest: [air.advert],
    read: async (bytes) => readMeeting(await openAdvert(air.cryptography, air.advertKey, bytes)),
  },
  {
    name: 'first message of a handshake',
    takes: 'bytes',
    refuses: [HybridRefusal],
    honest: [air.firstHandshake],
    read: air.answer,
  },
  {
    name: 'second message of a handshake',
    takes: 'bytes',
    refuses: [HybridRefusal],
    honest: [air.secondHandshake],
    read: async (bytes) => (await air.begin()).finish(bytes),
  },
  {
    name: 'frame',
    takes: 'bytes',
    refuses: [HybridRefusal],
    honest: [air.frame],
    read: (bytes) => air.openFrames().open(bytes),
  },
  {
    name: 'first message',
    takes: 'bytes',
    refuses: [HybridRefusal],
    honest: [air.firstMessage],
    read: readFirstMessage,
  },
  {
    name: 'message',
    takes: 'bytes',
    refuses: [HybridRefusal],
    honest: [Uint8Array.of(1, 4)],
    read: readMessage,
  },
  { name: 'update', takes: 'bytes', refuses: [HybridRefusal], honest: [air.update], read: readUpdate },
  {
    name: 'contact request',
    takes: 'bytes',
    refuses: [HybridRefusal],
    honest: [air.contactRequest],
    read: readContactRequest,
  },
  {
    name: 'command of CTAP',
    takes: 'bytes',
    refuses: [],
    honest: devices.commands,
    read: (bytes) => devices.authenticator.authenticator.answer(bytes),
  },
  {
    name: 'address of a tunnel',
    takes: 'text',
    refuses: [],
    honest: ['/cable/new/00112233445566778899aabbccddeeff', '/cable/contact/AAAAAAAA', '/cable/listen'],
    read: (path) => readTunnelRequest(path, tunnelHeaders),
  },
  {
    name: 'payload for a contact',
    takes: 'text',
    refuses: [],
    honest: ['a10102'],
    read: (payload) =>
      readTunnelRequest('/cable/contact/AAAAAAAA', { ...tunnelHeaders, 'x-cable-client-payload': payload }),
  },
  {
    name: 'call through a tunnel',
    takes: 'text',
    refuses: [],
    honest: ['{"payload":"a1","signal":true}'],
    read: readCallText,
  },
  {
    name: 'text of a listener',
    takes: 'text',
    refuses: [],
    honest: [`{"secret":"${'A'.repeat(43)}"}`],
    read: readListenerText,
  },

  // From a page.
  {
    name: 'what a page asks the extension',
    takes: 'json',
    refuses: [],
    honest: [
      { kind: 'create', options: devices.creationOptions },
      { kind: 'get', options: devices.requestOptions },
    ],
    read: readAsked,
  },
  {
    name: 'what a page signals the extension',
    takes: 'json',
    refuses: [],
    honest: [{ rpId: 'login.example.org', unknown: 'AAAA' }],
    read: readSignalled,
  },
  {
    name: 'answer to a registration',
    takes: 'json',
    refuses: [CeremonyRefusal],
    honest: [devices.registration],
    read: readRegistrationResponse,
  },
  {
    name: 'answer to an authentication',
    takes: 'json',
    refuses: [CeremonyRefusal],
    honest: [devices.authentication],
    read: readAuthenticationResponse,
  },

  // From a device.
  {
    name: 'request for a certificate',
    takes: 'bytes',
    refuses: [CertificateRefusal],
    honest: [devices.certificateRequest],
    read: readCertificateRequest,
  },
  {
    name: 'certificate',
    takes: 'bytes',
    refuses: [CertificateRefusal],
    honest: [devices.certificate],
    read: readCertificate,
  },
  {
    name: 'proof of a device',
    takes: 'text',
    refuses: [],
    honest: [devices.deviceProof],
    read: (header) => readDeviceProof(header, devices.provenRequest),
  },
  {
    name: 'approval',
    takes: 'text',
    refuses: [IdentityRefusal],
    honest: [devices.approval],
    read: (jws) => verifyApproval(jws, devices.approver),
  },
  {
    name: 'claims of an approval',
    takes: 'json',
    refuses: [IdentityRefusal],
    honest: [devices.approvalClaims],
    read: async (claims) => verifyApproval(await devices.signApproval(claims), devices.approver),
  },
  tpm('attestationKey'),
  tpm('deviceKey'),
  tpm('certifyInfo'),
  tpm('signature'),

  // From a disk.
  {
    name: 'what an authenticator kept',
    takes: 'json',
    refuses: [KeeperRefusal],
    honest: [nothingKept],
    read: readKept,
  },
]
