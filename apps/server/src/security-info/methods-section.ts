import type { Words } from '@latchkey/words'
import { type Html, html } from '../page/html.ts'
import { timeOf } from './time.ts'

/** When a method was used last, and from where, as a sentence. */
export function lastUsed(said: Words, at: Date | undefined, from?: string): Html {
  const { methods: text } = said.securityInfo
  return html`${at !== undefined && `${text.lastUsed} `}${use(said, at, from)}`
}

/** The same, without saying what it is. */
function use(said: Words, at: Date | undefined, from?: string): Html {
  const { methods: text } = said.securityInfo
  if (at === undefined) return html`${text.never}`
  return html`${timeOf(at, said.language)}${from !== undefined && html`, ${text.from({ place: from })}`}`
}
