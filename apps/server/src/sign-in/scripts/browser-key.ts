/** The key by which this browser is remembered: it never leaves the browser, and only our own pages can use it. */

const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' }

/** Make a key and keep it under the name the server gives it. @param tell hands its public half to the server */
export async function makeBrowserKey(
  tell: (publicKey: string) => Promise<string | undefined>,
): Promise<void> {
  const pair = await crypto.subtle.generateKey(keyAlgorithm, false, ['sign', 'verify'])
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
  const browserId = await tell(toBase64urlText(spki))
  if (browserId !== undefined)
    await withBrowserKeys('readwrite', (keys) => keys.put(pair.privateKey, browserId))
}

/** Sign what the server asks. @returns undefined if this browser has no such key (any more) */
export async function signAsBrowser(browserId: string, challenge: string): Promise<string | undefined> {
  try {
    const key: unknown = await withBrowserKeys('readonly', (keys) => keys.get(browserId))
    if (!(key instanceof CryptoKey)) return undefined
    const bytes = Uint8Array.from(atob(challenge.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes)
    return toBase64urlText(new Uint8Array(signature))
  } catch {
    // A browser that keeps nothing is one that is not remembered.
    return undefined
  }
}

function withBrowserKeys<T>(
  mode: IDBTransactionMode,
  use: (keys: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('latchkey-browser', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('keys')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('keys', mode)
      const asked = use(transaction.objectStore('keys'))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = () => reject(transaction.error)
    }
  })
}

function toBase64urlText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
