import { generateKeyPairSync, hash, type KeyObject, sign, verify } from 'node:crypto'
import { fromBase64url, toBase64url, toCoseKey, toUtf8 } from '@latchkey/encoding'
import {
  type ExpectedAuthentication,
  importPublicKey,
  readAuthenticationResponse,
  verifyAuthentication,
} from '@latchkey/webauthn'

/** What a sign-in check costs, beside what it cannot cost less than. */
export interface VerifyFigures {
  /** CPU of one bare `crypto.verify` of an ES256 signature, key imported, in microseconds. */
  readonly bareMicros: number
  /** CPU of one sign-in check of the same signature: JSON text parsed, answer read and verified, key cached. */
  readonly checkMicros: number
  readonly ratio: number
}

const rounds = 41
const opsPerRound = 300
const rpId = 'login.example.org'
const origin = 'https://login.example.org'

/**
 * Measure a sign-in check against the bare verification of its signature. Both take turns in short rounds, so that a
 * machine that slows down slows both; what is told is the median round, and the median of the rounds' ratios.
 */
export async function benchVerify(): Promise<VerifyFigures> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { body, signed, signature, expected } = signIn(privateKey, publicKey)

  const bare = () => verify('sha256', signed, publicKey, signature)
  const check = () =>
    verifyAuthentication(readAuthenticationResponse(JSON.parse(body)), expected).userVerified
  if (!bare() || !check()) throw new Error('the bench signs what does not verify')

  for (let warm = 0; warm < 5; warm++) cpuMicros(() => bare() && check())
  const figures: VerifyFigures[] = []
  for (let round = 0; round < rounds; round++) {
    const bareMicros = cpuMicros(bare)
    const checkMicros = cpuMicros(check)
    figures.push({ bareMicros, checkMicros, ratio: checkMicros / bareMicros })
    await new Promise(setImmediate)
  }
  return {
    bareMicros: median(figures.map((figure) => figure.bareMicros)),
    checkMicros: median(figures.map((figure) => figure.checkMicros)),
    ratio: median(figures.map((figure) => figure.ratio)),
  }
}

function cpuMicros(op: () => boolean): number {
  const before = process.cpuUsage()
  for (let i = 0; i < opsPerRound; i++) op()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / opsPerRound
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** A sign-in as a browser sends it: 32 bytes of credential ID and user handle, a challenge as long as ours. */
function signIn(privateKey: KeyObject, publicKey: KeyObject) {
  const challenge = new Uint8Array(96).fill(7)
  const id = new Uint8Array(32).fill(1)
  const userHandle = new Uint8Array(49).fill(2)
  const clientDataJSON = toUtf8(
    JSON.stringify({ type: 'webauthn.get', challenge: toBase64url(challenge), origin, crossOrigin: false }),
  )
  const authenticatorData = Uint8Array.of(...hash('sha256', rpId, 'buffer'), 0x1d, 0, 0, 0, 9)
  const signed = Uint8Array.of(...authenticatorData, ...hash('sha256', clientDataJSON, 'buffer'))
  const signature = sign('sha256', signed, privateKey)
  const body = JSON.stringify({
    id: toBase64url(id),
    rawId: toBase64url(id),
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
    response: {
      clientDataJSON: toBase64url(clientDataJSON),
      authenticatorData: toBase64url(authenticatorData),
      signature: toBase64url(signature),
      userHandle: toBase64url(userHandle),
    },
  })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const coseKey = toCoseKey({
    kty: 'EC2',
    algorithm: -7,
    curve: 'P-256',
    x: fromBase64url(x),
    y: fromBase64url(y),
  })
  const expected: ExpectedAuthentication = {
    challenge,
    rpId,
    origins: [origin],
    userVerification: 'required',
    userHandle: 'required',
    credential: { id, publicKey: importPublicKey(coseKey), signCount: 8, backupEligible: true, userHandle },
  }
  return { body, signed, signature, expected }
}
