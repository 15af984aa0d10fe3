import { honestAuthenticator, makeAttestationAuthority } from '@latchkey/ctap/fixture'
import { concatBytes, encodeCbor, fromBase64url, readCbor, toBase64url, toUtf8 } from '@latchkey/encoding'
import { webDeviceKeys, writeCertificateRequest, writeDeviceProof } from '@latchkey/keeper'
import { assertion, creation } from '../../packages/ctap/src/platform.fixture.ts'

/** What honest devices and pages of ours send. */

const { subtle } = crypto
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const deviceKeys = webDeviceKeys(subtle)
const key = await deviceKeys.open(await deviceKeys.make())
const deviceId = '5534c163-27a9-4dd4-990b-caff3f0f0b75'

export const certificateRequest = Uint8Array.from(await writeCertificateRequest(key))
export const certificate = Uint8Array.from(
  (await (await makeAttestationAuthority()).issue({})).certificates[0] ?? [],
)

export const provenRequest = { method: 'GET', address: 'https://login.example.org/authenticator/api/account' }
export const deviceProof = `Device ${await writeDeviceProof(
  { subtle, random },
  {
    tenantId: '79bf35ed-14af-4fef-8266-fca04c33a570',
    deviceId,
    key,
    method: 'GET',
    url: provenRequest.address,
    at: new Date(),
  },
)}`

export const approver = { deviceId, approvalKey: key.publicKey }
export const approvalClaims = {
  tid: '79bf35ed-14af-4fef-8266-fca04c33a570',
  rid: '07e64fd1-c3ae-4ea7-a270-baa206599ca0',
  ans: 'approve',
  num: '42',
  ctx: toBase64url(random(32)),
  iat: 1_780_000_000,
}

/** Sign whatever it is as an approval: what is fuzzed is what comes after the signature. */
export async function signApproval(claims: unknown): Promise<string> {
  const part = (value: unknown) => toBase64url(toUtf8(JSON.stringify(value) ?? ''))
  const signed = `${part({ alg: 'ES256', typ: 'latchkey-approval+jwt', kid: deviceId })}.${part(claims)}`
  return `${signed}.${toBase64url(await key.sign(toUtf8(signed)))}`
}
export const approval = await signApproval(approvalClaims)

/** An authenticator that says yes to everything. RSA is left out: making its keys takes longer than anything fuzzed. */
export const authenticator = honestAuthenticator({ algorithms: [-7, -8] })
export const commands = [
  Uint8Array.of(0x04),
  concatBytes(Uint8Array.of(0x01), encodeCbor(creation())),
  concatBytes(Uint8Array.of(0x02), encodeCbor(assertion())),
  concatBytes(
    Uint8Array.of(0x06),
    encodeCbor(
      new Map([
        [1, 2],
        [2, 2],
      ]),
    ),
  ),
  concatBytes(
    Uint8Array.of(0x0c),
    encodeCbor(
      new Map([
        [1, 17],
        [3, 0],
      ]),
    ),
  ),
]

export const creationOptions = {
  rp: { id: 'login.example.org', name: 'Example' },
  user: { id: 'AAAA', name: 'ada', displayName: 'Ada' },
  challenge: 'AAAA',
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  excludeCredentials: [{ type: 'public-key', id: 'AAAA' }],
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  attestation: 'direct',
  attestationFormats: ['packed'],
  timeout: 60_000,
  extensions: {
    credProps: true,
    prf: { eval: { first: 'AAAA' }, evalByCredential: { AAAA: { first: 'AAAA' } } },
  },
}
export const requestOptions = {
  rpId: 'login.example.org',
  challenge: 'AAAA',
  allowCredentials: [{ type: 'public-key', id: 'AAAA' }],
  userVerification: 'required',
  extensions: { prf: { eval: { first: 'AAAA', second: 'AAAA' } } },
}
const page = { origin: 'https://login.example.org' }
export const registration = await honestAuthenticator().client.create(creationOptions, page)
await authenticator.client.create({ ...creationOptions, excludeCredentials: [] }, page)
export const authentication = await authenticator.client.get(
  { ...requestOptions, allowCredentials: [] },
  page,
)
export const coseKey = readCoseOf(registration.response.attestationObject)

/** The key in the authenticator data of an attestation object: the last thing in it. */
function readCoseOf(attestationObject: string): Uint8Array<ArrayBuffer> {
  const object = readCbor(fromBase64url(attestationObject))
  const data = object instanceof Map ? object.get('authData') : undefined
  if (!(data instanceof Uint8Array)) throw new Error('no authenticator data')
  return data.slice(55 + 32)
}
