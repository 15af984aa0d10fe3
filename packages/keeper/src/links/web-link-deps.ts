import { hybridCryptography } from '@latchkey/ctap/hybrid'
import type { LinkDeps } from './make-link.ts'

/** What links are made and used with in a browser. */
export function webLinkDeps({ subtle, random }: Pick<LinkDeps, 'subtle' | 'random'>): LinkDeps {
  return {
    subtle,
    random,
    cryptography: hybridCryptography(subtle),
    openWebSocket: (url, protocol) => new WebSocket(url, protocol),
  }
}
