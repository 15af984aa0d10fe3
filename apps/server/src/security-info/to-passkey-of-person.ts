import type { ModelOfPasskey, PasskeyOfPerson, Place } from '@latchkey/api'
import type { CredentialRecord, PicturedModel } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import type { ShownPasskey } from './read-methods.ts'

/** What its owner is told of a passkey. @param last whether it is the only way in */
export function toPasskeyOfPerson(
  deps: Pick<ServerDeps, 'countryOf'>,
  passkey: ShownPasskey,
  { last }: { readonly last: boolean },
): PasskeyOfPerson {
  const { model, attestation } = passkey
  return {
    id: idOf(passkey),
    name: passkey.name,
    model: { ...toModel(model, passkey), proven: attestation.trusted },
    keeping: keepingOf(passkey),
    // Whoever copies it is named only of what can be copied, and only if the model is known.
    ...(passkey.backupEligible && model.name !== undefined && { syncedBy: model.name }),
    addedAt: passkey.createdAt.toISOString(),
    ...(passkey.lastUsedAt && { lastUsedAt: passkey.lastUsedAt.toISOString() }),
    ...(passkey.lastUsedFrom !== undefined && { lastUsedFrom: toPlace(deps, passkey.lastUsedFrom) }),
    ...(passkey.dormantBecause !== undefined && { dormantBecause: passkey.dormantBecause }),
    verified: passkey.uvInitialized,
    last,
  }
}

/** The id of a passkey, as it stands in addresses. */
export function idOf({ id }: Pick<CredentialRecord, 'id'>): string {
  return Buffer.from(id).toString('base64url')
}

/** A model as people see it; what is unknown and was plugged in is a security key. */
export function toModel(
  { name, icon, kind, place }: PicturedModel,
  made?: Pick<CredentialRecord, 'transports' | 'backupEligible'>,
): Omit<ModelOfPasskey, 'proven'> {
  const plugged = made?.transports.some((each) => each === 'usb' || each === 'nfc') === true
  const onAKey = place === 'unknown' && plugged && made?.backupEligible === false
  return {
    ...(name !== undefined && { name }),
    ...(icon !== undefined && { icon }),
    kind: onAKey && kind === 'unknown' ? 'securityKey' : kind,
    place: onAKey ? 'securityKey' : place,
  }
}

/** Where a request came from, as far as the operator's database knows. */
export function toPlace({ countryOf }: Pick<ServerDeps, 'countryOf'>, ipAddress: string): Place {
  const country = countryOf(ipAddress)
  return { ipAddress, ...(country !== undefined && { country }) }
}

function keepingOf({ backupEligible, backupState }: CredentialRecord): PasskeyOfPerson['keeping'] {
  if (!backupEligible) return 'thisDeviceOnly'
  return backupState ? 'synced' : 'mayBeSynced'
}
