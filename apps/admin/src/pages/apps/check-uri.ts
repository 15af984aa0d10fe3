import type { CentreWords } from '@latchkey/words/centre'
import type { AppKind } from './app.ts'

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Read lines of addresses. */
export function toLines(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Say what is wrong with an address that people come back to; `undefined` if nothing is. The server decides. */
export function checkRedirectUri(
  uri: string,
  kind: AppKind,
  said: CentreWords['apps']['uri'],
): string | undefined {
  if (!URL.canParse(uri)) return said.notAddress({ uri })
  if (uri.includes('#')) return said.fragment({ uri })
  if (uri.includes('*')) return said.wildcard({ uri })
  const { protocol, hostname } = new URL(uri)
  if (protocol === 'https:') return undefined
  if (protocol === 'http:') return thisMachine.has(hostname) ? undefined : said.notSecure({ uri })
  const own = /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/.test(protocol)
  return kind === 'native' && own ? undefined : said.ownScheme({ uri })
}

/** Whether an address of the app is one that we or a browser can call. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, hash } = new URL(text)
  return hash === '' && (protocol === 'https:' || (protocol === 'http:' && thisMachine.has(hostname)))
}
