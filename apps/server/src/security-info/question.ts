import { type Html, html } from '../page/html.ts'

/** A question before something that cannot be taken back. */
export interface Question {
  /** Of the dialog; `#id` in the address opens it. */
  readonly id: string
  readonly title: string
  readonly reason: Html | string
  /** What is posted where on yes. */
  readonly post: string
  readonly yes: string
  readonly no: string
  /** The id of what is shown afterwards, instead of the part with the id `…-before`. */
  readonly done?: string
}

/** Ask, in a dialog. A button with `data-opens` and its id opens it. */
export function question({ id, title, reason, post, yes, no, done }: Question): Html {
  return html`<dialog id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p>${reason}</p><form data-post="${post}"${done !== undefined && html` data-done="${done}"`}><div class="actions"><button class="button danger">${yes}</button><button type="button" class="button quiet" data-closes autofocus>${no}</button></div></form></dialog>`
}
