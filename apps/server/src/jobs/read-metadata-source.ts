import { readFile, stat } from 'node:fs/promises'

/** As the web's `fetch`, as far as it is used here. */
export type Fetch = (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>

/** The platform's own. Not named before it is called: naming it loads a client that most servers never need. */
export const platformFetch: Fetch = (url, init) => globalThis.fetch(url, init)

/** Several times what a BLOB has grown to. */
const mostBytes = 40 * 1024 * 1024

const timeoutMilliseconds = 60_000

/**
 * Read a BLOB from where the operator said: a file, or an `https://` address.
 *
 * @throws Error if it is not there, does not come in time, or is too large
 */
export async function readMetadataSource(source: string, fetch: Fetch): Promise<string> {
  return /^https:\/\//i.test(source) ? readUrl(source, fetch) : readBlobFile(source)
}

/** Read a BLOB from a file. @throws Error if it is not there or too large */
export async function readBlobFile(path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > mostBytes) throw new Error(`${path} is larger than any metadata`)
  return await readFile(path, 'utf8')
}

async function readUrl(url: string, fetch: Fetch): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMilliseconds) })
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`)
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body) {
    length += piece.length
    // Leaving the loop hangs up: nothing more is read, whatever is still sent.
    if (length > mostBytes) throw new Error(`${url} sends more than any metadata`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
