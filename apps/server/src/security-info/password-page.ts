import { html } from '../page/html.ts'
import { backLink } from './back-link.ts'
import type { PortalVisit } from './enter-portal.ts'
import { field } from './field.ts'
import type { PortalPage } from './portal-page.ts'

/** Change a password. The user name stands in it for password managers. */
export function passwordPage({ said, person }: PortalVisit): PortalPage {
  const { password: text, back } = said.securityInfo
  return {
    title: text.title,
    layout: 'card',
    body: html`${backLink('/security-info', back)}<h1>${text.title}</h1><p class="soft">${text.lead}</p><form data-post="/security-info/password"><input class="sr" type="text" name="userName" value="${person.userName}" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>${field({ name: 'current', label: text.current, required: text.currentRequired, type: 'password', autocomplete: 'current-password' })}${field({ name: 'next', label: text.next, hint: text.nextHint, required: text.nextRequired, type: 'password', autocomplete: 'new-password' })}<div class="actions"><button class="button">${text.submit}</button></div></form>`,
  }
}

/** For whom there is no password to change. */
export function noPasswordPage({ said }: PortalVisit): PortalPage {
  const { password: text, back } = said.securityInfo
  return {
    title: text.noneTitle,
    layout: 'card',
    body: html`<h1>${text.noneTitle}</h1><p>${text.none}</p><div class="actions"><a class="button quiet" href="/security-info">${back}</a></div>`,
  }
}
