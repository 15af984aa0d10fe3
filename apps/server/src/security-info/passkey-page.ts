import { html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import { backLink } from './back-link.ts'
import { dormantNote, idOf, keepingOf, modelOf, placeOf } from './describe-passkey.ts'
import type { PortalVisit } from './enter-portal.ts'
import { field } from './field.ts'
import { use } from './methods-section.ts'
import type { PortalPage } from './portal-page.ts'
import { question } from './question.ts'
import type { Methods, ShownPasskey } from './read-methods.ts'
import { timeOf } from './time.ts'

/** One passkey: what it is, its name, and the way to delete it, here and where it lives. */
export function passkeyPage({ said }: PortalVisit, passkey: ShownPasskey, methods: Methods): PortalPage {
  const { passkey: text, methods: facts, back } = said.securityInfo
  const dormant = dormantNote(passkey, said)
  const path = `/security-info/passkeys/${idOf(passkey)}`
  const others = methods.passkeys.filter(
    ({ id, dormantBecause }) => id !== passkey.id && dormantBecause === undefined,
  )
  const isOnlyWay =
    passkey.dormantBecause === undefined && others.length === 0 && methods.password === undefined
  return {
    title: passkey.name,
    layout: 'card',
    body: html`<div id="removed-before">${backLink('/security-info', back)}<div class="hero">${icons.passkey}</div><h1>${passkey.name}</h1>${dormant && html`<p>${dormant}</p>`}<dl class="facts"><dt>${text.model}</dt><dd>${modelOf(passkey, said)}</dd><dt>${text.keeping}</dt><dd>${keepingOf(passkey, said)}</dd><dt>${facts.added}</dt><dd>${timeOf(passkey.createdAt, said.language)}</dd><dt>${facts.lastUsed}</dt><dd>${use(said, passkey.lastUsedAt, passkey.lastUsedFrom)}</dd></dl><form class="panel" data-post="${path}/name">${field({ name: 'name', label: text.rename, hint: text.renameHint, required: text.renameRequired, value: passkey.name, maximum: 60 })}<div class="actions"><button class="button quiet">${text.save}</button></div></form><div class="panel"><h2>${text.removeTitle}</h2>${
      isOnlyWay
        ? html`<p>${text.last} <a href="/security-info/add">${said.securityInfo.advice.add}</a></p>`
        : html`<p>${text.removeReason}</p><div class="actions"><button type="button" class="button danger" data-opens="remove">${text.remove}</button></div>`
    }</div></div>${question({
      id: 'remove',
      title: text.confirmTitle({ name: passkey.name }),
      reason: text.confirmReason,
      post: `${path}/remove`,
      yes: text.confirm,
      no: text.keep,
      done: 'removed',
    })}<div id="removed" tabindex="-1" hidden><div class="hero">${icons.done}</div><h1>${text.removedTitle}</h1><p>${text.removedReason}</p><p>${placeOf(passkey, said)}</p><p class="hint">${text.removedTold}</p><div class="actions"><a class="button" href="/security-info">${said.common.done}</a></div></div>`,
  }
}
