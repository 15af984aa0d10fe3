import { type CborMap, type CborValue, equalBytes } from '@latchkey/encoding'
import type { CredentialSource, UserEntity } from './credential-shelf.ts'
import { mostListedCredentials } from './engine.ts'
import { findMaps, findText, getBytes, getText, type Parameters } from './parameters.ts'
import type { Account } from './person.ts'
import { CtapRefusal } from './status.ts'

/** Read a user entity. @throws CtapRefusal `invalid_length` for a user handle of none or of more than 64 bytes */
export function readUser(map: CborMap): UserEntity {
  const id = getBytes(map, 'id')
  if (id.length === 0 || id.length > 64) throw new CtapRefusal('invalid_length')
  const name = findText(map, 'name')
  const displayName = findText(map, 'displayName')
  return { id, ...(name !== undefined && { name }), ...(displayName !== undefined && { displayName }) }
}

/** Write a user entity: whole, or only whose it is. */
export function toUserMap({ id, name, displayName }: UserEntity, how: 'whole' | 'id only'): CborMap {
  const map = new Map<string, CborValue>([['id', id]])
  if (how === 'id only') return map
  if (name !== undefined) map.set('name', name)
  if (displayName !== undefined) map.set('displayName', displayName)
  return map
}

export function toAccount({ id, user }: CredentialSource): Account {
  const { id: userHandle, ...names } = user
  return { credentialId: id, userHandle, ...names }
}

/** Find the IDs of a list of credential descriptors. Those of types yet unknown are left out. */
export function findCredentialIds(parameters: Parameters, key: number): readonly Uint8Array[] | undefined {
  const descriptors = findMaps(parameters, key)
  if (descriptors === undefined) return undefined
  if (descriptors.length > mostListedCredentials) throw new CtapRefusal('limit_exceeded')
  return descriptors
    .map((descriptor) => ({ type: getText(descriptor, 'type'), id: getBytes(descriptor, 'id') }))
    .filter(({ type }) => type === 'public-key')
    .map(({ id }) => id)
}

export function toDescriptor({ id }: CredentialSource): CborMap {
  return new Map<string, CborValue>([
    ['id', id],
    ['type', 'public-key'],
  ])
}

export const isListed = (ids: readonly Uint8Array[], { id }: CredentialSource) =>
  ids.some((listed) => equalBytes(listed, id))

/** Read a client data hash. @throws CtapRefusal `invalid_length` */
export function getClientDataHash(parameters: Parameters, key: number): Uint8Array {
  const hash = getBytes(parameters, key)
  if (hash.length !== 32) throw new CtapRefusal('invalid_length')
  return hash
}
