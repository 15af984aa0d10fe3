import type { FastifyReply } from 'fastify'
import { type Html, html } from '../../page/html.ts'
import { pageScript } from '../../page/page-script.ts'
import { problemBox } from '../../page/problem-box.ts'
import { pageUrl, type Step } from '../step.ts'
import { accountLine, appLine, helpDeskLine, sendStep } from './step-frame.ts'

const script = pageScript(new URL('../scripts/one-field.ts', import.meta.url))

/** A page with one field. */
export interface OneField {
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly required: string
  readonly submit: string
  /** Where the value is posted. */
  readonly action: string
  /** The `input` itself; its id is `field`. */
  readonly input: Html
  /** Whether what is typed can be shown. */
  readonly reveal?: 'offered'
  /** What stands between the title and the field. */
  readonly before?: Html
  /** What stands below the title. */
  readonly after?: Html
  /** Set on a page that is no proof, so that there are no other ways. */
  readonly otherWays?: 'none'
}

/** Send a page with one field: a real form, which the script sends. */
export function showOneFieldPage(step: Step, field: OneField): Promise<FastifyReply> {
  const { said } = step
  const { pass, anotherWay } = said.signIn
  return sendStep(step, {
    title: field.title,
    script,
    data: { action: field.action, required: field.required, show: pass.show, hide: pass.hide },
    body: html`${field.otherWays === undefined && accountLine(step)}${field.before}<h1>${field.title}</h1>${field.after}${field.before === undefined && appLine(step)}${problemBox(said, step.tenant)}<form id="form" novalidate>${hiddenName(step)}<div class="field"><label for="field">${field.label}</label>${field.input}<p class="error" id="field-error"></p>${field.hint !== undefined && html`<p class="hint" id="field-hint">${field.hint}</p>`}${field.reveal !== undefined && html`<button type="button" class="link small" id="reveal" aria-pressed="false" aria-controls="field">${pass.show}</button>`}</div><div class="actions"><button class="button" type="submit">${field.submit}</button></div></form>${field.otherWays === undefined && html`<p class="below"><a href="${pageUrl(step, 'another-way')}">${anotherWay.link}</a></p>${helpDeskLine(step)}`}`,
  })
}

/** Password managers want to know whose secret it is. */
function hiddenName({ flow }: Step): Html | undefined {
  if (flow.userName === undefined) return undefined
  return html`<input class="sr" type="text" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" readonly value="${flow.userName}">`
}
