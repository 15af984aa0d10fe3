import { concatBytes, fromBase64url, toBase64url } from '@latchkey/encoding'
import { KeeperRefusal } from '../refusal.ts'
import type { KeeperStore } from '../storage/keeper-store.ts'
import type { KeptLock, PinStretching } from '../storage/kept.ts'
import { deriveFromPrf, type Stretchers } from './derive-key.ts'
import { mostWrongPins, readNewPin } from './pin.ts'
import { unwrapByPin, withoutWrongPins, wrapByPin } from './pin-lock.ts'
import { openBytes, sealBytes } from './sealing.ts'

/** What somebody proves with who they are: a PIN, or what the PRF of the lock's passkey gave, 32 bytes. */
export type UnlockSecret = { readonly pin: string } | { readonly prf: Uint8Array }

/** What a new lock is made of. */
export type NewLock =
  | { readonly pin: string }
  /** A passkey of the platform, made with `lockPasskeyCreation`. */
  | {
      readonly prf: Uint8Array
      readonly credentialId: Uint8Array
      readonly rpId: string
      /** What its PRF was evaluated at. */
      readonly salt: Uint8Array
    }

/** How the vault stands. */
export interface VaultState {
  /** Which secrets unlock it; none before it is set up. */
  readonly unlocksWith: readonly ('pin' | 'passkey')[]
  readonly open: boolean
  /** Wrong PINs until everything is wiped. */
  readonly pinTriesLeft: number
  /** No PIN is judged before. */
  readonly retryAt?: Date
}

/**
 * What seals the secrets of an authenticator. A random key seals; that key is kept wrapped by a PIN, by a passkey of the
 * platform, or by both. While the vault is open the key is in memory, not to be exported.
 */
export interface Vault {
  state(): Promise<VaultState>
  /**
   * Make the vault's key and lock it; or, while it is open, put another PIN or passkey in the place of the one of its
   * kind. The vault is open afterwards.
   *
   * @throws KeeperRefusal `pin_too_short`, `pin_too_simple`, `locked` if there is a lock already and it is not open
   */
  setLock(lock: NewLock): Promise<void>
  /** Take one of two away. @throws KeeperRefusal `locked`; `lock_not_set_up` if it is the only one, or is not there */
  removeLock(kind: 'pin' | 'passkey'): Promise<void>
  /**
   * Check, now, that somebody knows the PIN or holds the passkey; and be open. An open vault checks as well, so this is
   * what user verification rests on. A wrong PIN is counted, durably, before it is judged; after ten in a row the
   * passkeys and the keys of this device are deleted.
   *
   * A PIN that was stretched otherwise than PINs are now is stretched anew, on this occasion.
   *
   * @throws KeeperRefusal `lock_not_set_up`, `unlock_wrong`, `unlock_waits`, `wiped`, `storage_unreadable`
   */
  unlock(secret: UnlockSecret): Promise<void>
  /** Forget the key. */
  lock(): void
  /** Whether secrets can be opened now; after some minutes without use they cannot. */
  isOpen(): boolean
  /** @param context what it is sealed for; it opens for nothing else. @throws KeeperRefusal `locked` */
  seal(plain: Uint8Array, context: string): Promise<Uint8Array<ArrayBuffer>>
  /** @throws KeeperRefusal `locked`, `seal_broken` */
  open(sealed: Uint8Array, context: string): Promise<Uint8Array<ArrayBuffer>>
}

/** What a vault needs of its surroundings. With argon2id it stretches PINs by that. */
export interface VaultDeps extends Stretchers {
  readonly store: KeeperStore
  readonly random: (length: number) => Uint8Array
  readonly now: () => Date
}

/** How a vault behaves, where it shall not be as usual. */
export interface VaultOptions {
  /** Seconds without use after which it locks itself; 300. */
  readonly autoLockSeconds?: number
  /** Rounds of PBKDF2, where there is no argon2id; 600 000, as OWASP advises for SHA-256. */
  readonly pinIterations?: number
}

/**
 * Make the vault over a store. Any number of them may stand over the same store; each is opened by itself.
 */
