import type { Words } from '@latchkey/words'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Html, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import { pageScript } from '../page/page-script.ts'
import { problemBox } from '../page/problem-box.ts'
import { renderPage } from '../page/render-page.ts'
import { requestWords } from '../page/request-words.ts'
import { toShownProblem } from '../page/shown-problem.ts'
import { field } from '../security-info/field.ts'

const welcomeScript = pageScript(new URL('./scripts/welcome.ts', import.meta.url))

/** Send the page behind the first administrator's link. What the link is worth, its script asks. */
export async function renderWelcomePage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const said = requestWords(request)
  const { welcome } = said
  return await renderPage(reply, {
    title: welcome.title,
    script: welcomeScript,
    data: {
      offline: { ...toShownProblem(said, 'browser_offline'), correlationId: '' },
      working: said.common.working,
    },
    body: html`<div id="checking"><p class="soft">${said.common.working}</p></div><div id="set-up" hidden>${setUpForm(said)}</div>${deadLink(said, 'no-link', welcome.noLink)}${deadLink(said, 'dead-link', welcome.deadLink)}${problemBox(said)}`,
  })
}

function setUpForm({ welcome }: Words): Html {
  const { organisation, you } = welcome
  return html`<h1>${welcome.title}</h1><p>${welcome.intro}</p><form id="form" novalidate><fieldset><legend>${organisation.legend}</legend>${field({ name: 'organisation', label: organisation.name, hint: organisation.nameHint, required: organisation.nameRequired, placeholder: organisation.namePlaceholder, autocomplete: 'organization', maximum: 100 })}${field({ name: 'domain', label: organisation.domain, hint: organisation.domainHint, required: organisation.domainRequired, placeholder: organisation.domainPlaceholder, maximum: 253, literal: true })}</fieldset><fieldset><legend>${you.legend}</legend>${field({ name: 'displayName', label: you.name, required: you.nameRequired, autocomplete: 'name', maximum: 100 })}${field({ name: 'userName', label: you.userName, hint: you.userNameHint, required: you.userNameRequired, autocomplete: 'username', maximum: 254, literal: true })}${field({ name: 'mail', label: you.mail, hint: you.mailHint, type: 'email', autocomplete: 'email', maximum: 254 })}</fieldset><p class="hint field">${welcome.linkOnce}</p><div class="actions"><button class="button">${welcome.submit}</button></div></form>`
}

function deadLink(
  said: Words,
  id: string,
  { title, reason }: { readonly title: string; readonly reason: string },
): Html {
  const { way } = said.welcome
  return html`<div id="${id}" tabindex="-1" hidden><div class="hero">${icons.warning}</div><h1>${title}</h1><p>${reason}</p><div class="panel"><h2>${way.title}</h2><ul><li>${way.setUp}</li><li>${way.newLink}</li><li>${way.lockedOut}<br><code>${way.command}</code></li></ul></div><div class="actions"><a class="button quiet" href="/">${way.signIn}</a></div></div>`
}
