import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { pageScript } from '../../page/page-script.ts'
import { problemBox } from '../../page/problem-box.ts'
import { findBrowserAsk } from '../answers/answer-approval.ts'
import { pageUrl, type Step } from '../step.ts'
import { findWaysOn } from './choice-pages.ts'
import { accountLine, appLine, helpDeskLine, sendStep } from './step-frame.ts'

const script = pageScript(new URL('../scripts/approve.ts', import.meta.url))

/**
 * The page with the number that is typed on the phone. It asks by itself, goes on by itself, and leads to another way.
 * Before anything is proven it is a remembered browser that asks, and proves that it is one.
 */
export async function showApprovePage(step: Step): Promise<FastifyReply> {
  const { said } = step
  const { approve, passkey } = said.signIn
  const isSecond = (await findWaysOn(step)) !== undefined
  const browser = isSecond ? undefined : await findBrowserAsk(step)
  return await sendStep(step, {
    title: approve.title,
    script,
    data: {
      ...(isSecond ? {} : { browser: browser ?? { browserId: '', challenge: '' } }),
      asking: approve.asking,
      waiting: approve.waiting,
      signingIn: passkey.signingIn,
    },
    body: html`${accountLine(step)}<div class="hero waiting" id="waiting">${icons.phone}</div><h1>${approve.title}</h1>${appLine(step)}<p id="lead">${approve.lead}</p><p class="number" id="number" hidden><span class="sr">${approve.number}: </span><b id="digits"></b></p><p class="soft" id="where"></p>${problemBox(said, step.tenant)}<p class="small soft" id="hint">${approve.noNotification}</p><div class="actions"><button class="button" id="again" type="button" hidden>${approve.again}</button></div><p class="below"><a id="another" href="${pageUrl(step, 'another-way')}">${approve.cannot}</a></p>${helpDeskLine(step)}`,
  })
}
