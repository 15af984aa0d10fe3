import type { AccessDecision } from '@latchkey/policy'
import type { FastifyReply } from 'fastify'
import { helpAddress } from '../../help/help-address.ts'
import { html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { readNeeded } from '../read-needed.ts'
import { findSignedIn, type Step, startUrl } from '../step.ts'
import { accountLine, appLine, helpDeskLine, sendStep } from './step-frame.ts'

/** A rule keeps somebody out, whatever they prove: what it is about, and who can help. */
export async function showBlockedPage(step: Step): Promise<FastifyReply> {
  const { said, flow, request, tenant } = step
  const { blocked } = said.signIn
  const signedIn = await findSignedIn(step)
  const access = signedIn && (await readNeeded(step, signedIn)).access
  const why = whyOf(access)
  const correlationId = flow.refusedAs ?? request.id
  const more = helpAddress({ code: 'blocked_by_policy', domain: tenant?.tenantId, correlationId })
  return await sendStep(step, {
    title: blocked.title,
    body: html`${accountLine(step)}<div class="hero">${icons.info}</div><h1>${blocked.title}</h1>${appLine(step)}<p>${blocked[why]}</p><p>${blocked.next}</p><p class="soft"><code>${correlationId}</code></p><p><a href="${more}">${said.common.moreHelp}</a></p>${helpDeskLine(step)}<div class="actions"><a class="button" href="${flow.to}">${blocked.again}</a><a class="button quiet" href="${startUrl(step)}">${blocked.another}</a></div>`,
  })
}

function whyOf(access: AccessDecision | undefined): 'rule' | 'device' | 'terms' {
  if (access?.outcome !== 'needs') return 'rule'
  if (access.needs.compliantDevice) return 'device'
  return access.needs.terms.length > 0 ? 'terms' : 'rule'
}
