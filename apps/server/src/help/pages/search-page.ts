import { type HelpEntry, helpDevices } from '@latchkey/words/help'
import type { FastifyReply } from 'fastify'
import { type Html, type HtmlValue, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { renderPage } from '../../page/render-page.ts'
import { helpDeskLine } from '../../sign-in/pages/step-frame.ts'
import { helpAddress } from '../help-address.ts'
import type { ReaderCatalogue } from '../help-library.ts'
import type { HelpVisit } from '../help-visit.ts'

/** The page to search from, and what stands on it. */
export interface SearchPage {
  readonly visit: HelpVisit
  readonly catalogue: ReaderCatalogue
  readonly kind: 'list' | 'found' | 'unknownReference' | 'noEntry'
  readonly entries: readonly HelpEntry[]
}

/** Send the page to search from. A reference that nobody knows is answered like any other that nobody knows. */
export async function showSearch(reply: FastifyReply, shown: SearchPage): Promise<FastifyReply> {
  const { visit, catalogue, kind, entries } = shown
  const { words, help } = catalogue
  const missing = kind === 'unknownReference' || kind === 'noEntry'
  return await renderPage(reply, {
    title: help.page.title,
    status: missing ? 404 : 200,
    tenant: visit.tenant,
    body: html`<h1>${help.page.title}</h1><p class="soft">${help.page.lead}</p>${searchForm(shown)}${said(shown)}${entries.length > 0 && html`<ul class="choices">${entries.map((entry) => choice(visit, entry))}</ul>`}${helpDeskLine({ said: words, tenant: visit.tenant })}`,
  })
}

function searchForm({ visit, catalogue, kind }: SearchPage): Html {
  const { page } = catalogue.help
  const text = kind === 'found' ? visit.text : ''
  const choices = helpDevices.map(
    (device) =>
      html`<option value="${device}"${device === visit.device && html` selected`}>${page.devices[device]}</option>`,
  )
  return html`<form method="get" action="/help" role="search">${visit.domain !== undefined && html`<input type="hidden" name="domain" value="${visit.domain}">`}<div class="field"><label for="q">${page.search}</label><textarea id="q" name="q" rows="3" maxlength="600" spellcheck="false">${text}</textarea></div><div class="field"><label for="device">${page.device}</label><select id="device" name="device"><option value="">${page.everyDevice}</option>${choices}</select></div><div class="actions"><button class="button" type="submit">${page.submit}</button></div></form>`
}

/** What the entries below are, or why there are none. */
function said({ visit, catalogue, kind, entries }: SearchPage): HtmlValue {
  const { page } = catalogue.help
  const panel = (title: string, lead?: string) =>
    html`<section class="panel"><h2>${title}</h2>${lead !== undefined && html`<p>${lead}</p>`}</section>`
  if (kind === 'unknownReference') return panel(page.unknown, page.unknownLead)
  if (kind === 'noEntry') return panel(page.noEntry, page.noEntryLead)
  if (kind === 'found') {
    return entries.length === 0
      ? panel(page.nothing, page.nothingLead)
      : panel(page.found({ count: entries.length }))
  }
  return panel(
    visit.device === undefined ? page.often : page.onDevice({ device: page.devices[visit.device] }),
  )
}

function choice({ domain }: HelpVisit, { code, title, reason }: HelpEntry): Html {
  return html`<li><a href="${helpAddress({ code, domain })}"><span>${title}<small>${reason}</small></span>${icons.arrow}</a></li>`
}
