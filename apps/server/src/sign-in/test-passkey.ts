import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A passkey for tests, and the browser's half of the ceremonies around it: user verified, synced, not attested. */
export interface TestPasskey {
  /** base64url */
  readonly id: string
  /** RegistrationResponseJSON for these options. */
  register(options: unknown): object
  /** AuthenticationResponseJSON for these options. */
  authenticate(options: unknown): object
}

const userPresent = 0x01
const userVerified = 0x04
const synced = 0x18
const hasCredential = 0x40

/** Make one for the origin and RP ID of tests. */
export function testPasskey(origin = 'http://localhost:3000', rpId = 'localhost'): TestPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-64)
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  let userHandle = ''

  const clientData = (type: string, options: unknown) =>
    Buffer.from(JSON.stringify({ type, challenge: member(options, 'challenge'), origin, crossOrigin: false }))
  const authenticatorData = (flags: number, rest = Buffer.alloc(0)) =>
    Buffer.concat([
      sha256(Buffer.from(rpId)),
      Buffer.from([userPresent | userVerified | synced | flags, 0, 0, 0, 0]),
      rest,
    ])
  const answer = (response: object) => ({
    id,
    rawId: id,
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
    response,
  })

  return {
    id,
    register(options) {
      userHandle = member(JSON.parse(member(options, 'user')), 'id')
      const data = authenticatorData(
        hasCredential,
        Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), credentialId, toCoseKey(point)]),
      )
      // {fmt: "none", attStmt: {}, authData: h'…'}
      const object = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([data.length]),
        data,
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', options).toString('base64url'),
        attestationObject: object.toString('base64url'),
        transports: ['hybrid', 'internal'],
      })
    },
    authenticate(options) {
      const client = clientData('webauthn.get', options)
      const data = authenticatorData(0)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle,
      })
    },
  }
}

function toCoseKey(point: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    point.subarray(0, 32),
    Buffer.from('225820', 'hex'),
    point.subarray(32),
  ])
}

function member(value: unknown, name: string): string {
  const entries = new Map<string, unknown>(Object.entries(Object(value)))
  const found = entries.get(name)
  return typeof found === 'string' ? found : JSON.stringify(found)
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
