/** A program that plays a TPM, and what a real one said. Only tests import this. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { concatBytes, fromBase64url } from '@latchkey/encoding'
import type { ExpectedTpmEvidence, TpmEvidence } from './tpm-evidence.ts'

/** Said by swtpm 0.7.1, asked with tpm2-tools 5.4, of a key it made. */
export const saidBySwtpm: TpmEvidence & ExpectedTpmEvidence = {
  attestationKey: fromBase64url(
    'AFgAIwALAAUAcgAAABAAGAALAAMAEAAgYUNzLbaM8Kq5IIGFe9pqL9z3Wevo8oCcXtEJ1aoZD7MAIKLyUrXixSKtsMcwkoJ6NEsuKRCbCI6eWoHeed90gwJm',
  ),
  deviceKey: fromBase64url(
    'AFgAIwALAAQAcgAAABAAGAALAAMAEAAgNwHS__ozMecuM-V7BxinROjJ34gzw6Aa8bG7w3GnQeAAIMshM4Q0bukF5kdsC8dt9Ctj3vyu_rf7yRLXmxbY-mOw',
  ),
  certifyInfo: fromBase64url(
    '_1RDR4AaACIACy9lezdY5IfwKcRjUiPrvFdN3Zc0OrJWisWmliXf4dl8ACCYSUYB_vCPvgB8Oh8_-fg4Te2e1-dGHITUQZ1m6Roh3AAAAAAAAA9LXZQIeovKCOIBQAKD5D2fgqUAIgAL0ZGE-hMiMyOBm56pDJnI2AOoXo1qYY3lbWf02WDHZekAIOVA8wCQNFTfI2_PnRw3ZTWFeAWWKgVS_BmwNd8nz_5-',
  ),
  signature: fromBase64url(
    'ABgACwAgS7J2qVS4_1zKQPThJhhEAJlxNvgtH7LSl4DizBuA3zEAIMORj6bCqEVH9IS8GBmfcq_LeZo3PIJw0uQsHHQy0p74',
  ),
  publicKey: fromBase64url(
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAENwHS__ozMecuM-V7BxinROjJ34gzw6Aa8bG7w3GnQeDLITOENG7pBeZHbAvHbfQrY978rv63-8kS15sW2PpjsA',
  ),
  request: fromBase64url(
    'MIHUMHwCAQAwGjEYMBYGA1UEAwwPTGF0Y2hrZXkgZGV2aWNlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAENwHS__ozMecuM-V7BxinROjJ34gzw6Aa8bG7w3GnQeDLITOENG7pBeZHbAvHbfQrY978rv63-8kS15sW2PpjsKAAMAoGCCqGSM49BAMCA0gAMEUCIQDWMitqHDydlbD8bPbSBdQW7Um4eG7bV-Nj0p6GafPoOgIgd_O-gRp3LtwALE-NnrsFo189gyp_VkTdvthUYFYA9ok',
  ),
}

/** fixedTPM, fixedParent, sensitiveDataOrigin, userWithAuth, sign. */
const usual = 0x00040072
const restricted = 0x00010000

/** What is different from what an honest TPM says. */
export interface TpmDifferences {
  readonly attestationAttributes?: number
  readonly deviceAttributes?: number
  readonly magic?: number
  readonly type?: number
  readonly extraData?: Uint8Array
  readonly name?: Uint8Array
  readonly nameAlgorithm?: number
  readonly attestation?: 'ecc' | 'rsa' | 'small rsa'
}

const attributesOf = { attestation: usual | restricted, device: usual }
export const withoutAttribute = (key: keyof typeof attributesOf, bit: number) =>
  attributesOf[key] & ~(1 << bit)
export const withAttribute = (key: keyof typeof attributesOf, bit: number) => attributesOf[key] | (1 << bit)

/** Say as a program what a TPM says. Nothing in it is from a TPM, and nobody can tell. */
export function playTpm(change: TpmDifferences = {}): TpmEvidence & ExpectedTpmEvidence {
  const { attestation = 'ecc', nameAlgorithm = 0x000b } = change
  const attestationKeys =
    attestation === 'ecc'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: attestation === 'rsa' ? 2048 : 1024 })
  const deviceKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const request = new Uint8Array(100).fill(5)
  const signer = publicArea(
    attestationKeys.publicKey,
    change.attestationAttributes ?? attributesOf.attestation,
  )
  const device = publicArea(
    deviceKeys.publicKey,
    change.deviceAttributes ?? attributesOf.device,
    nameAlgorithm,
  )
  const certifyInfo = concatBytes(
    number(change.magic ?? 0xff544347, 4),
    number(change.type ?? 0x801a, 2),
    sized(number(0x000b, 2)),
    sized(change.extraData ?? sha256(request)),
    new Uint8Array(17 + 8),
    sized(change.name ?? concatBytes(number(nameAlgorithm, 2), sha256(device))),
    sized(sha256(request)),
  )
  return {
    attestationKey: sized(signer),
    deviceKey: sized(device),
    certifyInfo,
    signature: signAs(attestationKeys.privateKey, certifyInfo),
    publicKey: new Uint8Array(deviceKeys.publicKey.export({ format: 'der', type: 'spki' })),
    request,
  }
}

function signAs(key: KeyObject, data: Uint8Array): Uint8Array {
  if (key.asymmetricKeyType === 'rsa')
    return concatBytes(number(0x0014000b, 4), sized(sign('sha256', data, key)))
  const raw = sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })
  return concatBytes(number(0x0018000b, 4), sized(raw.subarray(0, 32)), sized(raw.subarray(32)))
}

function publicArea(key: KeyObject, attributes: number, nameAlgorithm = 0x000b): Uint8Array {
  const { x = '', y = '', n = '' } = key.export({ format: 'jwk' })
  const isRsa = n !== ''
  const head = [
    number(isRsa ? 0x0001 : 0x0023, 2),
    number(nameAlgorithm, 2),
    number(attributes, 4),
    number(0, 2),
  ]
  const none = number(0x0010, 2)
  const modulus = fromBase64url(n)
  const rest = isRsa
    ? [none, number(0x0014000b, 4), number(modulus.length * 8, 2), number(0, 4), sized(modulus)]
    : [none, number(0x0018000b, 4), number(3, 2), none, sized(fromBase64url(x)), sized(fromBase64url(y))]
  return concatBytes(...head, ...rest)
}

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const sized = (bytes: Uint8Array) => concatBytes(number(bytes.length, 2), bytes)

function number(value: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) % 256)
}
