import type { Tenant } from '@latchkey/identity'
import type { FastifyReply } from 'fastify'
import { helpAddress } from '../help/help-address.ts'
import { html } from './html.ts'
import { icons } from './icons.ts'
import { pageScript } from './page-script.ts'
import { reference } from './problem-box.ts'
import { renderPage } from './render-page.ts'
import { requestWords } from './request-words.ts'
import { toShownProblem } from './shown-problem.ts'

const copyScript = pageScript(new URL('./scripts/copy.ts', import.meta.url))

/** What went wrong, for a person who was on the way to a page. */
export interface ErrorPage {
  /** A code of the catalogue; one that has no entry is told as a fault. */
  readonly code: string
  readonly status: number
  readonly tenant?: Tenant | undefined
  readonly retryInSeconds?: number | undefined
  /** Where to start again; default: `/`. */
  readonly startAgain?: string
}

/** Send the page for something that went wrong: what, why, what to do, who can fix it, and the correlation id. */
export async function renderErrorPage(reply: FastifyReply, error: ErrorPage): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { common } = said
  const { title, detail, next, whoCanFix, help } = toShownProblem(said, error.code, error.retryInSeconds)
  return await renderPage(reply, {
    title,
    status: error.status,
    tenant: error.tenant,
    script: copyScript,
    body: html`<div class="hero">${icons.warning}</div><h1>${title}</h1><p>${detail}</p><p>${next}</p><p class="soft">${common.whoCanFix[whoCanFix]}</p><p><a href="${helpAddress({ code: help, domain: error.tenant?.tenantId, correlationId: reply.request.id })}">${common.moreHelp}</a></p>${reference(common, reply.request.id)}<div class="actions"><a class="button" href="${error.startAgain ?? '/'}">${common.startAgain}</a></div>`,
  })
}
