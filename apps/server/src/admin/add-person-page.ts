import { html } from '../page/html.ts'
import { backLink } from '../security-info/back-link.ts'
import { field } from '../security-info/field.ts'
import type { PortalPage } from '../security-info/portal-page.ts'
import type { AdminVisit } from './enter-admin.ts'

/** Add somebody to the organisation. */
export function addPersonPage({ said }: AdminVisit, domain: string): PortalPage {
  const { addPerson, person } = said.admin
  return {
    title: addPerson.title,
    layout: 'card',
    body: html`${backLink('/admin-plain', person.back)}<h1>${addPerson.title}</h1><form data-post="/admin-plain/people">${field({ name: 'displayName', label: addPerson.displayName, required: addPerson.displayNameRequired, maximum: 100 })}${field({ name: 'userName', label: addPerson.userName, hint: addPerson.userNameHint({ domain }), required: addPerson.userNameRequired, maximum: 254, literal: true })}${field({ name: 'mail', label: addPerson.mail, hint: addPerson.mailHint, type: 'email', maximum: 254 })}<div class="actions"><button class="button">${addPerson.submit}</button></div></form>`,
  }
}
