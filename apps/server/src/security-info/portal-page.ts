import type { FastifyReply } from 'fastify'
import { type Html, html } from '../page/html.ts'
import type { PageScript } from '../page/page-script.ts'
import { problemBox } from '../page/problem-box.ts'
import { renderPage } from '../page/render-page.ts'
import { toShownProblem } from '../page/shown-problem.ts'
import type { PortalVisit } from './enter-portal.ts'
import { portalScript } from './portal-script.ts'

/** A page of the portal or of administration. */
export interface PortalPage {
  readonly title: string
  readonly body: Html
  /** `card`: one thing to do. `wide`: a page to look around in. */
  readonly layout: 'card' | 'wide'
  /** Default: the script that sends forms and writes times. */
  readonly script?: PageScript
  /** What the script needs besides. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** Send a page to somebody who is in the portal. */
export async function renderPortalPage(
  reply: FastifyReply,
  { person, tenant, said }: PortalVisit,
  page: PortalPage,
): Promise<FastifyReply> {
  const { securityInfo, common } = said
  return await renderPage(reply, {
    said,
    title: page.title,
    tenant,
    layout: page.layout,
    script: page.script ?? portalScript,
    data: {
      offline: { ...toShownProblem(said, 'browser_offline'), correlationId: '' },
      working: common.working,
      zone: securityInfo.zone,
      ...page.data,
    },
    bar: html`<a class="who" href="/security-info">${person.displayName}</a><a class="button quiet" href="/sign-out">${securityInfo.signOut}</a>`,
    body: html`${page.body}${page.layout === 'card' && problemBox(said)}`,
  })
}
