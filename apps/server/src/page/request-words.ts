import { chooseLanguage, type Words, words } from '@latchkey/words'
import type { FastifyRequest } from 'fastify'

/** The words in the language that this browser asks for. */
export function requestWords({ headers }: FastifyRequest): Words {
  return words(chooseLanguage(headers['accept-language']))
}
