import type { FastifyReply } from 'fastify'
import { type Html, type HtmlValue, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import type { PageScript } from '../../page/page-script.ts'
import { renderPage } from '../../page/render-page.ts'
import { toShownProblem } from '../../page/shown-problem.ts'
import { sealFlow } from '../flow.ts'
import { type Step, startUrl } from '../step.ts'

/** A page of sign-in, before it is framed. */
interface StepFrame {
  readonly title: string
  readonly body: Html
  readonly script?: PageScript
  /** What the script needs besides the flow. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** Send a page of sign-in: in the organisation's colours, with what every script of sign-in needs. */
export function sendStep(step: Step, frame: StepFrame): Promise<FastifyReply> {
  const { deps, reply, request, said, flow, tenant } = step
  const offline = { ...toShownProblem(said, 'browser_offline'), correlationId: request.id }
  return renderPage(reply, {
    title: frame.title,
    body: html`${frame.body}${houseLine(step)}`,
    tenant,
    ...(frame.script !== undefined && {
      script: frame.script,
      data: { flow: sealFlow(deps, request.visitor, flow), offline, ...frame.data },
    }),
  })
}

/** What the organisation says to everybody who signs in. */
function houseLine({ tenant }: Step): HtmlValue {
  const { signInText } = tenant?.settings.branding ?? {}
  return signInText !== undefined && html`<p class="house">${signInText}</p>`
}

/** Who is signing in, and the way back to be somebody else. */
export function accountLine(step: Step): HtmlValue {
  const { said, flow } = step
  if (flow.userName === undefined) return undefined
  return html`<p class="account"><a href="${startUrl(step)}" aria-label="${said.signIn.notYou}">${icons.back}</a><span class="sr">${said.signIn.as} </span><b>${flow.userName}</b></p>`
}

/** Which app it is for. */
export function appLine({ said, flow }: Step): HtmlValue {
  return flow.app && html`<p class="soft">${said.signIn.to({ app: flow.app.displayName })}</p>`
}

/** One way among others. */
export function choice(icon: Html, title: string, hint: string, url: string): Html {
  return html`<li><a href="${url}">${icon}<span>${title}<small>${hint}</small></span>${icons.arrow}</a></li>`
}

/** What the help desk says of itself, on pages where people get stuck. */
export function helpDeskLine({ said, tenant }: Pick<Step, 'said' | 'tenant'>): HtmlValue {
  const { text, mail, phone, url } = tenant?.settings.helpDesk ?? { text: '' }
  const ways = [
    phone !== undefined && html` <a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`,
    mail !== undefined && html` <a href="mailto:${mail}">${mail}</a>`,
    url !== undefined && /^https:\/\//.test(url) && html` <a href="${url}">${url}</a>`,
  ].filter((way) => way !== false)
  if (text === '' && ways.length === 0) return undefined
  return html`<p class="small soft">${said.common.helpDesk}: ${text}${ways}</p>`
}
