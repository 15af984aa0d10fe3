import type { App, Person, Tenant } from '@latchkey/identity'
import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { renderPage } from '../../page/render-page.ts'
import { requestWords } from '../../page/request-words.ts'
import { devicePath } from '../paths.ts'
import { showQuestionPage } from './question-page.ts'
import { type AskedScopes, scopeList } from './scope-list.ts'

/** Send the page on which a device's code is typed. */
export async function showDeviceCodePage(
  reply: FastifyReply,
  state: 'empty' | 'unknown',
): Promise<FastifyReply> {
  const { device } = requestWords(reply.request).oidc
  const unknown = state === 'unknown'
  return await renderPage(reply, {
    title: device.title,
    status: unknown ? 404 : 200,
    body: html`<div class="hero">${icons.screen}</div><h1>${device.title}</h1><p class="soft">${device.reason}</p><form method="get" action="${devicePath}"><div class="field"><label for="user_code">${device.label}</label><input class="code" id="user_code" name="user_code" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" required autofocus aria-describedby="user_code-error" ${unknown && html`aria-invalid="true"`}><p class="error" id="user_code-error" role="alert">${unknown && device.unknown}</p></div><div class="actions"><button class="button" type="submit">${device.submit}</button></div></form>`,
  })
}

/** What is asked before a device is let in. */
export interface DeviceConfirmPage {
  readonly tenant: Tenant
  readonly app: App
  readonly person: Person
  readonly code: string
  readonly ipAddress: string
  /** What the person agrees to with it. */
  readonly asked: AskedScopes
  readonly action: string
}

/** Send the page that says what is about to be signed in, and that a stranger may have sent the code. */
export async function showDeviceConfirmPage(
  reply: FastifyReply,
  ask: DeviceConfirmPage,
): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { confirm } = said.oidc.device
  const title = confirm.title({ app: ask.app.displayName })
  const agreeing =
    ask.asked.scopes.length > 0 && html`<p>${confirm.agreeing}</p>${scopeList(said, ask.asked)}`
  return await showQuestionPage(reply, {
    title,
    tenant: ask.tenant,
    action: ask.action,
    body: html`<h1>${title}</h1><dl class="facts"><dt>${confirm.code}</dt><dd><code>${ask.code}</code></dd><dt>${confirm.as}</dt><dd>${ask.person.userName}</dd><dt>${confirm.from}</dt><dd>${ask.ipAddress}</dd></dl><div class="problem">${icons.warning}<div><p><b>${confirm.warning}</b></p><p>${confirm.warningMore}</p></div></div>${agreeing}`,
    answers: [
      { answer: 'yes', text: confirm.yes },
      { answer: 'no', text: confirm.no },
    ],
  })
}

/** Send the page that says how it ended. */
export async function showDeviceEndPage(
  reply: FastifyReply,
  end: 'done' | 'stopped' | 'tooWeak',
  about?: { readonly tenant: Tenant; readonly app: App },
): Promise<FastifyReply> {
  const { device } = requestWords(reply.request).oidc
  const { title } = device[end]
  const reason =
    end === 'tooWeak' ? device.tooWeak.reason({ app: about?.app.displayName ?? '' }) : device[end].reason
  return await renderPage(reply, {
    title,
    tenant: about?.tenant,
    status: end === 'tooWeak' ? 403 : 200,
    body: html`<div class="hero">${end === 'done' ? icons.done : icons.info}</div><h1>${title}</h1><p class="soft">${reason}</p>${end === 'tooWeak' && html`<p>${device.tooWeak.next}</p>`}`,
  })
}
