import type { ProblemWords, Words } from '@latchkey/words'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'

/** What stands in a problem box: empty until a script shows something, or filled from the start. */
interface Problem {
  readonly words: ProblemWords
  readonly correlationId: string
  /** One more sentence, such as when to try again. */
  readonly more?: string | undefined
}

/**
 * The one place of a page where it says what went wrong: what, why, what to do, and the reference to tell the help
 * desk. Scripts fill it by `showProblem`.
 */
export function problemBox({ common }: Words, problem?: Problem): Html {
  const next = [problem?.words.next, problem?.more].filter((text) => text !== undefined).join(' ')
  return html`<div id="problem" class="problem" role="alert" tabindex="-1"${problem === undefined && html` hidden`}>${icons.warning}<div><h2 data-part="title">${problem?.words.title}</h2><p data-part="reason">${problem?.words.reason}</p><p data-part="next">${next}</p>${reference(common, problem?.correlationId ?? '')}</div></div>`
}

/** The correlation id, with a button that copies it. */
export function reference(common: Words['common'], correlationId: string): Html {
  return html`<p class="reference">${common.correlationId} <code id="correlation-id" data-part="correlation-id">${correlationId}</code> <button type="button" class="link" data-copy="correlation-id" data-copied="${common.copied}">${common.copy}</button></p>`
}
