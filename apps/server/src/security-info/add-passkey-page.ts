import { html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import { backLink } from './back-link.ts'
import { idOf, modelOf } from './describe-passkey.ts'
import type { PortalVisit } from './enter-portal.ts'
import { field } from './field.ts'
import type { PortalPage } from './portal-page.ts'
import { addPasskeyScript } from './portal-script.ts'
import type { ShownPasskey } from './read-methods.ts'

/** Where a new passkey shall live. */
export const passkeyKinds = ['this-device', 'other-device', 'security-key'] as const

export type PasskeyKind = (typeof passkeyKinds)[number]

/** What each kind asks of the browser. Hints order its offers; the attachment leaves the others out. */
export const ceremonyOf: Readonly<
  Record<
    PasskeyKind,
    { readonly attachment: 'platform' | 'cross-platform'; readonly hints: readonly string[] }
  >
> = {
  'this-device': { attachment: 'platform', hints: ['client-device'] },
  'other-device': { attachment: 'cross-platform', hints: ['hybrid'] },
  'security-key': { attachment: 'cross-platform', hints: ['security-key'] },
}

/** Make a passkey, then name it. */
export function addPasskeyPage(
  { said }: PortalVisit,
  kind: PasskeyKind,
  passkeys: readonly ShownPasskey[],
): PortalPage {
  const { addPasskey: text, back } = said.securityInfo
  const { title, reason, icon } = {
    'this-device': { title: text.thisDeviceTitle, reason: text.thisDevice, icon: icons.passkey },
    'other-device': { title: text.otherDeviceTitle, reason: text.otherDevice, icon: icons.phone },
    'security-key': { title: text.securityKeyTitle, reason: text.securityKey, icon: icons.key },
  }[kind]
  return {
    title,
    layout: 'card',
    script: addPasskeyScript,
    data: { kind, waiting: text.waiting },
    body: html`<div id="made-before"><div id="exists-before">${backLink('/security-info/add', said.common.back)}<div class="hero" id="waiting">${icon}</div><h1>${title}</h1><p>${reason}</p><div class="actions" id="actions"><button type="button" class="button" id="create">${text.create}</button></div></div><div id="exists" tabindex="-1" hidden><div class="hero">${icons.info}</div><h1>${text.existsTitle}</h1><p>${text.exists}</p><ul class="choices">${passkeys.map((passkey) => html`<li><a href="/security-info/passkeys/${idOf(passkey)}">${icons.passkey}<span>${passkey.name}<small>${modelOf(passkey, said)}</small></span>${icons.arrow}</a></li>`)}</ul><p class="hint">${text.existsReplace}</p></div><div class="below"><a href="/security-info/add">${text.another}</a></div></div><div id="made" tabindex="-1" hidden><div class="hero">${icons.done}</div><h1>${text.nameTitle}</h1><p>${text.name}</p><form data-post="/security-info">${field({ name: 'name', label: text.nameLabel, required: text.nameRequired, maximum: 60 })}<div class="actions"><button class="button">${text.done}</button></div></form><div class="below"><a href="/security-info">${back}</a></div></div>`,
  }
}
