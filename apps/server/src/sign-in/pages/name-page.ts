import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { pageScript } from '../../page/page-script.ts'
import { problemBox } from '../../page/problem-box.ts'
import { beginPasskey } from '../begin-passkey.ts'
import { pageUrl, type Step } from '../step.ts'
import { appLine, sendStep } from './step-frame.ts'

const script = pageScript(new URL('../scripts/name.ts', import.meta.url))

/** The first page: the name, with passkeys offered in its field, and the way in without one. */
export async function showNamePage(arrived: Step): Promise<FastifyReply> {
  // A name that was only hinted stands in the field; the passkey that is chosen there may be anybody's.
  const { userName: hint, ...flow } = arrived.flow
  const step = { ...arrived, flow }
  const { deps, said } = step
  const { common, signIn } = said
  const { name } = signIn
  return await sendStep(step, {
    title: signIn.title,
    script,
    data: {
      options: await beginPasskey(step),
      refreshMilliseconds: deps.ceremonySeconds * 800,
      required: name.required,
      signingIn: signIn.passkey.signingIn,
    },
    body: html`<h1>${signIn.title}</h1>${appLine(step)}${problemBox(said, step.tenant)}<form id="form" novalidate><div class="field"><label for="user-name">${name.label}</label><input id="user-name" name="username" type="text" inputmode="email" autocomplete="username webauthn" autocapitalize="none" autocorrect="off" spellcheck="false" maxlength="256" required autofocus placeholder="${name.placeholder}" value="${hint}" aria-describedby="user-name-error"><p class="error" id="user-name-error"></p></div><div class="actions"><button class="button" type="submit">${common.next}</button></div></form><ul class="choices"><li><a href="${pageUrl(step, 'options')}">${icons.passkey}<span>${name.options}</span>${icons.arrow}</a></li></ul>`,
  })
}
