import type { RequestForManager, Tenant } from '@latchkey/identity'
import { describeBrowser, type Words } from '@latchkey/words'
import type { FastifyReply } from 'fastify'
import { type Html, type HtmlValue, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import { pageScript } from '../page/page-script.ts'
import { problemBox } from '../page/problem-box.ts'
import { renderPage } from '../page/render-page.ts'
import { requestWords } from '../page/request-words.ts'
import { toShownProblem } from '../page/shown-problem.ts'
import { timeOf } from '../security-info/time.ts'
import { helpDeskLine } from '../sign-in/pages/step-frame.ts'

const requestScript = pageScript(new URL('./scripts/request-pass.ts', import.meta.url))
const askScript = pageScript(new URL('../sign-in/scripts/ask.ts', import.meta.url))

/** The lifetimes that are offered, in minutes. What the organisation's policy says is for whoever approves. */
const offeredMinutes = [30, 60, 240, 480] as const

/** What the pages know of the visit. */
export interface PassRequestVisit {
  readonly tenant: Tenant | undefined
  /** Sealed, of the sign-in that they came from; or empty. */
  readonly flow: string
  readonly userName?: string | undefined
}

/** *Ask for a Temporary Access Pass*. The same page for everybody: it knows nobody. */
export function showRequestPage(reply: FastifyReply, visit: PassRequestVisit): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { passRequest: text } = said
  const field = (id: 'name' | 'reason' | 'contact', value: string, hint: string | undefined) =>
    html`<div class="field"><label for="${id}">${text[id]}</label><input id="${id}" name="${id}" type="text" required maxlength="${id === 'reason' ? 500 : 200}" autocomplete="${id === 'name' ? 'username' : id === 'contact' ? 'tel' : 'off'}" value="${value}" aria-describedby="${hint === undefined ? '' : `${id}-hint `}${id}-error"><p class="error" id="${id}-error"></p>${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}</div>`
  return renderPage(reply, {
    title: text.title,
    tenant: visit.tenant,
    script: requestScript,
    data: {
      flow: visit.flow,
      required: { name: text.nameRequired, reason: text.reasonRequired, contact: text.contactRequired },
      offline: offline(said, reply),
    },
    body: html`<h1>${text.title}</h1><p class="soft">${text.lead}</p>${problemBox(said, visit.tenant)}<form id="form" novalidate>${field('name', visit.userName ?? '', undefined)}${field('reason', '', text.reasonHint)}${field('contact', '', text.contactHint)}<div class="field"><label for="start">${text.start}</label><input id="start" name="start" type="datetime-local" aria-describedby="start-hint"><p class="hint" id="start-hint">${text.startHint}</p></div><div class="field"><label for="lifetime">${text.lifetime}</label><select id="lifetime" name="lifetime">${offeredMinutes.map((minutes) => html`<option value="${minutes}"${minutes === 60 && html` selected`}>${text.lifetimes[`m${minutes}`]}</option>`)}</select></div><div class="actions"><button class="button" type="submit">${text.submit}</button></div></form>${backLine(said, visit.flow)}${helpDesk(said, visit.tenant)}`,
  })
}

/** *Thank you*: the same words whoever was named, and whether there is such a person or not. */
export function showSentPage(reply: FastifyReply, visit: PassRequestVisit): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { sent } = said.passRequest
  return renderPage(reply, {
    title: sent.title,
    tenant: visit.tenant,
    body: html`<div class="hero">${icons.done}</div><h1>${sent.title}</h1><p>${sent.lead}</p><ul class="points">${sent.points.map((point) => html`<li>${icons.done}<span>${point}</span></li>`)}</ul><p class="soft">${sent.again}</p>${backLine(said, visit.flow)}${helpDesk(said, visit.tenant)}`,
  })
}

/** *Stop this request?* The same page whatever the address says. */
export function showStopPage(
  reply: FastifyReply,
  request: { readonly tenantId: string; readonly requestId: string },
): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { stop } = said.passRequest
  return renderPage(reply, {
    title: stop.title,
    script: askScript,
    data: { flow: '', working: said.common.working, also: request, offline: offline(said, reply) },
    body: html`<div class="hero">${icons.warning}</div><h1>${stop.title}</h1><p class="soft">${stop.reason}</p>${problemBox(said)}<div class="actions" id="actions">${button('button danger', '/pass-request/stop', 'yes', stop.yes)}</div>`,
  })
}

export function showStoppedPage(reply: FastifyReply): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { stop } = said.passRequest
  return renderPage(reply, {
    title: stop.doneTitle,
    body: html`<div class="hero">${icons.done}</div><h1>${stop.doneTitle}</h1><p>${stop.doneReason}</p>${backLine(said, '')}`,
  })
}

/** *Is it really …?* for the manager; or that nothing waits for them. */
export function showConfirmPage(
  reply: FastifyReply,
  tenant: Tenant,
  asked: RequestForManager | undefined,
): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { confirm } = said.passRequest
  if (asked === undefined) {
    return renderPage(reply, {
      title: confirm.goneTitle,
      tenant,
      body: html`<div class="hero">${icons.done}</div><h1>${confirm.goneTitle}</h1><p>${confirm.goneReason}</p>`,
    })
  }
  const { request, person } = asked
  const title = confirm.title({ name: person.displayName })
  const at = '/pass-request/confirm'
  const asking = html`${timeOf(request.askedAt, said.language)}, ${describeBrowser(request.userAgent, said)}, ${request.ipAddress}`
  return renderPage(reply, {
    title,
    tenant,
    script: askScript,
    data: {
      flow: '',
      working: said.common.working,
      also: { requestId: request.requestId },
      offline: offline(said, reply),
    },
    body: html`<div class="hero">${icons.key}</div><h1>${title}</h1><p class="soft">${confirm.reason}</p>${problemBox(said)}<dl>${fact(confirm.said, request.reason)}${fact(confirm.contact, request.contact)}${fact(confirm.asked, asking)}</dl><div class="actions" id="actions">${button('button', at, 'yes', confirm.yes)}${button('button quiet', at, 'no', confirm.no)}</div>`,
  })
}

export function showThanksPage(reply: FastifyReply): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { confirm } = said.passRequest
  return renderPage(reply, {
    title: confirm.thanksTitle,
    body: html`<div class="hero">${icons.done}</div><h1>${confirm.thanksTitle}</h1><p>${confirm.thanksReason}</p>`,
  })
}

function fact(name: string, value: HtmlValue): Html {
  return html`<dt class="soft small">${name}</dt><dd>${value}</dd>`
}

function button(kind: string, action: string, answer: string, text: string): Html {
  return html`<button class="${kind}" type="button" data-action="${action}" data-answer="${answer}">${text}</button>`
}

function backLine({ passRequest }: Words, flow: string): Html {
  return html`<p class="below"><a href="/sign-in${flow !== '' && html`?flow=${flow}`}">${passRequest.back}</a></p>`
}

function helpDesk(said: Words, tenant: Tenant | undefined): HtmlValue {
  return helpDeskLine({ said, tenant })
}

function offline(said: Words, reply: FastifyReply) {
  return { ...toShownProblem(said, 'browser_offline'), correlationId: reply.request.id }
}
