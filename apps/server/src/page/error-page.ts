import type { Tenant } from '@latchkey/identity'
import { chooseLanguage, findProblemWords, words } from '@latchkey/words'
import type { FastifyReply } from 'fastify'
import { html } from './html.ts'
import { icons } from './icons.ts'
import { pageScript } from './page-script.ts'
import { reference } from './problem-box.ts'
import { renderPage } from './render-page.ts'

const copyScript = pageScript(new URL('./scripts/copy.ts', import.meta.url))

/** What went wrong, for a person who was on the way to a page. */
export interface ErrorPage {
  /** A code of the catalogue; one that has no entry is told as a fault. */
  readonly code: string
  readonly status: number
  readonly tenant?: Tenant | undefined
  readonly retryAt?: Date | undefined
  /** Where to start again; default: `/`. */
  readonly startAgain?: string
}

/** Send the page for something that went wrong: what, why, what to do, who can fix it, and the correlation id. */
export async function renderErrorPage(reply: FastifyReply, error: ErrorPage): Promise<FastifyReply> {
  const said = words(chooseLanguage(reply.request.headers['accept-language']))
  const { common } = said
  const problem = findProblemWords(said, error.code) ?? said.problems.fault
  const retry = error.retryAt && common.tryAgainAt({ time: toClock(error.retryAt, said.language) })
  return await renderPage(reply, {
    title: problem.title,
    status: error.status,
    tenant: error.tenant,
    script: copyScript,
    body: html`<div class="hero">${icons.warning}</div><h1>${problem.title}</h1><p>${problem.reason}</p><p>${problem.next} ${retry}</p><p class="soft">${common.whoCanFix[problem.whoCanFix]}</p>${reference(common, reply.request.id)}<div class="actions"><a class="button" href="${error.startAgain ?? '/'}">${common.startAgain}</a></div>`,
  })
}

function toClock(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC', hourCycle: 'h23' })
    .format(at)
    .concat(' UTC')
}
