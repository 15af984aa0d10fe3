import type { ModelOfPasskey, PasskeyOfPerson, Place } from '@latchkey/api'
import type { DescribedProvider } from '@latchkey/guidance'
import type { CredentialRecord, PicturedModel } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import type { ShownPasskey } from './read-methods.ts'

/** What is known beside the passkey itself. */
interface Beside {
  /** It is the only way in. */
  readonly last: boolean
  /** The apps that the organisation names: their passkeys are called after them. */
  readonly providers: readonly DescribedProvider[]
}

/** What its owner is told of a passkey. */
export function toPasskeyOfPerson(
  deps: Pick<ServerDeps, 'countryOf'>,
  passkey: ShownPasskey,
  { last, providers }: Beside,
): PasskeyOfPerson {
  const { attestation } = passkey
  const model = nameByProviders(passkey.model, providers)
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

/** An app that the organisation names and nobody else knows is called what the organisation calls it. */
function nameByProviders(model: PicturedModel, providers: readonly DescribedProvider[]): PicturedModel {
  const provider = providers.find(({ aaguids }) => aaguids.includes(model.aaguid))
  if (provider === undefined || model.name !== undefined) return model
  return { ...model, name: provider.name, kind: 'provider', place: 'manager' }
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
function toPlace({ countryOf }: Pick<ServerDeps, 'countryOf'>, ipAddress: string): Place {
  const country = countryOf(ipAddress)
  return { ipAddress, ...(country !== undefined && { country }) }
}

function keepingOf({ backupEligible, backupState }: CredentialRecord): PasskeyOfPerson['keeping'] {
  if (!backupEligible) return 'thisDeviceOnly'
  return backupState ? 'synced' : 'mayBeSynced'
}
