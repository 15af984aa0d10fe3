/**
 * Read the address of a server as people type it: with or without `https://`, with or without a path. Plain HTTP only on
 * this very machine.
 *
 * @returns its origin; `undefined` if that is no address
 */
export function readAddress(typed: string): string | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  const isLocal = /^(http:\/\/)?localhost(:\d+)?(\/|$)/i.test(text)
  const address = /^[a-z]+:\/\//i.test(text) ? text : `${isLocal ? 'http' : 'https'}://${text}`
  if (!URL.canParse(address)) return undefined
  const { protocol, origin, username, hostname } = new URL(address)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost')
  const isSite = hostname === 'localhost' || hostname.includes('.')
  return isSafe && isSite && username === '' ? origin : undefined
}
