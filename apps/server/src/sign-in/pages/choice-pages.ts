import { nextMethodsFor } from '@latchkey/policy'
import type { FastifyReply } from 'fastify'
import { type Html, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { sealFlow } from '../flow.ts'
import { readHeldHere } from '../held-here.ts'
import { readNeeded } from '../read-needed.ts'
import { findRememberedBrowser } from '../remembered-browser.ts'
import { findSignedIn, pageUrl, type Step, startUrl } from '../step.ts'
import { accountLine, choice, helpDeskLine, sendStep } from './step-frame.ts'

/** The ways to go on, as choices. A pass is always offered: that it is says nothing about whether there is one. */
export type Way = 'passkey' | 'phone' | 'approve' | 'password' | 'pass' | 'code'

/** *Sign-in options*: the ways that need no name. */
export function showOptionsPage(step: Step): Promise<FastifyReply> {
  const { options } = step.said.signIn
  const { common } = step.said
  const url = pageUrl(step, 'passkey', { userName: undefined })
  return sendStep(step, {
    title: options.title,
    body: html`<h1>${options.title}</h1><ul class="choices">${choice(icons.passkey, options.passkey, options.passkeyHint, url)}${choice(icons.phone, options.otherDevice, options.otherDeviceHint, `${url}&on=phone`)}</ul><p class="below"><a href="${startUrl(step)}">${common.back}</a></p>`,
  })
}

/**
 * *Use another way*: before anything is proven the same ways for every name, so that the list does not tell who exists
 * or what they have; afterwards those that lead on.
 */
export async function showAnotherWayPage(step: Step): Promise<FastifyReply> {
  const { anotherWay } = step.said.signIn
  const ways = (await findWaysOn(step)) ?? (await firstWays(step))
  return await sendStep(step, {
    title: anotherWay.title,
    body: html`${accountLine(step)}<h1>${anotherWay.title}</h1><ul class="choices">${ways.map((way) => wayChoice(step, way))}</ul><p class="small soft">${anotherWay.none}</p>${step.tenant?.settings.passRequests.open !== false && html`<p class="below"><a href="${passRequestUrl(step)}">${anotherWay.askForPass}</a></p>`}${helpDeskLine(step)}`,
  })
}

/** An approval is offered by what this browser is, and not by who was named: it knows nothing that it has not told us. */
async function firstWays(step: Step): Promise<readonly Way[]> {
  const remembered = (await findRememberedBrowser(step)) !== undefined
  return ['passkey', 'phone', ...(remembered ? (['approve'] as const) : []), 'password', 'pass']
}

/** Where somebody asks for a pass who has no other way. */
function passRequestUrl({ deps, request, flow }: Step): string {
  return `/pass-request?flow=${sealFlow(deps, request.visitor, flow)}`
}

/** One way, as a choice. */
export function wayChoice(step: Step, way: Way): Html {
  const { anotherWay: words } = step.said.signIn
  const url = pageUrl(step, way === 'phone' ? 'passkey' : way)
  switch (way) {
    case 'passkey':
      return choice(icons.passkey, words.passkey, words.passkeyHint, url)
    case 'phone':
      return choice(icons.phone, words.otherDevice, words.otherDeviceHint, `${url}&on=phone`)
    case 'approve':
      return choice(icons.phone, words.approve, words.approveHint, url)
    case 'password':
      return choice(icons.password, words.password, words.passwordHint, url)
    case 'pass':
      return choice(icons.pass, words.pass, words.passHint, url)
    case 'code':
      return choice(icons.code, words.code, words.codeHint, url)
  }
}

/** The ways that lead on for somebody who has proven something in this flow; `undefined` before that. */
export async function findWaysOn(step: Step): Promise<readonly Way[] | undefined> {
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined || signedIn.person.userName !== step.flow.userName) return undefined
  const { person, session } = signedIn
  const { strengths, proofs } = await readNeeded(step, { person, session })
  if (proofs.length === 0) return undefined
  const next = nextMethodsFor(await readHeldHere(step, person, strengths), proofs, strengths)
  const ways: Way[] = []
  if (next.includes('passkey')) ways.push('passkey', 'phone')
  if (next.includes('push') || next.includes('passwordlessPush')) ways.push('approve')
  if (next.includes('totp')) ways.push('code')
  if (next.includes('password')) ways.push('password')
  ways.push('pass')
  return ways
}
