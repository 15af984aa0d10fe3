import { type CredentialRecord, findKnownModel } from '@latchkey/identity'
import type { Words } from '@latchkey/words'
import { type Html, html } from '../page/html.ts'

/** The kind of a passkey, and whether that is proven or merely what the device says. */
export function modelOf({ aaguid, attestation }: CredentialRecord, { securityInfo }: Words): Html {
  const { model } = securityInfo
  const known = findKnownModel(aaguid)
  if (known === undefined) return html`${model.unknown}`
  return html`${known.name} (${attestation.trusted ? model.proven : model.claimed})`
}

/** Whether it is on one device or on several. */
export function keepingBadge(passkey: CredentialRecord, { securityInfo: { methods } }: Words): Html {
  if (!passkey.backupEligible) return html`<span class="badge">${methods.onThisDeviceOnly}</span>`
  return html`<span class="badge">${passkey.backupState ? methods.synced : methods.mayBeSynced}</span>`
}

/** The same, with what it means. */
export function keepingOf(passkey: CredentialRecord, { securityInfo: { passkey: said } }: Words): string {
  if (!passkey.backupEligible) return said.keepingDevice
  return passkey.backupState ? said.keepingSynced : said.keepingEligible
}

/** Where else the passkey lives, and how to delete it there. */
export function placeOf(passkey: CredentialRecord, { securityInfo: { places } }: Words): string {
  const model = findKnownModel(passkey.aaguid)
  if (model?.place === 'manager') return places.manager({ model: model.name })
  if (model !== undefined) return places[model.place]
  const onAKey =
    !passkey.backupEligible && passkey.transports.some((each) => each === 'usb' || each === 'nfc')
  return onAKey ? places.securityKey : places.unknown
}

/** The id of a passkey, as it stands in addresses. */
export function idOf({ id }: CredentialRecord): string {
  return Buffer.from(id).toString('base64url')
}
