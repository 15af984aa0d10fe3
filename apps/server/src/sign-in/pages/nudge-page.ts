import { mayRegister } from '@latchkey/identity'
import { askNudge } from '@latchkey/rollout/nudge'
import type { FastifyReply } from 'fastify'
import { judgeVisitor } from '../../access/judge-visitor.ts'
import { type Html, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { pageScript } from '../../page/page-script.ts'
import { problemBox } from '../../page/problem-box.ts'
import { tooOldBox } from '../../page/too-old-box.ts'
import { findNudgeHere } from '../find-nudge-here.ts'
import { findNextUrl } from '../next-step.ts'
import { findSignedIn, type Step, startUrl } from '../step.ts'
import { guideLink } from './guide-link.ts'
import { findAppToSecure, secureInApp } from './secure-in-app-page.ts'
import { appLine, sendStep } from './step-frame.ts'

const createScript = pageScript(new URL('../scripts/create-passkey.ts', import.meta.url))

/**
 * The campaign: a passkey, in the same visit. It says how often it can still be put off and what comes after that; where
 * it cannot be put off any more, whoever tries and fails goes on all the same.
 */
export async function showNudgePage(step: Step): Promise<FastifyReply> {
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined) return step.reply.redirect(startUrl(step))
  const { deps, said, flow, request, tenant } = step
  const decision = await findNudgeHere(step, signedIn)
  if (!decision.nudge) {
    return step.reply.redirect(await findNextUrl(step, signedIn, { passed: [...flow.passed, 'nudge'] }))
  }
  await askNudge(deps, { person: signedIn.person, visit: flow.id, visitor: request.visitor })
  const { nudge, signIn } = said
  const below = html`${outlook(step, decision)}<p class="below">${await guideLink(step, signedIn.person)}${wayOn(step, decision)}</p>${escaping(step)}`
  const app = await findAppToSecure(step, signedIn.person)
  // Browsers make a passkey on their own only where a password they know was just used.
  const byPassword = signedIn.session.proofs.some(
    ({ method, at }) => method === 'password' && at >= flow.startedAt,
  )
  const conditional =
    app === undefined && byPassword && (await mayRegister(deps, signedIn.session, 'conditional')).allow
  const device = await judgeVisitor(deps, tenant, request.visitor.userAgent)
  const here = device.kind !== 'tooOld'
  return await sendStep(step, {
    title: nudge.title,
    script: createScript,
    data: { conditional, waiting: signIn.secure.waiting, skips: 'nudge' },
    body:
      app !== undefined
        ? await secureInApp(step, app, below)
        : html`<div class="hero" id="waiting">${icons.passkey}</div><h1>${nudge.title}</h1>${appLine(step)}<p class="soft">${nudge.reason}</p>${points(step)}${tooOldBox(said, device)}${problemBox(said)}<div class="actions" id="actions">${here && html`<button class="button" type="button" data-kind="this-device">${nudge.next}</button><button class="button quiet" type="button" id="others">${nudge.others}</button>`}<div id="more" ${here && html`hidden`}><button class="button quiet" type="button" data-kind="other-device">${nudge.otherDevice}</button></div></div>${below}`,
  })
}

type Asked = Extract<Awaited<ReturnType<typeof findNudgeHere>>, { readonly nudge: true }>

function points({ said }: Step): Html {
  const { pointFast, pointSafe, pointPrivate } = said.signIn.secure
  return html`<ul class="points">${[pointFast, pointSafe, pointPrivate].map((point) => html`<li>${icons.done}<span>${point}</span></li>`)}</ul>`
}

/** What comes, said before it comes. */
function outlook({ said }: Step, { snoozesLeft, deadline }: Asked): Html {
  const { nudge, language } = said
  const lines = [
    ...(snoozesLeft === 0 ? [nudge.due, nudge.dueHint] : []),
    ...(snoozesLeft === 1 ? [nudge.last] : []),
    ...(snoozesLeft !== 0 && snoozesLeft !== 1 && deadline !== undefined
      ? [nudge.until({ day: deadline.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }) })]
      : []),
  ]
  if (lines.length === 0) return html``
  return html`<div class="below">${lines.map((line) => html`<p class="small soft">${line}</p>`)}</div>`
}

function wayOn({ said: { nudge } }: Step, { snoozesLeft: left }: Asked): Html {
  if (left === 0) return html``
  return html`<button class="link" type="button" id="skip">${left === undefined ? nudge.skip : nudge.skipLeft({ left })}</button>`
}

/** Hidden until it was tried. */
function escaping({ said: { nudge } }: Step): Html {
  return html`<div id="escaping" hidden><p class="small soft">${nudge.failedHint}</p><p class="below"><button class="link" type="button" id="escape">${nudge.failed}</button></p></div>`
}
