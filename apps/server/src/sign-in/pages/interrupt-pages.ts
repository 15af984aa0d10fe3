import { mayRegister } from '@latchkey/identity'
import type { FastifyReply } from 'fastify'
import { judgeVisitor } from '../../access/judge-visitor.ts'
import { type Html, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { pageScript } from '../../page/page-script.ts'
import { problemBox } from '../../page/problem-box.ts'
import { tooOldBox } from '../../page/too-old-box.ts'
import { noteRegistrationStep } from '../../steps/note-registration-step.ts'
import { isProven, readNeeded } from '../read-needed.ts'
import { findSignedIn, type Step, startUrl } from '../step.ts'
import { suggestName } from '../suggest-name.ts'
import { guideLink } from './guide-link.ts'
import { showOneFieldPage } from './one-field-page.ts'
import { findAppToSecure, sayWhereItIs, secureInApp } from './secure-in-app-page.ts'
import { appLine, sendStep } from './step-frame.ts'

const createScript = pageScript(new URL('../scripts/create-passkey.ts', import.meta.url))
const askScript = pageScript(new URL('../scripts/ask.ts', import.meta.url))

/** *Keep your account secure*: a passkey, in the same visit. Can be put off only if the session is enough without. */
export async function showSecurePage(step: Step): Promise<FastifyReply> {
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined) return step.reply.redirect(startUrl(step))
  const { deps, said } = step
  noteRegistrationStep(step.request, signedIn.person, 'offered')
  const { secure } = said.signIn
  const needed = await readNeeded(step, signedIn)
  const enough = isProven(needed)
  // Browsers make a passkey on their own only where a password they know was just used.
  const byPassword = needed.proofs.some(({ method }) => method === 'password')
  const device = await judgeVisitor(deps, step.tenant, step.request.visitor.userAgent)
  const conditional = byPassword && (await mayRegister(deps, signedIn.session, 'conditional')).allow
  const below = html`<p class="below">${await guideLink(step, signedIn.person)}${enough ? html`<button class="link" type="button" id="skip">${said.common.notNow}</button>` : html`<span class="soft">${secure.needed}</span>`}</p>`
  const app = await findAppToSecure(step, signedIn.person)
  if (app !== undefined) {
    return await sendStep(step, {
      title: secure.title,
      script: createScript,
      data: { conditional: false, waiting: secure.waiting, skips: 'secure' },
      body: await secureInApp(step, app, below),
    })
  }
  return await sendStep(step, {
    title: secure.title,
    script: createScript,
    data: { conditional, waiting: secure.waiting, skips: 'secure' },
    body: html`<div class="hero" id="waiting">${icons.passkey}</div><h1>${secure.title}</h1><p class="soft">${secure.reason}</p><ul class="points">${[secure.pointFast, secure.pointSafe, secure.pointPrivate].map((point) => html`<li>${icons.done}<span>${point}</span></li>`)}</ul>${tooOldBox(said, device)}${problemBox(said, step.tenant)}<div class="actions" id="actions">${device.kind !== 'tooOld' && html`<button class="button" type="button" data-kind="this-device">${secure.create}</button>`}<button class="button ${device.kind !== 'tooOld' && 'quiet'}" type="button" data-kind="other-device">${secure.otherDevice}</button></div>${below}`,
  })
}

/**
 * *Add a second passkey*, or, after a sign-in with a phone, one on this computer. It can always be put off; the other
 * device comes first where the only passkey is likely to be in this one.
 */
export async function showSecondPage(step: Step): Promise<FastifyReply> {
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined) return step.reply.redirect(startUrl(step))
  const { said, flow } = step
  noteRegistrationStep(step.request, signedIn.person, 'offered')
  const { second, secure } = said.signIn
  const here = flow.crossDevice === true
  const [title, reason] = here ? [second.hereTitle, second.hereReason] : [second.title, second.reason]
  const button = (kind: 'this-device' | 'other-device', text: string, first: boolean) =>
    html`<button class="button ${!first && 'quiet'}" type="button" data-kind="${kind}">${text}</button>`
  const ways = [button('this-device', second.here, here), button('other-device', secure.otherDevice, !here)]
  return await sendStep(step, {
    title,
    script: createScript,
    data: { conditional: false, waiting: secure.waiting, skips: 'second' },
    body: html`<div class="hero" id="waiting">${icons.passkey}</div><h1>${title}</h1><p class="soft">${reason}</p>${problemBox(said, step.tenant)}<div class="actions" id="actions">${here ? ways : ways.toReversed()}</div><p class="below"><button class="link" type="button" id="skip">${said.common.notNow}</button></p>`,
  })
}

/** The new passkey is there: what shall it be called? */
export async function showNamePasskeyPage(step: Step): Promise<FastifyReply> {
  const { nameIt } = step.said.signIn
  const signedIn = await findSignedIn(step)
  const where = signedIn && (await sayWhereItIs(step, signedIn.person))
  return await showOneFieldPage(step, {
    title: nameIt.title,
    label: nameIt.label,
    hint: nameIt.reason,
    required: nameIt.required,
    submit: nameIt.done,
    action: '/sign-in/name-passkey',
    otherWays: 'none',
    before: html`<div class="hero">${icons.done}</div>`,
    ...(where && { after: where }),
    input: html`<input id="field" name="name" type="text" autocomplete="off" maxlength="60" required autofocus value="${suggestName(step)}" aria-describedby="field-hint field-error">`,
  })
}

/** *Make this your default way to sign in?* */
export function showDefaultPage(step: Step): Promise<FastifyReply> {
  const { asDefault } = step.said.signIn
  const { notNow } = step.said.common
  return ask(step, asDefault, icons.passkey, '/sign-in/default', { yes: asDefault.yes, no: notNow })
}

/** *Stay signed in?* */
export function showStayPage(step: Step): Promise<FastifyReply> {
  const { stay } = step.said.signIn
  const { yes, no } = step.said.common
  return ask(step, stay, icons.key, '/sign-in/stay', { yes, no })
}

function ask(
  step: Step,
  { title, reason }: { readonly title: string; readonly reason: string },
  icon: Html,
  action: string,
  answers: { readonly yes: string; readonly no: string },
): Promise<FastifyReply> {
  const { said } = step
  const button = (kind: string, answer: string, text: string) =>
    html`<button class="${kind}" type="button" data-action="${action}" data-answer="${answer}">${text}</button>`
  return sendStep(step, {
    title,
    script: askScript,
    data: { working: said.common.working },
    body: html`<div class="hero">${icon}</div><h1>${title}</h1>${appLine(step)}<p class="soft">${reason}</p>${problemBox(said, step.tenant)}<div class="actions" id="actions">${button('button', 'yes', answers.yes)}${button('button quiet', 'no', answers.no)}</div>`,
  })
}
