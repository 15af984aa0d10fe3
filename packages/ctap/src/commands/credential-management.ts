// Follows §6.8 of CTAP 2.2.
import {
  type CborMap,
  type CborValue,
  concatBytes,
  encodeCbor,
  equalBytes,
  readCbor,
  toUtf8,
} from '@latchkey/encoding'
import type { CredentialSource } from '../credential-shelf.ts'
import type { Engine } from '../engine.ts'
import { readUser, toDescriptor, toUserMap } from '../entities.ts'
import { giveNext } from '../follow-up.ts'
import { findMap, getBytes, getMap, getText, getUint, type Parameters } from '../parameters.ts'
import { Permission } from '../pin/permissions.ts'
import { CtapRefusal } from '../status.ts'
import { getPlatformProof } from '../verification.ts'

/** A subcommand whose right to be there was verified. */
interface Managed {
  /** The RP ID the token is for; others are none of its business. */
  readonly rpId: string | undefined
  readonly parameters: CborMap
}

type Subcommand = (engine: Engine, managed: Managed) => Promise<CborMap | undefined>

const subcommands = new Map<number, Subcommand>([
  [0x01, getMetadata],
  [0x02, enumerateRps],
  [0x04, enumerateCredentials],
  [0x06, deleteCredential],
  [0x07, updateUser],
])
/** Unproven, for they only continue. */
const continuations = new Map([
  [0x03, 'enumerate_rps_next'],
  [0x05, 'enumerate_credentials_next'],
] as const)

const followUpSeconds = 30

/** `authenticatorCredentialManagement`: what discoverable credentials are here, and making them fewer. */
export async function credentialManagement(
  engine: Engine,
  parameters: Parameters,
): Promise<CborMap | undefined> {
  const number = getUint(parameters, 0x01)
  if (number === 0x03 || number === 0x05) {
    return giveNext(engine, continuations.get(number) ?? 'enumerate_rps_next')
  }
  engine.followUp = undefined
  const subcommand = subcommands.get(number)
  if (subcommand === undefined) throw new CtapRefusal('invalid_subcommand')
  const subParameters = findMap(parameters, 0x02)
  const proof = getPlatformProof(parameters, { param: 0x04, protocol: 0x03 })
  const rpId = await engine.pinUvAuth.verifyToken({
    ...proof,
    // What came was canonical, so this is what came.
    message: concatBytes(Uint8Array.of(number), subParameters ? encodeCbor(subParameters) : new Uint8Array()),
    permission: Permission.credentialManagement,
  })
  return subcommand(engine, { rpId, parameters: subParameters ?? new Map() })
}

async function listDiscoverable(engine: Engine, rpId?: string): Promise<readonly CredentialSource[]> {
  return (await engine.shelf.listCredentials(rpId)).filter((credential) => credential.discoverable)
}

async function getMetadata(engine: Engine, { rpId }: Managed): Promise<CborMap> {
  refuseBoundToken(rpId)
  const { shelf } = engine
  return new Map([
    [0x01, (await listDiscoverable(engine)).length],
    [0x02, Math.max(0, shelf.capacity - (await shelf.countCredentials()))],
  ])
}

async function enumerateRps(engine: Engine, { rpId }: Managed): Promise<CborMap> {
  refuseBoundToken(rpId)
  const byRpId = new Map((await listDiscoverable(engine)).map((credential) => [credential.rpId, credential]))
  const [first, ...others] = byRpId.values()
  if (first === undefined) throw new CtapRefusal('no_credentials')
  engine.followUp = {
    command: 'enumerate_rps_next',
    rest: others.map((credential) => () => toRpAnswer(engine, credential)),
    validUntil: new Date(engine.now().getTime() + followUpSeconds * 1000),
  }
  return new Map([...(await toRpAnswer(engine, first)), [0x05, byRpId.size]])
}

async function toRpAnswer({ cryptography }: Engine, { rpId, rpName }: CredentialSource): Promise<CborMap> {
  const rp = new Map([['id', rpId]])
  if (rpName !== undefined) rp.set('name', rpName)
  return new Map<number, CborValue>([
    [0x03, rp],
    [0x04, await cryptography.sha256(toUtf8(rpId))],
  ])
}

async function enumerateCredentials(engine: Engine, { rpId, parameters }: Managed): Promise<CborMap> {
  const rpIdHash = getBytes(parameters, 0x01)
  const wanted: CredentialSource[] = []
  for (const credential of await listDiscoverable(engine)) {
    const hash = await engine.cryptography.sha256(toUtf8(credential.rpId))
    if (equalBytes(hash, rpIdHash)) wanted.push(credential)
  }
  const [first, ...others] = wanted
  if (first === undefined) throw new CtapRefusal('no_credentials')
  refuseOtherRp(rpId, first)
  engine.followUp = {
    command: 'enumerate_credentials_next',
    rest: others.map((credential) => async () => toCredentialAnswer(credential)),
    validUntil: new Date(engine.now().getTime() + followUpSeconds * 1000),
  }
  return new Map([...toCredentialAnswer(first), [0x09, wanted.length]])
}

function toCredentialAnswer(credential: CredentialSource): CborMap {
  const answer = new Map<number, CborValue>([
    [0x06, toUserMap(credential.user, 'whole')],
    [0x07, toDescriptor(credential)],
    [0x08, readCbor(credential.publicKey)],
    [0x0a, credential.credProtect],
  ])
  if (credential.largeBlobKey) answer.set(0x0b, credential.largeBlobKey)
  return answer
}

async function deleteCredential(engine: Engine, { rpId, parameters }: Managed): Promise<undefined> {
  const { id } = await getManaged(engine, rpId, parameters)
  if (!(await engine.shelf.removeCredential(id))) throw new CtapRefusal('no_credentials')
}

async function updateUser(engine: Engine, { rpId, parameters }: Managed): Promise<undefined> {
  const user = readUser(getMap(parameters, 0x03))
  const credential = await getManaged(engine, rpId, parameters)
  if (!equalBytes(credential.user.id, user.id)) throw new CtapRefusal('invalid_parameter')
  if (!(await engine.shelf.putUser(credential.id, user))) throw new CtapRefusal('no_credentials')
}

async function getManaged(
  { shelf }: Engine,
  rpId: string | undefined,
  parameters: CborMap,
): Promise<CredentialSource> {
  const descriptor = getMap(parameters, 0x02)
  const isKnownType = getText(descriptor, 'type') === 'public-key'
  const credential = await shelf.findCredential(getBytes(descriptor, 'id'))
  if (!isKnownType || credential?.discoverable !== true) throw new CtapRefusal('no_credentials')
  refuseOtherRp(rpId, credential)
  return credential
}

/** A token for one relying party tells nothing about how many others there are. */
function refuseBoundToken(rpId: string | undefined): void {
  if (rpId !== undefined) throw new CtapRefusal('pin_auth_invalid')
}

function refuseOtherRp(rpId: string | undefined, credential: CredentialSource): void {
  if (rpId !== undefined && rpId !== credential.rpId) throw new CtapRefusal('pin_auth_invalid')
}
