import type { TemporaryAccessPass } from '@latchkey/identity'
import type { Words } from '@latchkey/words'
import { type Html, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import { dormantNote, iconOf, idOf, keepingBadge, modelOf } from './describe-passkey.ts'
import { question } from './question.ts'
import type { Methods, ShownPasskey } from './read-methods.ts'
import { timeOf } from './time.ts'

/** The ways a person has to sign in. */
export function methodsSection(said: Words, methods: Methods): Html {
  const { methods: text } = said.securityInfo
  const rows = [
    ...methods.passkeys.map((passkey) => passkeyRow(said, passkey)),
    ...methods.totps.map(({ totpId, name, createdAt, lastUsedAt }) =>
      row({
        icon: icons.code,
        name,
        badge: html`<span class="badge">${text.codes}</span>`,
        facts: [html`${text.added} ${timeOf(createdAt, said.language)}`, lastUsed(said, lastUsedAt)],
        action: html`<button type="button" class="button quiet" data-opens="remove-${totpId}" aria-label="${text.remove}: ${name}">${text.remove}</button>`,
      }),
    ),
    methods.password !== undefined &&
      row({
        icon: icons.password,
        name: text.password,
        facts: [html`${text.changed} ${timeOf(methods.password.changedAt, said.language)}`],
        action: html`<a class="button quiet" href="/security-info/password" aria-label="${text.change}: ${text.password}">${text.change}</a>`,
      }),
    methods.pass !== undefined && passRow(said, methods.pass),
  ].filter((each) => each !== false)
  return html`<section class="section" aria-labelledby="methods"><div class="section-head"><h2 id="methods">${text.title}</h2><a class="button" href="/security-info/add">${text.add}</a></div>${advice(said, methods)}${rows.length === 0 ? html`<p class="soft">${text.none}</p>` : html`<ul class="rows">${rows}</ul>`}</section>${methods.totps.map((totp) => removeCodes(said, totp))}`
}

function passkeyRow(said: Words, passkey: ShownPasskey): Html {
  const { methods: text } = said.securityInfo
  return row({
    icon: iconOf(passkey),
    name: passkey.name,
    badge: keepingBadge(passkey, said),
    facts: [
      dormantNote(passkey, said),
      modelOf(passkey, said),
      html`${text.added} ${timeOf(passkey.createdAt, said.language)}`,
      lastUsed(said, passkey.lastUsedAt, passkey.lastUsedFrom),
      !passkey.uvInitialized && html`${text.notYetFull}`,
    ],
    action: html`<a class="button quiet" href="/security-info/passkeys/${idOf(passkey)}" aria-label="${text.manageNamed({ name: passkey.name })}">${text.manage}</a>`,
  })
}

function passRow(said: Words, pass: TemporaryAccessPass): Html {
  const { methods: text } = said.securityInfo
  return row({
    icon: icons.pass,
    name: text.pass,
    badge: pass.once && html`<span class="badge">${text.passOnce}</span>`,
    facts: [html`${text.passUntil} ${timeOf(pass.expiresAt, said.language)}`],
  })
}

interface Row {
  readonly icon: Html
  readonly name: string
  readonly badge?: Html | false
  readonly facts: readonly (Html | undefined | false)[]
  readonly action?: Html
}

function row({ icon, name, badge, facts, action }: Row): Html {
  const lines = facts.filter((fact) => fact !== undefined && fact !== false)
  return html`<li class="row">${icon}<div><b>${name}</b> ${badge}${lines.map((line) => html`<p class="hint">${line}</p>`)}</div>${action}</li>`
}

/** When a method was used last, and from where, as a sentence. */
export function lastUsed(said: Words, at: Date | undefined, from?: string): Html {
  const { methods: text } = said.securityInfo
  return html`${at !== undefined && `${text.lastUsed} `}${use(said, at, from)}`
}

/** The same, without saying what it is. */
export function use(said: Words, at: Date | undefined, from?: string): Html {
  const { methods: text } = said.securityInfo
  if (at === undefined) return html`${text.never}`
  return html`${timeOf(at, said.language)}${from !== undefined && html`, ${text.from({ place: from })}`}`
}

function removeCodes(
  said: Words,
  { totpId, name }: { readonly totpId: string; readonly name: string },
): Html {
  const { codes } = said.securityInfo
  return question({
    id: `remove-${totpId}`,
    title: codes.removeTitle({ name }),
    reason: codes.removeReason,
    post: `/security-info/codes/${totpId}/remove`,
    yes: codes.remove,
    no: codes.keep,
  })
}

/** What a person should do next, if anything. */
function advice({ securityInfo: { advice: text } }: Words, { passkeys: all }: Methods): Html | false {
  const passkeys = all.filter(({ dormantBecause }) => dormantBecause === undefined)
  if (passkeys.length > 1) return false
  const first = passkeys.length === 0
  const oneThatIsSynced = passkeys.some(({ backupState }) => backupState)
  if (oneThatIsSynced) return false
  return html`<div class="advice">${icons.info}<div><b>${first ? text.firstTitle : text.secondTitle}</b><p>${first ? text.first : text.second} <a href="/security-info/add">${text.add}</a></p></div></div>`
}
