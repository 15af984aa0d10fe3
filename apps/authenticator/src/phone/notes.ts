import type { AccountAnswer } from '@latchkey/api/authenticator'
import type { CodeSecret } from '../codes/one-time-code.ts'

/** A key for one-time codes, sealed. */
export interface KeptCodes extends Omit<CodeSecret, 'secret'> {
  readonly id: string
  /** The account it belongs to; absent for another service's. */
  readonly accountId?: string
  /** What the server calls it. */
  readonly serverId?: string
  readonly issuer: string
  readonly account: string
  readonly sealed: Uint8Array<ArrayBuffer>
  /** By the key this phone's browser keeps, or by the app lock. */
  readonly sealedBy: 'phone' | 'lock'
}

/** What the server said of an account, the last time it could be asked. */
export interface Seen {
  readonly answer: AccountAnswer
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What the app remembers besides its accounts. Only what is sealed is secret. */
export interface Notes {
  readonly version: 1
  /** AES-GCM, not to be exported. */
  readonly sealingKey: CryptoKey
  readonly codes: readonly KeptCodes[]
  readonly seen: Readonly<Record<string, Seen>>
  /** The passkeys begun here, by account: credential IDs, base64url. The phone's own manager keeps them. */
  readonly made: Readonly<Record<string, readonly string[]>>
}

/** Where the notes are. */
export interface NotesShelf {
  read(): Promise<Notes>
  /** Change them, in one transaction among all tabs. @param change pure and synchronous */
  change(change: (notes: Notes) => Notes): Promise<void>
  clear(): Promise<void>
}

const shelf = 'notes'
const place = 'all'

/** Open the shelf in IndexedDB. */
export function openNotesShelf(indexedDb: IDBFactory, name = 'latchkey-phone-app'): NotesShelf {
  let opened: Promise<IDBDatabase> | undefined
  const open = () => {
    opened ??= openDatabase(indexedDb, name)
    return opened
  }
  const first = async () => {
    const fresh = await newNotes()
    // Another tab may have been faster: what is there stays.
    await inTransaction(await open(), (store) => {
      const request = store.get(place)
      request.onsuccess = () => request.result === undefined && store.put(fresh, place)
    })
  }
  const find = async (): Promise<Notes | undefined> => {
    const store = (await open()).transaction(shelf, 'readonly').objectStore(shelf)
    return await new Promise((resolve, reject) => {
      const request = store.get(place)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  }
  const read = async (): Promise<Notes> => {
    const found = await find()
    if (found !== undefined) return found
    await first()
    return await read()
  }
  return {
    read,
    async change(change) {
      await read()
      await inTransaction(await open(), (store) => {
        const request = store.get(place)
        request.onsuccess = () => store.put(change(request.result), place)
      })
    },
    async clear() {
      await inTransaction(await open(), (store) => store.delete(place))
    },
  }
}

async function newNotes(): Promise<Notes> {
  const sealingKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  return { version: 1, sealingKey, codes: [], seen: {}, made: {} }
}

function openDatabase(indexedDb: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDb.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(shelf)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function inTransaction(database: IDBDatabase, does: (store: IDBObjectStore) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(shelf, 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
    does(transaction.objectStore(shelf))
  })
}
