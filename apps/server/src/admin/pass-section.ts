import type { PassTerms } from '@latchkey/policy'
import type { Words } from '@latchkey/words'
import { type Html, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import { field } from '../security-info/field.ts'
import { timeOf } from '../security-info/time.ts'
import type { May, PersonView } from './person-page.ts'

/** A Temporary Access Pass for somebody: the one they have, and a new one, which is shown this once. */
export function passSection(said: Words, terms: PassTerms, { person, methods }: PersonView, may: May): Html {
  const { pass: text } = said.admin
  const { pass } = methods
  const path = `/admin-plain/people/${person.userId}/pass`
  const now =
    pass === undefined
      ? html`<p class="soft">${text.none}</p>`
      : html`<ul class="rows"><li class="row">${icons.pass}<div><b>${text.title}</b> ${pass.once && html`<span class="badge">${said.securityInfo.methods.passOnce}</span>`}<p class="hint">${text.from} ${timeOf(pass.startsAt, said.language)} ${text.to} ${timeOf(pass.expiresAt, said.language)}</p></div>${may('removePass') && html`<form data-post="${path}/remove"><button class="button quiet">${text.remove}</button></form>`}</li></ul>`
  return html`<section class="section" aria-labelledby="pass"><h2 id="pass">${text.title}</h2><div id="issued-before">${now}${may('issuePass') && issueForm(said, terms, path, pass === undefined ? text.issue : text.replace)}</div><div id="issued" tabindex="-1" hidden><h3>${text.issuedTitle}</h3><p>${text.issuedReason}</p><p class="key shown"><code id="issued-pass" data-show="pass"></code> <button type="button" class="link" data-copy="issued-pass" data-copied="${said.common.copied}">${said.common.copy}</button></p><p class="hint">${text.until} <time data-show="until"></time></p><div class="actions"><a class="button quiet" href="/admin-plain/people/${person.userId}">${said.common.done}</a></div></div></section>`
}

function issueForm({ admin: { pass: text } }: Words, terms: PassTerms, path: string, submit: string): Html {
  const { minimumLifetimeMinutes: minimum, maximumLifetimeMinutes: maximum } = terms
  return html`<form class="panel" data-post="${path}" data-done="issued"><p>${text.lead}</p>${field({ name: 'lifetimeMinutes', label: text.lifetime, hint: text.lifetimeHint({ minimum, maximum }), required: text.lifetimeRequired, value: String(terms.defaultLifetimeMinutes), inputmode: 'numeric', maximum: 5 })}<p class="field check"><input id="once" name="once" type="checkbox"${terms.onceOnly && html` checked disabled`}><label for="once">${text.once}</label></p><p class="field check"><input id="verified" name="verified" type="checkbox" data-required="${text.verifiedRequired}" aria-describedby="verified-error"><label for="verified">${text.verified}</label></p><p class="error" id="verified-error" role="alert"></p><div class="actions"><button class="button">${submit}</button></div></form>`
}
