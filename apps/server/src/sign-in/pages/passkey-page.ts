import type { PhoneNeeds } from '@latchkey/guidance'
import type { FastifyReply } from 'fastify'
import { readPhoneNeeds } from '../../access/judge-visitor.ts'
import { helpAddress } from '../../help/help-address.ts'
import { type Html, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { pageScript } from '../../page/page-script.ts'
import { problemBox } from '../../page/problem-box.ts'
import { beginPasskey, readPlace } from '../begin-passkey.ts'
import { findSignedIn, pageUrl, readQuery, type Step } from '../step.ts'
import { accountLine, sendStep } from './step-frame.ts'

const script = pageScript(new URL('../scripts/use-passkey.ts', import.meta.url))

/** How long the prompt may stay away before the page helps. */
const helpAfterMilliseconds = 8000

/** The passkey prompt, which comes by itself; and what to do if it does not. */
export async function showPasskeyPage(step: Step): Promise<FastifyReply> {
  const { said, request, flow } = step
  const { passkey, anotherWay, announce } = said.signIn
  const place = readPlace(readQuery(request, 'on'))
  const again = (await findSignedIn(step)) !== undefined
  const reason = again ? passkey.proveAgainReason : passkey.ready
  return await sendStep(step, {
    title: passkey.title,
    script,
    data: {
      on: place ?? '',
      options: await beginPasskey(step, place),
      helpMilliseconds: helpAfterMilliseconds,
      prompting: announce.prompt,
      signingIn: passkey.signingIn,
    },
    body: html`${accountLine(step)}<div class="hero waiting" id="waiting">${icons.passkey}</div><h1>${again ? passkey.proveAgain : passkey.title}</h1><p class="soft">${flow.userName === undefined ? passkey.withoutName : reason}</p>${problemBox(said, step.tenant)}<div class="actions"><button class="button" id="retry" type="button" hidden>${passkey.retry}</button></div><p class="below"><a href="${pageUrl(step, flow.userName === undefined ? 'options' : 'another-way')}">${anotherWay.link}</a></p>${helpPanel(step, await readPhoneNeeds(step.deps, step.tenant))}`,
  })
}

function helpPanel({ said, tenant }: Step, needs: PhoneNeeds): Html {
  const { help } = said.signIn
  return html`<section class="panel" id="help" aria-labelledby="help-title" hidden><h2 id="help-title">${help.title}</h2><p>${help.thisDevice}</p><p>${help.intro}</p><ul><li>${help.bluetooth}</li><li>${help.camera}</li><li>${help.system(needs)}</li><li>${help.provider}</li></ul><p><a href="${helpAddress({ domain: tenant?.tenantId })}">${help.lookUp}</a></p></section>`
}