export function newVault(deps: VaultDeps, options: VaultOptions = {}): Vault {
  const { store, subtle, now } = deps
  const { autoLockSeconds = 300, pinIterations = 600_000 } = options
  const stretching: PinStretching = deps.argon2id
    ? { argon2id: deps.argon2id.cost }
    : { iterations: pinIterations }
  let held: { readonly key: CryptoKey; readonly raw: Uint8Array } | undefined
  let usedAt = 0

  function find() {
    const idle = now().getTime() - usedAt
    // A clock that was set back says nothing of how long ago it was.
    if (idle < 0 || idle > autoLockSeconds * 1000) forget()
    return held
  }

  function forget(): void {
    held?.raw.fill(0)
    held = undefined
  }

  function get() {
    const found = find()
    if (found === undefined) throw new KeeperRefusal('locked')
    usedAt = now().getTime()
    return found
  }

  async function hold(raw: Uint8Array): Promise<void> {
    const key = await subtle.importKey('raw', concatBytes(raw), 'AES-GCM', false, ['encrypt', 'decrypt'])
    held = { key, raw }
    usedAt = now().getTime()
  }

  return {
    async state() {
      const { lock } = await store.read()
      return {
        unlocksWith: [
          ...(lock?.pin ? (['pin'] as const) : []),
          ...(lock?.passkey ? (['passkey'] as const) : []),
        ],
        open: find() !== undefined,
        pinTriesLeft: Math.max(0, mostWrongPins - (lock?.wrongPins ?? 0)),
        ...(lock?.waitsUntil !== undefined &&
          lock.waitsUntil > now().getTime() && { retryAt: new Date(lock.waitsUntil) }),
      }
    },

    async setLock(lock) {
      const isNew = (await store.read()).lock === undefined
      // A copy: the one that is held is overwritten if somebody locks meanwhile.
      const raw = isNew ? deps.random(32) : get().raw.slice()
      const part = await wrap(deps, raw, lock, stretching)
      await store.change((kept) => {
        // Another tab was faster: its key is the vault's.
        if (isNew && kept.lock !== undefined) throw new KeeperRefusal('locked')
        const next = { ...kept, lock: { wrongPins: 0, ...kept.lock, ...part } }
        // What was guessed at the PIN before says nothing of this one.
        return ['pin' in lock ? withoutWrongPins(next) : next, undefined]
      })
      await hold(raw)
    },

    async removeLock(kind) {
      get()
      await store.change((kept) => {
        if (kept.lock?.pin === undefined || kept.lock.passkey === undefined) {
          throw new KeeperRefusal('lock_not_set_up')
        }
        const { [kind]: _, ...lock } = kept.lock
        return [{ ...kept, lock }, undefined]
      })
    },

    async unlock(secret) {
      const raw =
        'pin' in secret
          ? await unwrapByPin(deps, secret.pin, stretching)
          : await unwrapByPrf(deps, secret.prf)
      await hold(raw)
    },

    lock: forget,
    isOpen: () => find() !== undefined,
    seal: async (plain, context) => await sealBytes(deps, get().key, plain, context),
    open: async (sealed, context) => await openBytes(deps, get().key, sealed, context),
  }
}

const passkeyContext = 'vault key, by passkey'

async function wrap(
  deps: VaultDeps,
  raw: Uint8Array,
  lock: NewLock,
  stretching: PinStretching,
): Promise<Pick<KeptLock, 'pin' | 'passkey'>> {
  if ('pin' in lock) return { pin: await wrapByPin(deps, raw, { pin: readNewPin(lock.pin), stretching }) }
  const key = await deriveFromPrf(deps.subtle, lock.prf, lock.salt)
  return {
    passkey: {
      credentialId: toBase64url(lock.credentialId),
      rpId: lock.rpId,
      salt: toBase64url(lock.salt),
      wrapped: toBase64url(await sealBytes(deps, key, raw, passkeyContext)),
    },
  }
}

async function unwrapByPrf(deps: VaultDeps, prf: Uint8Array): Promise<Uint8Array> {
  const passkey = (await deps.store.read()).lock?.passkey
  if (passkey === undefined) throw new KeeperRefusal('lock_not_set_up')
  const key = await deriveFromPrf(deps.subtle, prf, fromBase64url(passkey.salt))
  try {
    return await openBytes(deps, key, fromBase64url(passkey.wrapped), passkeyContext)
  } catch (cause) {
    throw new KeeperRefusal('unlock_wrong', { cause })
  }
}
