import type { CborMap, CborValue } from '@latchkey/encoding'
import {
  credentialIdLength,
  type Engine,
  largestLargeBlobArray,
  largestMessage,
  mostListedCredentials,
  speaksPrf,
} from '../engine.ts'
import { smallestPinLength } from '../pin/pin-text.ts'

/**
 * `authenticatorGetInfo`: what this authenticator is and can do.
 *
 * @see https://fidoalliance.org/specs/fido-v2.2-ps-20250714/fido-client-to-authenticator-protocol-v2.2-ps-20250714.html#authenticatorGetInfo
 */
export async function getInfo({ model, shelf, algorithms }: Engine): Promise<CborMap> {
  const { pin } = await shelf.getVerificationState()
  const options = new Map<string, boolean>([
    ['plat', model.attachment === 'platform'],
    ['rk', true],
    ['up', true],
    ['clientPin', pin !== undefined],
    ['credMgmt', true],
    ['largeBlobs', true],
    ['pinUvAuthToken', true],
    ['makeCredUvNotRqd', true],
  ])
  if (model.userVerification === 'built_in') options.set('uv', true)
  if (model.enterpriseAttestation) options.set('ep', true)

  const extensions = ['credProtect', 'hmac-secret', 'largeBlobKey']
  if (speaksPrf(model)) extensions.push('prf')

  const vouches = model.attestation !== 'none' || model.findDeviceIdentity !== undefined

  return new Map<number, CborValue>([
    [0x01, ['FIDO_2_0', 'FIDO_2_1']],
    [0x02, extensions],
    [0x03, model.aaguid],
    [0x04, options],
    [0x05, largestMessage],
    [0x06, [2, 1]],
    [0x07, mostListedCredentials],
    [0x08, credentialIdLength],
    [0x09, model.transports],
    [0x0a, algorithms.map(toParameters)],
    [0x0b, largestLargeBlobArray],
    [0x0d, smallestPinLength],
    [0x14, Math.max(0, shelf.capacity - (await shelf.countCredentials()))],
    [0x16, vouches ? ['packed', 'none'] : ['none']],
  ])
}

function toParameters(alg: number): CborMap {
  return new Map<string, CborValue>([
    ['alg', alg],
    ['type', 'public-key'],
  ])
}
