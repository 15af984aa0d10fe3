import {
  type CredentialShelf,
  type CredentialSource,
  newVerificationState,
  type SigningKey,
  type UserEntity,
} from '@latchkey/ctap'
import { concatBytes, fromBase64url, toBase64url } from '@latchkey/encoding'
import type { KeeperCryptography } from '../keys/keeper-cryptography.ts'
import { mostWrongPins } from '../lock/pin.ts'
import type { Vault } from '../lock/vault.ts'
import { KeeperRefusal } from '../refusal.ts'
import type { KeeperStore } from '../storage/keeper-store.ts'
import type { Kept, KeptCredential } from '../storage/kept.ts'

/** What a shelf stands on. */
export interface ShelfDeps {
  readonly store: KeeperStore
  readonly vault: Vault
  readonly cryptography: KeeperCryptography
}

/**
 * The shelf of the engine, over the store of a surface. Names are kept in the clear; private keys and what PRFs are
 * computed with are sealed by the vault, each for its own credential: a seal opens for no other RP ID, user or protection
 * than it was made for. While the vault is locked, credentials can be listed and their secrets refuse to be touched
 * (`locked`).
 *
 * How often built-in verification may fail is the vault's to count, so `uvRetries` shows its count and keeps none.
 */
export function keeperShelf(
  { store, vault, cryptography }: ShelfDeps,
  { capacity = 100 }: { readonly capacity?: number } = {},
): CredentialShelf {
  const open = (kept: KeptCredential) =>
    vault.isOpen() ? openCredential({ vault, cryptography }, kept) : lockedCredential(kept)

  return {
    capacity,
    async countCredentials() {
      return (await store.read()).credentials.length
    },
    async putCredential(credential) {
      const kept = await sealCredential({ vault, cryptography }, credential)
      return await store.change<'kept' | 'full'>((before) => {
        const others = before.credentials.filter((other) => !isReplacedBy(other, kept))
        if (others.length >= capacity) return [before, 'full']
        return [{ ...before, credentials: [...others, kept] }, 'kept']
      })
    },
    async findCredential(id) {
      const wanted = toBase64url(id)
      const kept = (await store.read()).credentials.find((credential) => credential.id === wanted)
      return kept && (await open(kept))
    },
    async listCredentials(rpId) {
      const { credentials } = await store.read()
      const found = credentials.filter((credential) => (rpId ?? credential.rpId) === credential.rpId)
      return await Promise.all(found.reverse().map(open))
    },
    countSignature: (id) =>
      changeCredential(store, id, (credential) => {
        const signCount = credential.signCount + 1
        return [{ ...credential, signCount }, signCount]
      }),
    async putUser(id, user) {
      const changed = await changeCredential(store, id, (credential) => {
        // Whose it is, is sealed in: only names change.
        if (toBase64url(user.id) !== credential.user.id) return [credential, false]
        return [{ ...credential, user: toKeptUser(user) }, true]
      })
      return changed ?? false
    },
    removeCredential: (id) => removeCredential(store, toBase64url(id)),
    async getVerificationState() {
      const { pin, lock } = await store.read()
      const left = Math.max(0, mostWrongPins - (lock?.wrongPins ?? 0))
      return {
        ...newVerificationState,
        uvRetries: Math.min(newVerificationState.uvRetries, left),
        ...(pin && {
          pinRetries: pin.retries,
          pin: { salt: fromBase64url(pin.salt), verifier: fromBase64url(pin.verifier) },
        }),
      }
    },
    putPin: ({ salt, verifier }) =>
      store.change((kept) => {
        const retries = kept.pin?.retries ?? newVerificationState.pinRetries
        const pin = { salt: toBase64url(salt), verifier: toBase64url(verifier), retries }
        return [{ ...kept, pin }, undefined]
      }),
    takeRetry: (kind) =>
      store.change((kept) => {
        if (kind === 'uvRetries') return [kept, (kept.lock?.wrongPins ?? 0) < mostWrongPins]
        if (kept.pin === undefined || kept.pin.retries <= 0) return [kept, false]
        return [{ ...kept, pin: { ...kept.pin, retries: kept.pin.retries - 1 } }, true]
      }),
    putRetries: (kind, left) =>
      store.change((kept) => {
        if (kind === 'uvRetries' || kept.pin === undefined) return [kept, undefined]
        return [{ ...kept, pin: { ...kept.pin, retries: left } }, undefined]
      }),
    async findLargeBlobs() {
      const { largeBlobs } = await store.read()
      return largeBlobs === undefined ? undefined : fromBase64url(largeBlobs)
    },
    putLargeBlobs: (serialised) =>
      store.change((kept) => [{ ...kept, largeBlobs: toBase64url(serialised) }, undefined]),
    clear: () =>
      store.change(({ pin: _, largeBlobs: __, ...kept }) => [{ ...kept, credentials: [] }, undefined]),
  }
}

