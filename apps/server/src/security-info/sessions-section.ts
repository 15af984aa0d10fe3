import type { Session } from '@latchkey/identity'
import { describeBrowser, type Words } from '@latchkey/words'
import { type Html, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import { question } from './question.ts'
import { timeOf } from './time.ts'

/** Where a person is signed in. */
export function sessionsSection(
  said: Words,
  { sessions, now }: { readonly sessions: readonly Session[]; readonly now: Date },
  current: Session,
): Html {
  const { sessions: text } = said.securityInfo
  const ofThisBrowserFirst = [...sessions].sort(
    (a, b) => Number(b.sessionId === current.sessionId) - Number(a.sessionId === current.sessionId),
  )
  return html`<section class="section" aria-labelledby="sessions"><div class="section-head"><h2 id="sessions">${text.title}</h2><button type="button" class="button danger" data-opens="everywhere">${text.everywhere}</button></div><ul class="rows">${ofThisBrowserFirst.map((session) => sessionRow(said, now, session, session.sessionId === current.sessionId ? 'this' : 'other'))}</ul></section>${question(
    {
      id: 'everywhere',
      title: text.everywhereTitle,
      reason: text.everywhereReason,
      post: '/security-info/sessions/end-all',
      yes: text.everywhereConfirm,
      no: text.stay,
    },
  )}`
}

function sessionRow(said: Words, now: Date, session: Session, which: 'this' | 'other'): Html {
  const { sessions: text } = said.securityInfo
  const { language } = said
  const device = session.origin === 'deviceCode' ? text.deviceCode : describeBrowser(session.userAgent, said)
  const how = [...new Set(session.proofs.map(({ method }) => said.signIn.methods[method]))].join(', ')
  const action =
    which === 'this'
      ? html`<span class="badge good">${text.thisOne}</span>`
      : html`<form data-post="/security-info/sessions/${session.sessionId}/end"><button class="button quiet" aria-label="${text.endNamed({ device })}">${text.end}</button></form>`
  return html`<li class="row">${/iPhone|iPad|Android/.test(session.userAgent) ? icons.phone : icons.screen}<div><b>${device}</b>${how !== '' && html`<p class="hint">${text.with({ methods: how })}</p>`}<p class="hint">${text.since} ${timeOf(session.createdAt, language)} ${said.securityInfo.methods.from({ place: session.ipAddress })}</p><p class="hint">${text.seen} ${timeOf(session.lastSeenAt, language)}, ${endOf(said, now, session)}</p></div>${action}</li>`
}

/** When a session ends; or that it has ended in the browser, and an app goes on by a token of it. */
function endOf({ securityInfo, language }: Words, now: Date, { expiresAt }: Session): Html {
  const { sessions: text } = securityInfo
  return expiresAt > now ? html`${text.until} ${timeOf(expiresAt, language)}` : html`${text.appsGoOn}`
}
