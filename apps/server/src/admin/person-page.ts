import type { AdministratorRole, Person, SignInRecord } from '@latchkey/identity'
import type { PassTerms } from '@latchkey/policy'
import { describeBrowser, findProblemWords, type Words } from '@latchkey/words'
import { type Html, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import { problemBox } from '../page/problem-box.ts'
import { howOf, outcomeOf } from '../security-info/activity-sections.ts'
import { backLink } from '../security-info/back-link.ts'
import { dormantNote, iconOf, idOf, keepingBadge, modelOf } from '../security-info/describe-passkey.ts'
import { lastUsed } from '../security-info/methods-section.ts'
import type { PortalPage } from '../security-info/portal-page.ts'
import { question } from '../security-info/question.ts'
import type { Methods } from '../security-info/read-methods.ts'
import type { SignInNames } from '../security-info/read-overview.ts'
import { timeOf } from '../security-info/time.ts'
import type { AdminVisit } from './enter-admin.ts'
import { type AdminAction, mayAdminister } from './may-administer.ts'
import { passSection } from './pass-section.ts'

/** What an administrator sees of somebody. */
export interface PersonView {
  readonly person: Person
  readonly roles: readonly AdministratorRole[]
  readonly methods: Methods
  readonly passTerms: PassTerms
  readonly signIns: readonly SignInRecord[]
  readonly names: SignInNames
}

/** What may be done to the person at hand. */
export type May = (action: AdminAction) => boolean

/** Somebody's account: how they sign in, a way in for them, and what happened. */
export function personPage(visit: AdminVisit, view: PersonView): PortalPage {
  const { said } = visit
  const { admin, securityInfo } = said
  const { person, roles } = view
  const may: May = (action) =>
    mayAdminister({ userId: visit.person.userId, roles: visit.roles }, action, {
      userId: person.userId,
      roles,
      breakGlass: person.breakGlass,
    })
  const notice = noticeOf(visit, view, may)
  return {
    title: person.displayName,
    layout: 'wide',
    body: html`<div class="page-head"><div>${backLink('/admin-plain', admin.person.back)}<h1>${person.displayName}</h1><p class="soft">${person.userName} <span class="badge ${person.enabled ? 'good' : 'bad'}">${person.enabled ? admin.person.on : admin.person.off}</span> ${roles.map((role) => html`<span class="badge">${admin.roles[role]}</span> `)}</p></div></div>${problemBox(said)}${notice !== undefined && html`<p class="advice">${icons.info}<span>${notice}</span></p>`}${methodsOf(said, view, may)}${passSection(said, view.passTerms, view, may)}${accountSection(said, person, may)}${logSection(said, view)}<p class="hint" id="zone">${securityInfo.zoneUtc}</p>`,
  }
}

function noticeOf({ said, person }: AdminVisit, view: PersonView, may: May): string | undefined {
  if (view.person.userId === person.userId) return said.admin.person.self
  return view.roles.length > 0 && !may('revokeSessions') ? said.admin.person.administrator : undefined
}

function methodsOf(said: Words, { person, methods }: PersonView, may: May): Html {
  const { person: text } = said.admin
  const { methods: facts } = said.securityInfo
  const path = `/admin-plain/people/${person.userId}`
  const rows = [
    ...methods.passkeys.map((passkey) => ({
      id: `passkey-${idOf(passkey)}`,
      post: `${path}/passkeys/${idOf(passkey)}/remove`,
      icon: iconOf(passkey),
      name: passkey.name,
      what: html`${keepingBadge(passkey, said)}${dormantNote(passkey, said)}<p class="hint">${modelOf(passkey, said)}</p><p class="hint">${facts.added} ${timeOf(passkey.createdAt, said.language)}. ${lastUsed(said, passkey.lastUsedAt, passkey.lastUsedFrom)}</p>`,
    })),
    ...methods.totps.map(({ totpId, name, createdAt, lastUsedAt }) => ({
      id: `codes-${totpId}`,
      post: `${path}/codes/${totpId}/remove`,
      icon: icons.code,
      name,
      what: html`<span class="badge">${facts.codes}</span><p class="hint">${facts.added} ${timeOf(createdAt, said.language)}. ${lastUsed(said, lastUsedAt)}</p>`,
    })),
  ]
  const list = rows.map(
    ({ id, icon, name, what }) =>
      html`<li class="row">${icon}<div><b>${name}</b> ${what}</div>${may('removeMethod') && html`<button type="button" class="button quiet" data-opens="${id}" aria-label="${text.removeNamed({ name })}">${text.remove}</button>`}</li>`,
  )
  const password =
    methods.password &&
    html`<li class="row">${icons.password}<div><b>${facts.password}</b><p class="hint">${facts.changed} ${timeOf(methods.password.changedAt, said.language)}</p></div></li>`
  const questions =
    may('removeMethod') &&
    rows.map(({ id, post, name }) =>
      question({
        id,
        title: text.removeTitle({ name }),
        reason: text.removeReason,
        post,
        yes: text.confirmRemove,
        no: text.keep,
      }),
    )
  return html`<section class="section" aria-labelledby="methods"><h2 id="methods">${text.methods}</h2>${list.length === 0 && password === undefined ? html`<p class="soft">${text.noMethods}</p>` : html`<ul class="rows">${list}${password}</ul>`}</section>${questions}`
}

function accountSection(said: Words, { userId, displayName: name, enabled }: Person, may: May): Html | false {
  const { person: text } = said.admin
  if (!may('revokeSessions')) return false
  const path = `/admin-plain/people/${userId}`
  const revoke = { id: 'revoke', post: `${path}/sessions/revoke`, no: text.keep }
  const disable = { id: 'disable', post: `${path}/disable`, no: text.keep }
  return html`<section class="section" aria-labelledby="account"><h2 id="account">${text.account}</h2><div class="actions"><button type="button" class="button quiet" data-opens="revoke">${text.revoke}</button>${may('switchAccount') && (enabled ? html`<button type="button" class="button danger" data-opens="disable">${text.disable}</button>` : html`<form data-post="${path}/enable"><button class="button quiet">${text.enable}</button></form>`)}</div></section>${question({ ...revoke, title: text.revokeTitle({ name }), reason: text.revokeReason, yes: text.confirmRevoke })}${may('switchAccount') && enabled && question({ ...disable, title: text.disableTitle({ name }), reason: text.disableReason, yes: text.confirmDisable })}`
}

function logSection(said: Words, { signIns, names }: PersonView): Html {
  const { log } = said.admin
  if (signIns.length === 0) {
    return html`<section class="section" aria-labelledby="log"><h2 id="log">${log.title}</h2><p class="soft">${log.none}</p></section>`
  }
  return html`<section class="section" aria-labelledby="log"><h2 id="log">${log.title}</h2><div class="scroll" tabindex="0" role="group" aria-labelledby="log"><table class="stack"><thead><tr><th scope="col">${log.time}</th><th scope="col">${log.outcome}</th><th scope="col">${log.reason}</th><th scope="col">${log.place}</th></tr></thead><tbody>${signIns.map((record) => html`<tr><td>${timeOf(record.at, said.language)}</td><td><span class="badge ${record.outcome === 'success' ? 'good' : 'bad'}">${outcomeOf(said, record)}</span> ${howOf(said, record, names)}</td><td>${whyOf(said, record)}<p class="reference">${log.reference} <code>${record.correlationId}</code></p></td><td data-label="${log.place}">${record.ipAddress}<p class="hint">${describeBrowser(record.userAgent, said)}</p></td></tr>`)}</tbody></table></div></section>`
}

function whyOf(said: Words, { code }: SignInRecord): Html | false {
  if (code === '') return false
  const problem = findProblemWords(said, code) ?? said.problems.fault
  return html`<b>${problem.title}</b> <code>${code}</code><p class="hint">${problem.reason} ${problem.next}</p>`
}
