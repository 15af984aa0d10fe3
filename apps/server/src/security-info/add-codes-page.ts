import type { beginTotp } from '@latchkey/identity'
import { encode } from 'uqr'
import { type Html, html } from '../page/html.ts'
import { backLink } from './back-link.ts'
import type { PortalVisit } from './enter-portal.ts'
import { field } from './field.ts'
import type { PortalPage } from './portal-page.ts'

type BegunTotp = Awaited<ReturnType<typeof beginTotp>>

/** Add an app that makes one-time codes: scan or type the key, then prove that it works. */
export function addCodesPage({ said }: PortalVisit, { secret, uri, sealed }: BegunTotp): PortalPage {
  const { addCodes: text } = said.securityInfo
  return {
    title: text.title,
    layout: 'card',
    body: html`${backLink('/security-info/add', said.common.back)}<h1>${text.title}</h1><p>${text.step1}</p>${drawQr(uri, text.qr)}<p class="hint">${text.byHand}</p><p class="key"><code id="key" data-value="${secret}">${inGroups(secret)}</code> <button type="button" class="link" data-copy="key" data-copied="${said.common.copied}">${said.common.copy}</button></p><form class="panel" data-post="/security-info/codes"><p>${text.step2}</p><input type="hidden" name="sealed" value="${sealed}">${field({ name: 'code', label: text.code, required: text.codeRequired, inputmode: 'numeric', autocomplete: 'one-time-code', maximum: 10, literal: true })}${field({ name: 'name', label: text.name, required: text.nameRequired, value: text.nameSuggestion, maximum: 60 })}<div class="actions"><button class="button">${text.submit}</button></div></form><p class="hint">${text.phishable}</p>`,
  }
}

/** Draw a QR code: dark on white with a margin, whatever the colours of the page, or cameras miss it. */
function drawQr(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((line, y) =>
    runsOf(line).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${dark.join('')}"/></svg>`
}

/** Where dark stretches of a line begin, and how long they are. */
function runsOf(line: readonly boolean[]): readonly (readonly [number, number])[] {
  const starts = line.flatMap((isDark, x) => (isDark && !line[x - 1] ? [x] : []))
  return starts.map((x) => {
    const end = line.indexOf(false, x)
    return [x, (end === -1 ? line.length : end) - x]
  })
}

function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
