import { satisfiesStrength } from '@latchkey/policy'
import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { listInWords } from '../../page/list-in-words.ts'
import { type Needed, readNeeded, requiredStrength } from '../read-needed.ts'
import { findSignedIn, type Step, startUrl } from '../step.ts'
import { findWaysOn, wayChoice } from './choice-pages.ts'
import { accountLine, helpDeskLine, sendStep } from './step-frame.ts'

/** The honest end of a road: what is asked, what was used, which ways lead on, and who can help. */
export async function showStrongerPage(step: Step): Promise<FastifyReply> {
  const { said, flow } = step
  const { stronger, methods } = said.signIn
  const signedIn = await findSignedIn(step)
  const needed = signedIn && (await readNeeded(step, signedIn))
  const strength = nameStrength(step, needed)
  const asked = flow.app
    ? stronger.asked({ app: flow.app.displayName, strength })
    : stronger.askedHere({ strength })
  const proofs = needed?.proofs ?? []
  const used = listInWords(said, new Set(proofs.map(({ method }) => methods[method])))
  const ways = (await findWaysOn(step)) ?? []
  const other =
    signedIn !== undefined &&
    flow.require.userId !== undefined &&
    flow.require.userId !== signedIn.person.userId
  return await sendStep(step, {
    title: ways.length > 1 ? stronger.title : stronger.cannotTitle,
    body: html`${accountLine(step)}<div class="hero">${icons.key}</div><h1>${ways.length > 1 ? stronger.title : stronger.cannotTitle}</h1>${other ? html`<p>${stronger.otherPerson}</p>` : html`<p>${asked} ${used !== '' && stronger.have({ proven: used })}</p>${ways.length > 1 ? html`<p>${stronger.ways}</p>` : html`<p>${stronger.noWay}</p>`}<ul class="choices">${ways.map((way) => wayChoice(step, way))}</ul>`}${helpDeskLine(step)}<div class="actions"><a class="button quiet" href="${startUrl(step)}">${stronger.another}</a></div>`,
  })
}

/** What is asked, in words: the strength that keeps the way closed, by the organisation's name for it if it made it. */
function nameStrength(step: Step, needed: Needed | undefined): string {
  const { strengths } = step.said.signIn
  const open = needed?.strengths.find((each) => !satisfiesStrength(needed.proofs, each).allow)
  if (open === undefined) return strengths[requiredStrength(step)]
  return open.name === undefined ? open.displayName : strengths[open.name]
}
