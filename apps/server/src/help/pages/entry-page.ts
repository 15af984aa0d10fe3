import { type HelpDevice, type HelpEntry, numbersOfCode } from '@latchkey/words/help'
import type { FastifyReply } from 'fastify'
import { type Html, type HtmlValue, html } from '../../page/html.ts'
import { listInWords } from '../../page/list-in-words.ts'
import { renderPage } from '../../page/render-page.ts'
import { helpDeskLine } from '../../sign-in/pages/step-frame.ts'
import { helpAddress } from '../help-address.ts'
import type { ReaderCatalogue } from '../help-library.ts'
import type { HelpVisit } from '../help-visit.ts'

/** An entry, and who reads it. */
export interface EntryPage {
  readonly visit: HelpVisit
  readonly catalogue: ReaderCatalogue
  readonly entry: HelpEntry
}

/** Send the page of an entry: why, what to do, who can fix it, what is seen and where, and what the help desk needs. */
export async function showEntry(reply: FastifyReply, shown: EntryPage): Promise<FastifyReply> {
  const { visit, catalogue, entry } = shown
  const { page } = catalogue.help
  const { common } = catalogue.words
  const who = entry.whoCanFix === 'developer' ? page.developer : common.whoCanFix[entry.whoCanFix]
  return await renderPage(reply, {
    title: entry.title,
    tenant: visit.tenant,
    body: html`<h1>${entry.title}</h1>${section(page.why, html`<p>${entry.reason}</p>`)}${section(page.next, html`<p>${entry.next}</p><p class="soft">${who}</p>`)}${seen(shown)}${section(page.where, html`<p>${places(shown)}</p>`)}${forHelpDesk(shown)}${helpDeskLine({ said: catalogue.words, tenant: visit.tenant })}<p class="below"><a href="${helpAddress({ domain: visit.domain })}">${page.back}</a>${guideLink(reply, shown)}</p>`,
  })
}

function section(title: string, body: Html): Html {
  return html`<section class="panel"><h2>${title}</h2>${body}</section>`
}

function seen({ catalogue, entry }: EntryPage): HtmlValue {
  const { page } = catalogue.help
  if (entry.seen.length === 0) return undefined
  const lines = entry.seen.map(
    ({ text, devices }) =>
      html`<li>${text}${devices.length > 0 && html` <span class="soft">(${named(catalogue, devices)})</span>`}</li>`,
  )
  return section(page.seen, html`<ul>${lines}</ul><p class="hint">${page.seenHint}</p>`)
}

function places({ catalogue, entry }: EntryPage): string {
  return entry.devices.length === 0 ? catalogue.help.page.anywhere : named(catalogue, entry.devices)
}

function named({ help, words }: ReaderCatalogue, devices: readonly HelpDevice[]): string {
  return listInWords(
    words,
    devices.map((device) => help.page.devices[device]),
  )
}

/** What to read out on the phone. */
function forHelpDesk({ visit, catalogue, entry }: EntryPage): Html {
  const { page } = catalogue.help
  const numbers = numbersOfCode(entry.code)
  const facts = html`<dl class="facts"><dt>${page.reference}</dt><dd>${visit.reference ? html`<code>${visit.reference}</code>` : page.referenceElsewhere}</dd><dt>${page.code}</dt><dd><code>${entry.code}</code></dd>${numbers.length > 0 && html`<dt>${page.number}</dt><dd>${listInWords(catalogue.words, numbers.map(String))}</dd>`}</dl>`
  return section(
    page.forHelpDesk,
    html`${facts}${entry.technical.length > 0 && html`<ul>${entry.technical.map((line) => html`<li><code>${line}</code></li>`)}</ul>`}`,
  )
}

/** The way to a passkey, step by step, if this server shows it. */
function guideLink({ server }: FastifyReply, { visit, catalogue }: EntryPage): HtmlValue {
  if (!server.hasRoute({ method: 'GET', url: '/setup' })) return undefined
  const query = visit.domain === undefined ? '' : `?${new URLSearchParams({ domain: visit.domain })}`
  return html`<a href="/setup${query}">${catalogue.help.page.guide}</a>`
}
