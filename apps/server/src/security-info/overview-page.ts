import type { Words } from '@latchkey/words'
import { type Html, html } from '../page/html.ts'
import { problemBox } from '../page/problem-box.ts'
import { changesSection, signInsSection } from './activity-sections.ts'
import type { PortalVisit } from './enter-portal.ts'
import { methodsSection } from './methods-section.ts'
import type { PortalPage } from './portal-page.ts'
import type { Methods } from './read-methods.ts'
import type { Overview } from './read-overview.ts'
import { sessionsSection } from './sessions-section.ts'

/** Security info: everything about how a person signs in, on one page. */
export function overviewPage({ person, session, said }: PortalVisit, overview: Overview): PortalPage {
  const { securityInfo } = said
  const { methods } = overview
  return {
    title: securityInfo.title,
    layout: 'wide',
    body: html`<div class="page-head"><div><h1>${securityInfo.title}</h1><p class="soft">${securityInfo.lead}</p></div>${overview.roles.length > 0 && html`<a class="button quiet" href="/admin-plain">${securityInfo.admin}</a>`}</div>${problemBox(said)}${methodsSection(said, methods)}${overview.systemPrefers ? systemPreferredSection(said) : preferredSection(said, methods, person.defaultMethod)}${sessionsSection(said, overview, session)}${signInsSection(said, overview.signIns, overview.names)}${changesSection(said, overview.changes, person.userId)}<p class="hint" id="zone">${securityInfo.zoneUtc}</p>`,
  }
}

/** What was chosen counts for nothing while the organisation proposes the best method. */
function systemPreferredSection({ securityInfo: { preferred } }: Words): Html {
  return html`<section class="section" aria-labelledby="preferred"><h2 id="preferred">${preferred.title}</h2><p>${preferred.system}</p></section>`
}

function preferredSection(said: Words, methods: Methods, chosen: string | undefined): Html | false {
  const { preferred } = said.securityInfo
  const offered = [
    { value: '', label: preferred.none },
    ...(methods.passkeys.length > 0 ? [{ value: 'passkey', label: preferred.passkey }] : []),
    ...(methods.password !== undefined ? [{ value: 'password', label: preferred.password }] : []),
  ]
  if (offered.length < 2) return false
  return html`<section class="section" aria-labelledby="preferred"><h2 id="preferred">${preferred.title}</h2><p class="hint">${preferred.reason}</p><form class="inline" data-post="/security-info/default" data-done="preferred-saved"><label for="method">${preferred.label}</label><select id="method" name="method">${offered.map(({ value, label }) => html`<option value="${value}"${value === (chosen ?? '') && html` selected`}>${label}</option>`)}</select><button class="button quiet">${preferred.save}</button></form><p id="preferred-saved" class="good" role="status" hidden>${preferred.saved}</p></section>`
}
