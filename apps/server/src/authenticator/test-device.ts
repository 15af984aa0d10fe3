import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { deviceProofType, type RegisteredAnswer, type Surface } from '@latchkey/api/authenticator'
import { writeDer } from '@latchkey/encoding/x509'

/** A device of ours for tests: a key, what it signs, and passkeys it makes. */
export interface TestDevice {
  /** A request for a certificate for its key, base64url. @param how signed by a key that is not its own */
  csr(how?: 'by another key'): string
  /** What it sends to be registered. */
  registration(change?: object): object
  /** `Authorization` of a request of its own. */
  authorize(request: { method: string; url: string; body?: string; at: Date; change?: object }): string
  /** RegistrationResponseJSON for these options, attested by its certificate. */
  makePasskey(options: unknown, change?: { x5c?: readonly string[]; aaguid?: string }): DevicePasskey
  /** What the server answered when it was registered, once it was. */
  registered?: RegisteredAnswer
}

/** A passkey that a device made. */
export interface DevicePasskey {
  readonly id: string
  readonly response: object
  /** AuthenticationResponseJSON for these options. */
  authenticate(options: unknown): object
}

const origin = 'http://localhost:3000'
const rpId = 'localhost'

/** Make one. */
export function testDevice(surface: Surface = 'extension'): TestDevice {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const device: TestDevice = {
    csr(how) {
      const signer =
        how === undefined ? privateKey : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      return writeCsr(publicKey.export({ format: 'der', type: 'spki' }), (data) =>
        sign('sha256', data, signer),
      )
    },
    registration: (change = {}) => ({
      surface,
      name: 'Work laptop',
      operatingSystem: 'Linux',
      operatingSystemVersion: '6.1',
      appVersion: '1.2.0',
      csr: device.csr(),
      ...change,
    }),
    authorize({ method, url, body, at, change = {} }) {
      const header = {
        alg: 'ES256',
        typ: deviceProofType,
        kid: device.registered?.device.deviceId ?? randomUUID(),
      }
      const claims = {
        tid: device.registered?.account.tenantId,
        htm: method,
        htu: new URL(url, origin).href,
        iat: Math.floor(at.getTime() / 1000),
        jti: randomBytes(16).toString('base64url'),
        ...(body !== undefined && { bh: sha256(Buffer.from(body)).toString('base64url') }),
        ...change,
      }
      const signed = `${toPart(header)}.${toPart(claims)}`
      const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' })
      return `Device ${signed}.${signature.toString('base64url')}`
    },
    makePasskey(options, change = {}) {
      const { x5c = device.registered?.x5c ?? [], aaguid = device.registered?.device.aaguid ?? '' } = change
      const credential = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const point = credential.publicKey.export({ format: 'der', type: 'spki' }).subarray(-64)
      const credentialId = randomBytes(32)
      const id = credentialId.toString('base64url')
      const userHandle = member(JSON.parse(member(options, 'user')), 'id')
      const client = clientData('webauthn.create', options)
      const data = authenticatorData(
        0x45,
        Buffer.from(aaguid.replaceAll('-', ''), 'hex'),
        Buffer.from([0, 32]),
        credentialId,
        toCoseKey(point),
      )
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        id,
        response: toCredential(id, {
          clientDataJSON: client.toString('base64url'),
          attestationObject: writePacked(data, signature, x5c).toString('base64url'),
          transports: ['internal'],
        }),
        authenticate(asked) {
          const signedData = clientData('webauthn.get', asked)
          const presence = authenticatorData(0x05)
          const assertion = sign(
            'sha256',
            Buffer.concat([presence, sha256(signedData)]),
            credential.privateKey,
          )
          return toCredential(id, {
            clientDataJSON: signedData.toString('base64url'),
            authenticatorData: presence.toString('base64url'),
            signature: assertion.toString('base64url'),
            userHandle,
          })
        },
      }
    },
  }
  return device
}

/** Write a PKCS #10 request. @param signs ECDSA with SHA-256, in DER */
function writeCsr(spki: Uint8Array, signs: (data: Uint8Array) => Uint8Array): string {
  const info = writeDer.sequence(
    writeDer.unsigned(Uint8Array.of(0)),
    writeDer.sequence(),
    spki,
    writeDer.explicit(0),
  )
  const algorithm = writeDer.sequence(writeDer.objectId('1.2.840.10045.4.3.2'))
  return Buffer.from(writeDer.sequence(info, algorithm, writeDer.bitString(signs(info)))).toString(
    'base64url',
  )
}

/** {"fmt": "packed", "attStmt": {"alg": -7, "sig": h'…', "x5c": [h'…', …]}, "authData": h'…'} */
function writePacked(data: Buffer, signature: Buffer, x5c: readonly string[]): Buffer {
  const certificates = x5c.map((each) => Buffer.from(each, 'base64url'))
  return Buffer.concat([
    Buffer.from('a363666d74667061636b65646761747453746d74a363616c672663736967', 'hex'),
    cborBytes(signature),
    Buffer.from('63783563', 'hex'),
    Buffer.from([0x80 + certificates.length]),
    ...certificates.map(cborBytes),
    Buffer.from('686175746844617461', 'hex'),
    cborBytes(data),
  ])
}

function cborBytes(bytes: Buffer): Buffer {
  const { length } = bytes
  const head = length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), bytes])
}

function authenticatorData(flags: number, ...rest: readonly Buffer[]): Buffer {
  return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flags, 0, 0, 0, 0]), ...rest])
}

function clientData(type: string, options: unknown): Buffer {
  const challenge = member(options, 'challenge')
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function toCredential(id: string, response: object): object {
  return {
    id,
    rawId: id,
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
    response,
  }
}

function toCoseKey(point: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    point.subarray(0, 32),
    Buffer.from('225820', 'hex'),
    point.subarray(32),
  ])
}

function member(value: unknown, name: string): string {
  const found = new Map<string, unknown>(Object.entries(Object(value))).get(name)
  return typeof found === 'string' ? found : JSON.stringify(found)
}

function toPart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
