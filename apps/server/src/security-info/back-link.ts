import { type Html, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'

/** The way back to the page that this one hangs on. */
export function backLink(to: string, name: string): Html {
  return html`<a class="back" href="${to}">${icons.back}${name}</a>`
}
