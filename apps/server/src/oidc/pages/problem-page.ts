import type { Tenant } from '@latchkey/identity'
import type { FastifyReply } from 'fastify'
import { helpAddress } from '../../help/help-address.ts'
import { html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { pageScript } from '../../page/page-script.ts'
import { reference } from '../../page/problem-box.ts'
import { renderPage } from '../../page/render-page.ts'
import { requestWords } from '../../page/request-words.ts'

const copyScript = pageScript(new URL('../../page/scripts/copy.ts', import.meta.url))

/** A request of an app that gets no answer, because there is nowhere safe to send one. */
export interface RefusedRequest {
  /** OAuth's name for what is wrong. */
  readonly error: string
  readonly description: string | undefined
  readonly status: number
  readonly tenant?: Tenant | undefined
}

/** Send the page for a request that cannot be answered: what it means to the person, and what the app's makers need. */
export async function showRefusedRequest(
  reply: FastifyReply,
  { error, description, status, tenant }: RefusedRequest,
): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { problem } = said.oidc
  const { id: correlationId } = reply.request
  reply.server.recentProblems.note(correlationId, error)
  const technical = description === undefined ? error : `${error}: ${description}`
  return await renderPage(reply, {
    title: problem.title,
    status,
    tenant,
    script: copyScript,
    body: html`<div class="hero">${icons.warning}</div><h1>${problem.title}</h1><p>${problem.reason}</p><p>${problem.next}</p><dl class="facts"><dt>${problem.technical}</dt><dd>${technical}</dd></dl><p><a href="${helpAddress({ code: error, domain: tenant?.tenantId, correlationId })}">${said.common.moreHelp}</a></p>${reference(said.common, correlationId)}`,
  })
}

/** Send the page for an interaction that is over, or was another browser's. */
export async function showExpiredRequest(reply: FastifyReply, tenant?: Tenant): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { title, reason, next } = said.oidc.problem.expired
  return await renderPage(reply, {
    title,
    status: 410,
    tenant,
    script: copyScript,
    body: html`<div class="hero">${icons.warning}</div><h1>${title}</h1><p>${reason}</p><p>${next}</p>${reference(said.common, reply.request.id)}`,
  })
}
