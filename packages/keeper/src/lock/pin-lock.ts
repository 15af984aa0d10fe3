import { fromBase64url, toBase64url } from '@latchkey/encoding'
import { KeeperRefusal } from '../refusal.ts'
import type { KeeperStore } from '../storage/keeper-store.ts'
import { type Kept, type KeptPin, nothingKept, type PinStretching } from '../storage/kept.ts'
import { deriveFromPin, type Stretchers } from './derive-key.ts'
import { mostWrongPins, secondsToWait } from './pin.ts'
import { openBytes, sealBytes } from './sealing.ts'

/** What wrapping and unwrapping by a PIN takes. */
interface PinDeps extends Stretchers {
  readonly store: KeeperStore
  readonly random: (length: number) => Uint8Array
  readonly now: () => Date
}

const context = 'vault key, by PIN'

/** Wrap the vault's key by a PIN. @param pin in the spelling of `readNewPin` */
export async function wrapByPin(
  deps: PinDeps,
  raw: Uint8Array,
  { pin, stretching }: { readonly pin: string; readonly stretching: PinStretching },
): Promise<KeptPin> {
  const salt = deps.random(16)
  const key = await deriveFromPin(deps, pin, { salt, stretching })
  const wrapped = toBase64url(await sealBytes(deps, key, raw, context))
  return { salt: toBase64url(salt), ...stretching, wrapped }
}

/**
 * Open the vault's key by a PIN. If the PIN was stretched in another way than is wanted now, the key is wrapped anew.
 *
 * @throws KeeperRefusal `lock_not_set_up`, `unlock_wrong`, `unlock_waits`, `wiped`; `storage_unreadable` if it was
 *   stretched by what this surface has not, and then no try is counted
 */
export async function unwrapByPin(
  deps: PinDeps,
  text: string,
  wanted: PinStretching,
): Promise<Uint8Array<ArrayBuffer>> {
  const pin = text.normalize('NFC')
  const { kept, wrongPins } = await takePinTry(deps)
  const key = await deriveFromPin(deps, pin, { salt: fromBase64url(kept.salt), stretching: kept })
  const raw = await openBytes(deps, key, fromBase64url(kept.wrapped), context).catch(() => undefined)
  if (raw !== undefined) {
    await deps.store.change((before) => [withoutWrongPins(before), undefined])
    // Whoever typed the right PIN is let in: what cannot be written now is written at the next unlock.
    if (!isStretchedBy(kept, wanted)) {
      await wrapAnew(deps, raw, { pin, kept, stretching: wanted }).catch(() => undefined)
    }
    return raw
  }
  if (wrongPins >= mostWrongPins) {
    await deps.store.change((before) => [wipe(before), undefined])
    throw new KeeperRefusal('wiped')
  }
  const retryAt = new Date(deps.now().getTime() + secondsToWait(wrongPins) * 1000)
  throw new KeeperRefusal('unlock_wrong', {
    triesLeft: mostWrongPins - wrongPins,
    ...(secondsToWait(wrongPins) > 0 && { retryAt }),
  })
}

/** Put the new wrapping in the place of the old one, in one step, unless another has taken it meanwhile. */
async function wrapAnew(
  deps: PinDeps,
  raw: Uint8Array,
  {
    pin,
    kept,
    stretching,
  }: { readonly pin: string; readonly kept: KeptPin; readonly stretching: PinStretching },
): Promise<void> {
  const fresh = await wrapByPin(deps, raw, { pin, stretching })
  await deps.store.change((before) => {
    // Somebody changed the PIN, took it away, or wiped everything.
    if (before.lock?.pin?.wrapped !== kept.wrapped) return [before, undefined]
    return [{ ...before, lock: { ...before.lock, pin: fresh } }, undefined]
  })
}

function isStretchedBy(kept: PinStretching, wanted: PinStretching): boolean {
  if (!('argon2id' in kept) || !('argon2id' in wanted)) {
    return 'iterations' in kept && 'iterations' in wanted && kept.iterations === wanted.iterations
  }
  const [is, ought] = [kept.argon2id, wanted.argon2id]
  return is.memory === ought.memory && is.passes === ought.passes && is.parallelism === ought.parallelism
}

interface PinTry {
  readonly kept: KeptPin
  /** With this one. */
  readonly wrongPins: number
}

/** Count the try as a wrong one before it is judged, with the wait that follows it: stopping us in between gains none. */
async function takePinTry({ store, now, argon2id }: PinDeps): Promise<PinTry> {
  const at = now().getTime()
  const taken = await store.change<PinTry | 'lock_not_set_up' | 'wiped'>((before) => {
    const { lock } = before
    if (lock?.pin === undefined) return [before, 'lock_not_set_up']
    if (lock.wrongPins >= mostWrongPins) return [wipe(before), 'wiped']
    const canJudge = 'iterations' in lock.pin || ('argon2id' in lock.pin && argon2id !== undefined)
    if (!canJudge) throw new KeeperRefusal('storage_unreadable')
    if (lock.waitsUntil !== undefined && lock.waitsUntil > at) {
      throw new KeeperRefusal('unlock_waits', {
        retryAt: new Date(lock.waitsUntil),
        triesLeft: mostWrongPins - lock.wrongPins,
      })
    }
    const wrongPins = lock.wrongPins + 1
    const waitsUntil = at + secondsToWait(wrongPins) * 1000
    return [
      { ...before, lock: { ...lock, wrongPins, waitsUntil } },
      { kept: lock.pin, wrongPins },
    ]
  })
  if (typeof taken === 'string') throw new KeeperRefusal(taken)
  return taken
}

/** What is kept, as if no PIN had been wrong. */
export function withoutWrongPins(kept: Kept): Kept {
  if (kept.lock === undefined) return kept
  const { waitsUntil: _, ...lock } = kept.lock
  return { ...kept, lock: { ...lock, wrongPins: 0 } }
}

/** What is left after too many wrong PINs: whose accounts these were, so that they can be registered again. */
function wipe({ accounts }: Kept): Kept {
  return { ...nothingKept, accounts: accounts.map(({ deviceKey: _, ...account }) => account) }
}
