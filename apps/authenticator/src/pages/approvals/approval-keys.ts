/** The key by which this phone approves an account's sign-ins: it signs nothing else, and never leaves the browser. */
export interface ApprovalKey {
  /** Not to be exported. */
  readonly privateKey: CryptoKey
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** The device it was given to the server for: one that is registered anew gives a new one. */
  readonly deviceId: string
}

const database = 'latchkey-phone-approvals'
const shelf = 'keys'
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }

/** Make a key. It is kept by `putApprovalKey`, once the server has it. */
export async function makeApprovalKey(deviceId: string): Promise<ApprovalKey> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  return {
    privateKey: pair.privateKey,
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    deviceId,
  }
}

/** Find an account's key. */
export async function findApprovalKey(accountId: string): Promise<ApprovalKey | undefined> {
  return await withKeys('readonly', (keys) => keys.get(accountId))
}

export async function putApprovalKey(accountId: string, key: ApprovalKey): Promise<void> {
  await withKeys('readwrite', (keys) => keys.put(key, accountId))
}

export async function removeApprovalKey(accountId: string): Promise<void> {
  await withKeys('readwrite', (keys) => keys.delete(accountId))
}

async function withKeys<T>(
  mode: IDBTransactionMode,
  use: (keys: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(database, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(shelf)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = opened.transaction(shelf, mode)
      const asked = use(transaction.objectStore(shelf))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = () => reject(transaction.error)
    })
  } finally {
    opened.close()
  }
}
