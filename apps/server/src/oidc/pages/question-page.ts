import type { Tenant } from '@latchkey/identity'
import type { FastifyReply } from 'fastify'
import { type Html, html } from '../../page/html.ts'
import { pageScript } from '../../page/page-script.ts'
import { problemBox } from '../../page/problem-box.ts'
import { renderPage } from '../../page/render-page.ts'
import { requestWords } from '../../page/request-words.ts'
import { toShownProblem } from '../../page/shown-problem.ts'

const askScript = pageScript(new URL('../../sign-in/scripts/ask.ts', import.meta.url))

/** A page that asks one question. Nothing happens on GET: a button posts its answer, and goes where it is told. */
export interface QuestionPage {
  readonly title: string
  readonly tenant: Tenant
  /** Above the buttons. */
  readonly body: Html
  /** Where the answer is posted. */
  readonly action: string
  readonly answers: readonly QuestionAnswer[]
}

export interface QuestionAnswer {
  readonly answer: 'yes' | 'no'
  readonly text: string
}

/** Send it. */
export async function showQuestionPage(reply: FastifyReply, page: QuestionPage): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const buttons = page.answers.map(
    ({ answer, text }) =>
      html`<button class="${answer === 'yes' ? 'button' : 'button quiet'}" type="button" data-action="${page.action}" data-answer="${answer}">${text}</button>`,
  )
  return await renderPage(reply, {
    title: page.title,
    tenant: page.tenant,
    script: askScript,
    data: {
      flow: '',
      working: said.common.working,
      offline: { ...toShownProblem(said, 'browser_offline'), correlationId: reply.request.id },
    },
    body: html`${page.body}${problemBox(said)}<div class="actions" id="actions">${buttons}</div>`,
  })
}
