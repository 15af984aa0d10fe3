import type { Person, PersonMethods } from '@latchkey/identity'
import type { Words } from '@latchkey/words'
import { type Html, html } from '../page/html.ts'
import { problemBox } from '../page/problem-box.ts'
import type { PortalPage } from '../security-info/portal-page.ts'
import type { AdminVisit } from './enter-admin.ts'
import type { FoundPeople } from './find-people.ts'
import { mayAdminister } from './may-administer.ts'

/** Somebody in the list, and what they have. */
export interface ListedPerson {
  readonly person: Person
  readonly methods: PersonMethods
}

/** The people of an organisation. */
export function peoplePage(
  { said, person, roles }: AdminVisit,
  listed: readonly ListedPerson[],
  { after, cut }: FoundPeople,
  text: string,
): PortalPage {
  const { people, title } = said.admin
  return {
    title: `${people.title} · ${title}`,
    layout: 'wide',
    body: html`<div class="page-head"><div><h1>${people.title}</h1></div>${mayAdminister({ userId: person.userId, roles }, 'addPerson') && html`<a class="button" href="/admin-plain/add-person">${people.add}</a>`}</div>${problemBox(said)}<section class="section" aria-label="${people.title}"><form class="inline" role="search" action="/admin-plain"><label for="q">${people.search}</label><input id="q" name="q" type="search" value="${text}" maxlength="100" autocomplete="off" spellcheck="false"><button class="button quiet">${people.find}</button></form>${listed.length === 0 ? html`<p class="soft">${people.none}</p>` : peopleTable(said, listed)}${cut && html`<p class="hint">${people.cut}</p>`}${after !== undefined && html`<p><a href="/admin-plain?after=${encodeURIComponent(after)}">${people.more}</a></p>`}</section>`,
  }
}

function peopleTable(said: Words, listed: readonly ListedPerson[]): Html {
  const { people } = said.admin
  return html`<div class="scroll"><table class="stack"><thead><tr><th scope="col">${people.name}</th><th scope="col">${people.userName}</th><th scope="col">${people.has}</th></tr></thead><tbody>${listed.map(
    ({ person, methods }) =>
      html`<tr><td><a href="/admin-plain/people/${person.userId}">${person.displayName}</a> ${!person.enabled && html`<span class="badge bad">${people.off}</span>`}${person.breakGlass && html`<span class="badge">${people.breakGlass}</span>`}</td><td>${person.userName}</td><td data-label="${people.has}">${methodsOf(said, methods)}</td></tr>`,
  )}</tbody></table></div>`
}

function methodsOf({ admin: { people } }: Words, { passkeys, password, totp }: PersonMethods): string {
  const has = [
    passkeys > 0 && people.passkeys({ count: passkeys }),
    password && people.password,
    totp && people.codes,
  ].filter((each) => each !== false)
  return has.length === 0 ? people.nothing : has.join(', ')
}
