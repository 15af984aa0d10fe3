import { concatBytes, toUtf8 } from '@latchkey/encoding'
import type { Vault } from '@latchkey/keeper'
import type { CodeSecret } from '../codes/one-time-code.ts'
import type { KeptCodes, Notes, NotesShelf } from './notes.ts'

/** What is said of a key when it is kept. */
export interface NewCodes
  extends CodeSecret,
    Pick<KeptCodes, 'accountId' | 'serverId' | 'issuer' | 'account'> {}

/**
 * Keeps the keys of one-time codes, sealed: by the app lock where there is one, else by a key that this browser does not
 * give out.
 */
export interface CodeKeeper {
  add(codes: NewCodes): Promise<void>
  /** @throws KeeperRefusal `locked` */
  open(codes: KeptCodes): Promise<CodeSecret>
  remove(id: string): Promise<void>
  /** Seal everything anew, because the lock came or goes. @throws KeeperRefusal `locked` */
  sealBy(sealedBy: KeptCodes['sealedBy']): Promise<void>
  /** Forget what only a lock could open that is gone. @returns whose they were */
  dropLocked(): Promise<readonly KeptCodes[]>
}

const ivLength = 12

/** Make the keeper of codes. */
export function newCodeKeeper(shelf: NotesShelf, vault: Vault): CodeKeeper {
  const seal = async (notes: Notes, secret: Uint8Array, id: string, by: KeptCodes['sealedBy']) => {
    if (by === 'lock') return await vault.seal(secret, contextOf(id))
    const iv = crypto.getRandomValues(new Uint8Array(ivLength))
    const algorithm = { name: 'AES-GCM', iv, additionalData: toUtf8(contextOf(id)) }
    const bytes = await crypto.subtle.encrypt(algorithm, notes.sealingKey, concatBytes(secret))
    return concatBytes(iv, new Uint8Array(bytes))
  }

  const open = async (notes: Notes, { id, sealed, sealedBy }: KeptCodes) => {
    if (sealedBy === 'lock') return await vault.open(sealed, contextOf(id))
    const iv = concatBytes(sealed.subarray(0, ivLength))
    const algorithm = { name: 'AES-GCM', iv, additionalData: toUtf8(contextOf(id)) }
    const bytes = await crypto.subtle.decrypt(
      algorithm,
      notes.sealingKey,
      concatBytes(sealed.subarray(ivLength)),
    )
    return new Uint8Array(bytes)
  }

  return {
    async add({ secret, ...codes }) {
      const notes = await shelf.read()
      const id = crypto.randomUUID()
      const sealedBy = (await vault.state()).unlocksWith.length > 0 ? 'lock' : 'phone'
      const sealed = await seal(notes, secret, id, sealedBy)
      await shelf.change((now) => ({ ...now, codes: [...now.codes, { ...codes, id, sealed, sealedBy }] }))
    },
    async open(codes) {
      const { algorithm, digits, periodSeconds } = codes
      return { secret: await open(await shelf.read(), codes), algorithm, digits, periodSeconds }
    },
    async remove(id) {
      await shelf.change((now) => ({ ...now, codes: now.codes.filter((codes) => codes.id !== id) }))
    },
    async sealBy(sealedBy) {
      const notes = await shelf.read()
      const anew = new Map<string, Uint8Array<ArrayBuffer>>()
      for (const codes of notes.codes.filter((each) => each.sealedBy !== sealedBy)) {
        anew.set(codes.id, await seal(notes, await open(notes, codes), codes.id, sealedBy))
      }
      await shelf.change((now) => ({
        ...now,
        codes: now.codes.map((codes) => {
          const sealed = anew.get(codes.id)
          return sealed === undefined ? codes : { ...codes, sealed, sealedBy }
        }),
      }))
    },
    async dropLocked() {
      const { codes } = await shelf.read()
      const lost = codes.filter(({ sealedBy }) => sealedBy === 'lock')
      if (lost.length > 0) {
        await shelf.change((now) => ({
          ...now,
          codes: now.codes.filter(({ sealedBy }) => sealedBy !== 'lock'),
        }))
      }
      return lost
    },
  }
}

const contextOf = (id: string) => `one-time codes ${id}`
