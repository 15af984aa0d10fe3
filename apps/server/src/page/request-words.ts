import { chooseLanguage, type Language, loadWords, type Words, words } from '@latchkey/words'
import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import { LRUCache } from 'lru-cache'

/** Browsers ask in few ways, and each asks in the same way each time. */
const chosen = new LRUCache<string, Language>({ max: 500 })

/** The words in the language that this browser asks for. */
export function requestWords(request: FastifyRequest): Words {
  return words(languageOf(request))
}

/** See that these words are there, before anything is written. */
export const loadRequestWords: onRequestHookHandler = (request, _, done) => {
  const language = languageOf(request)
  if (language === 'en') return done()
  loadWords(language).then(() => done(), done)
}

function languageOf({ headers }: FastifyRequest): Language {
  const asked = headers['accept-language'] ?? ''
  const known = chosen.get(asked)
  if (known !== undefined) return known
  const language = chooseLanguage(asked)
  chosen.set(asked, language)
  return language
}
