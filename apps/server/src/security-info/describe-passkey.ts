import type { CredentialRecord } from '@latchkey/identity'
import { findProblemWords, type Words } from '@latchkey/words'
import { type Html, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import type { ShownPasskey } from './read-methods.ts'

/** The kind of a passkey, and whether that is proven or merely what the device says. */
export function modelOf(
  { model: { name }, attestation }: ShownPasskey,
  { securityInfo: { model } }: Words,
): Html {
  if (name === undefined) return html`${model.unknown}`
  return html`${name} (${attestation.trusted ? model.proven : model.claimed})`
}

/** The picture of its model, or the drawn one of its kind. It says nothing that the name beside it does not. */
export function iconOf({ model: { icon, kind } }: ShownPasskey): Html {
  if (icon !== undefined) return html`<img class="icon" src="${icon}" width="24" height="24" alt="">`
  return kind === 'securityKey' ? icons.key : icons.passkey
}

/** Whether it is on one device or on several. */
export function keepingBadge(passkey: CredentialRecord, { securityInfo: { methods } }: Words): Html {
  if (!passkey.backupEligible) return html`<span class="badge">${methods.onThisDeviceOnly}</span>`
  return html`<span class="badge">${passkey.backupState ? methods.synced : methods.mayBeSynced}</span>`
}

/** That the rules do not allow it at the moment, and why; nothing for one that is awake. */
export function dormantNote({ dormantBecause }: ShownPasskey, said: Words): Html | false {
  if (dormantBecause === undefined) return false
  const { dormant, dormantKept } = said.securityInfo.methods
  const reason = findProblemWords(said, `passkey_${dormantBecause}`)?.reason
  return html`<span class="badge bad">${dormant}</span> ${reason} ${dormantKept}`
}

/** The id of a passkey, as it stands in addresses. */
export function idOf({ id }: CredentialRecord): string {
  return Buffer.from(id).toString('base64url')
}
