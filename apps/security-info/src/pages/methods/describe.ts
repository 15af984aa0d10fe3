import type { ModelOfPasskey, PasskeyOfPerson, Place } from '@latchkey/api'
import { findProblemWords } from '@latchkey/words'
import type { PortalWords } from '@latchkey/words/portal'

/** The kind of a passkey, and whether that is proven or merely what the device says. */
export function describeModel({ name, proven, place }: ModelOfPasskey, said: PortalWords): string {
  const { model } = said.methods
  if (name === undefined) return place === 'securityKey' ? said.add.offers.securityKey : model.unknown
  return `${name} (${proven ? model.proven : model.claimed})`
}

/** Whether it is on one device or on several, and who copies it. */
export function describeKeeping({ keeping, syncedBy }: PasskeyOfPerson, { methods }: PortalWords): string {
  const { rows } = methods
  if (keeping === 'thisDeviceOnly') return rows.onThisDeviceOnly
  if (keeping === 'mayBeSynced') return rows.mayBeSynced
  return syncedBy === undefined ? rows.synced : methods.syncedBy({ name: syncedBy })
}

/** Where somebody was, as far as it is known: the address, and the country in the person's language. */
export function describePlace({ ipAddress, country }: Place, { language }: PortalWords): string {
  if (country === undefined) return ipAddress
  const name = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country
  return `${ipAddress} · ${name}`
}

/** Why the rules of this moment do not take a passkey; nothing for one that is awake. */
export function describeDormant({ dormantBecause }: PasskeyOfPerson, said: PortalWords): string | undefined {
  if (dormantBecause === undefined) return undefined
  const reason = findProblemWords(said, `passkey_${dormantBecause}`)?.reason ?? ''
  // No rule would wake it.
  if (dormantBecause === 'link_needed') return reason
  return `${reason} ${said.methods.rows.dormantKept}`.trim()
}

/** Where else a passkey lives, and how to delete it there. */
export function describeDeletion(
  model: Pick<ModelOfPasskey, 'name' | 'place'> | undefined,
  { passkey: { places } }: PortalWords,
): string {
  if (model === undefined) return places.unknown
  return model.place === 'manager' ? places.manager({ model: model.name ?? '' }) : places[model.place]
}
