import type { KeeperStore } from './keeper-store.ts'
import type { Kept } from './kept.ts'
import { readKept } from './read-kept.ts'

const drawer = 'kept'
const place = 'all'

/**
 * Keep everything in IndexedDB, as extensions and pages have it. The database is shared by all contexts of the origin:
 * each change is one transaction, written through to the disk.
 *
 * @param name of the database
 */
export function indexedDbStore(indexedDb: IDBFactory, name = 'latchkey-authenticator'): KeeperStore {
  let opened: Promise<IDBDatabase> | undefined

  const open = (): Promise<IDBDatabase> => {
    const forget = () => {
      opened = undefined
    }
    opened ??= openDatabase(indexedDb, name, forget).catch((cause) => {
      forget()
      throw cause
    })
    return opened
  }

  return {
    async read() {
      const transaction = (await open()).transaction(drawer, 'readonly')
      return readKept(await toPromise(transaction.objectStore(drawer).get(place)))
    },

    async change<T>(change: (kept: Kept) => readonly [Kept, T]) {
      const transaction = (await open()).transaction(drawer, 'readwrite', { durability: 'strict' })
      const [answer] = await Promise.all([changeIn(transaction, change), untilDone(transaction)])
      return answer
    },
  }
}

/** Read and write without a pause between: a transaction of IndexedDB ends as soon as nobody asks anything of it. */
function changeIn<T>(transaction: IDBTransaction, change: (kept: Kept) => readonly [Kept, T]): Promise<T> {
  const store = transaction.objectStore(drawer)
  return new Promise((resolve, reject) => {
    const request = store.get(place)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      try {
        const before = readKept(request.result)
        const [after, answer] = change(before)
        if (after !== before) store.put(after, place)
        resolve(answer)
      } catch (cause) {
        reject(cause)
        transaction.abort()
      }
    }
  })
}

function openDatabase(indexedDb: IDBFactory, name: string, forget: () => void): Promise<IDBDatabase> {
  const request = indexedDb.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(drawer)
  }
  return toPromise(request).then((database) => {
    // A newer version of ours, or the browser, wants it closed: the next who asks opens it again.
    database.onversionchange = () => {
      forget()
      database.close()
    }
    database.onclose = forget
    return database
  })
}

function toPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function untilDone(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'))
  })
}
