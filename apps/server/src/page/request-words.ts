import { chooseLanguage, type Language, type Words, words } from '@latchkey/words'
import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'

/** Browsers ask in few ways, and each asks in the same way each time. */
const chosen = new LRUCache<string, Language>({ max: 500 })

/** The words in the language that this browser asks for. */
export function requestWords({ headers }: FastifyRequest): Words {
  const asked = headers['accept-language'] ?? ''
  const known = chosen.get(asked)
  if (known !== undefined) return words(known)
  const language = chooseLanguage(asked)
  chosen.set(asked, language)
  return words(language)
}