/** Forget a passkey. @returns whether there was such a one */
export function removeCredential(store: KeeperStore, id: string): Promise<boolean> {
  return store.change((kept) => {
    const credentials = kept.credentials.filter((credential) => credential.id !== id)
    const found = credentials.length < kept.credentials.length
    return [found ? { ...kept, credentials } : kept, found]
  })
}

function isReplacedBy(other: KeptCredential, kept: KeptCredential): boolean {
  if (other.id === kept.id) return true
  const sameUser = other.rpId === kept.rpId && other.user.id === kept.user.id
  return kept.discoverable && other.discoverable && sameUser
}

function changeCredential<T>(
  store: KeeperStore,
  id: Uint8Array,
  change: (credential: KeptCredential) => readonly [KeptCredential, T],
): Promise<T | undefined> {
  const wanted = toBase64url(id)
  return store.change<T | undefined>((kept: Kept) => {
    const found = kept.credentials.find((credential) => credential.id === wanted)
    if (found === undefined) return [kept, undefined]
    const [next, answer] = change(found)
    const credentials = kept.credentials.map((credential) => (credential === found ? next : credential))
    return [{ ...kept, credentials }, answer]
  })
}

type Sealing = Pick<ShelfDeps, 'vault' | 'cryptography'>

async function sealCredential(
  { vault, cryptography }: Sealing,
  credential: CredentialSource,
): Promise<KeptCredential> {
  const { id, rpId, rpName, user, discoverable, privateKey, credRandom, largeBlobKey } = credential
  const bare = {
    id: toBase64url(id),
    rpId,
    ...(rpName !== undefined && { rpName }),
    user: toKeptUser(user),
    discoverable,
    algorithm: privateKey.algorithm,
    publicKey: toBase64url(credential.publicKey),
    signCount: credential.signCount,
    credProtect: credential.credProtect,
    backupEligible: credential.backupEligible,
    createdAt: credential.createdAt.getTime(),
  }
  const secrets = concatBytes(credRandom.withUv, credRandom.withoutUv, largeBlobKey ?? new Uint8Array())
  const packed = await cryptography.packKey(privateKey)
  return {
    ...bare,
    privateKey: toBase64url(await vault.seal(packed, contextOf('key', bare))),
    secrets: toBase64url(await vault.seal(secrets, contextOf('secrets', bare))),
  }
}

async function openCredential(
  { vault, cryptography }: Sealing,
  kept: KeptCredential,
): Promise<CredentialSource> {
  const packed = await vault.open(fromBase64url(kept.privateKey), contextOf('key', kept))
  const secrets = await vault.open(fromBase64url(kept.secrets), contextOf('secrets', kept))
  return {
    ...toPublicPart(kept),
    privateKey: await cryptography.unpackKey(packed, kept.algorithm),
    credRandom: { withUv: secrets.slice(0, 32), withoutUv: secrets.slice(32, 64) },
    ...(secrets.length > 64 && { largeBlobKey: secrets.slice(64) }),
  }
}

function lockedCredential(kept: KeptCredential): CredentialSource {
  return {
    ...toPublicPart(kept),
    get privateKey(): SigningKey {
      throw new KeeperRefusal('locked')
    },
    get credRandom(): CredentialSource['credRandom'] {
      throw new KeeperRefusal('locked')
    },
  }
}

function toPublicPart(kept: KeptCredential): Omit<CredentialSource, 'privateKey' | 'credRandom'> {
  const { id, ...names } = kept.user
  return {
    id: fromBase64url(kept.id),
    rpId: kept.rpId,
    ...(kept.rpName !== undefined && { rpName: kept.rpName }),
    user: { id: fromBase64url(id), ...names },
    discoverable: kept.discoverable,
    publicKey: fromBase64url(kept.publicKey),
    signCount: kept.signCount,
    credProtect: kept.credProtect,
    backupEligible: kept.backupEligible,
    createdAt: new Date(kept.createdAt),
  }
}

function toKeptUser({ id, name, displayName }: UserEntity): KeptCredential['user'] {
  return {
    id: toBase64url(id),
    ...(name !== undefined && { name }),
    ...(displayName !== undefined && { displayName }),
  }
}

/** What must not change without breaking the seal. */
function contextOf(
  part: 'key' | 'secrets',
  {
    id,
    rpId,
    user,
    algorithm,
    publicKey,
    credProtect,
    backupEligible,
  }: Omit<KeptCredential, 'privateKey' | 'secrets'>,
): string {
  return JSON.stringify([part, id, rpId, user.id, algorithm, publicKey, credProtect, backupEligible])
}
