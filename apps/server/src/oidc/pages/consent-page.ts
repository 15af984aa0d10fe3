import type { App, Person, Tenant } from '@latchkey/identity'
import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { requestWords } from '../../page/request-words.ts'
import { showQuestionPage } from './question-page.ts'
import { type AskedScopes, scopeList } from './scope-list.ts'

/** What an app asks for, and of whom. */
export interface ConsentPage {
  readonly tenant: Tenant
  readonly app: App
  readonly person: Person
  readonly asked: AskedScopes
  readonly by: 'person' | 'administrator'
  readonly action: string
}

/** Send the page that asks whether an app may know somebody; or that says that only an administrator can agree. */
export async function showConsentPage(reply: FastifyReply, ask: ConsentPage): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { consent } = said.oidc
  const { app, person, asked, tenant, action } = ask
  const values = { app: app.displayName }
  const account = html`<p class="account"><b>${person.userName}</b></p>`
  if (ask.by === 'administrator') {
    const { title, reason, next, back } = consent.needsAdministrator
    return await showQuestionPage(reply, {
      title,
      tenant,
      action,
      body: html`<div class="hero">${icons.info}</div>${account}<h1>${title}</h1><p>${reason(values)}</p>${scopeList(said, asked)}<p>${next}</p>`,
      answers: [{ answer: 'no', text: back }],
    })
  }
  return await showQuestionPage(reply, {
    title: consent.title(values),
    tenant,
    action,
    body: html`${account}<h1>${consent.title(values)}</h1><p class="soft">${consent.reason(values)}</p>${scopeList(said, asked)}`,
    answers: [
      { answer: 'yes', text: consent.accept },
      { answer: 'no', text: consent.refuse },
    ],
  })
}
