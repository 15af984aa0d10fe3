import { modelStanding } from '@latchkey/webauthn'
import type { Shelves } from '../stores.ts'
import { findKnownModel, knownModels, type PasskeyPlace } from './known-models.ts'
import type { ListedModel } from './metadata-store.ts'
import { isOwnModel, ownModels } from './own-models.ts'

/** A kind of authenticator: what is drawn for a model that has no picture of its own. */
export type ModelKind = 'securityKey' | 'platform' | 'provider' | 'latchkey' | 'unknown'

/** A model as a list shows it. */
export interface DescribedModel {
  readonly aaguid: string
  /** What people call it. Without any name the list has its AAGUID. */
  readonly name?: string
  readonly kind: ModelKind
  /** Where passkeys of it live, as far as that is known: what to say about deleting one there. */
  readonly place: PasskeyPlace
  /** The highest certification that holds, such as `FIDO_CERTIFIED_L2`. */
  readonly certification?: string
  /** What the metadata says is wrong with it, such as `REVOKED`. */
  readonly statuses: readonly string[]
  /** Who says all this. */
  readonly source: 'metadata' | 'builtIn' | 'ours' | 'nobody'
  /** `internal`, `external`, `nfc`, `bluetooth` …: how it is attached, as the metadata says. */
  readonly attachment: readonly string[]
  /** Whether the metadata has a picture of it. */
  readonly hasIcon: boolean
}

/** The same, with its picture if the metadata has one: a small PNG as a `data:` URL. */
export type PicturedModel = DescribedModel & { readonly icon?: string }

/**
 * Describe a model: the metadata's word over the few we know ourselves. A name for people, never a ground for a decision:
 * unless its attestation was trusted, an AAGUID is what a device says of itself.
 *
 * @param aaguid lower case
 */
export async function describeModel(
  tx: Pick<Shelves, 'metadata'>,
  aaguid: string,
  at: Date,
): Promise<PicturedModel> {
  const model = isOwnModel(aaguid) ? undefined : await tx.metadata.find(aaguid)
  if (model === undefined) return fromBuiltIn(aaguid)
  const { icon } = model
  const described = fromMetadata({ ...model, hasIcon: icon !== undefined }, at)
  return { ...described, ...(icon !== undefined && { icon }) }
}

/** What a picker of models asks. */
export interface ModelQuery {
  /** A part of the name or the beginning of the AAGUID; everything if absent. */
  readonly search?: string
}

/**
 * List every model there is: ours, those the metadata names, and those we know without it; by name. Without pictures:
 * `describeModel` has them, one by one.
 */
export async function listModels(
  tx: Pick<Shelves, 'metadata'>,
  at: Date,
  { search = '' }: ModelQuery = {},
): Promise<readonly DescribedModel[]> {
  const listed = (await tx.metadata.list()).filter(({ aaguid }) => !isOwnModel(aaguid))
  const named = new Set(listed.map(({ aaguid }) => aaguid))
  const all = [
    ...ownModels.map(({ aaguid }) => fromBuiltIn(aaguid)),
    ...listed.map((model) => fromMetadata(model, at)),
    ...[...knownModels.keys()].filter((aaguid) => !named.has(aaguid)).map(fromBuiltIn),
  ]
  const wanted = search.trim().toLowerCase()
  return all
    .filter(({ aaguid, name = '' }) => aaguid.startsWith(wanted) || name.toLowerCase().includes(wanted))
    .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'en') || (a.aaguid < b.aaguid ? -1 : 1))
}

function fromMetadata(model: ListedModel, at: Date): DescribedModel {
  const { aaguid, description, attachmentHint } = model
  const { bad, certification } = modelStanding(model.statusReports, at)
  const known = findKnownModel(aaguid)
  return {
    aaguid,
    name: description,
    kind: attachmentHint.includes('internal') ? 'platform' : 'securityKey',
    place: known?.place ?? (attachmentHint.includes('internal') ? 'unknown' : 'securityKey'),
    ...(certification !== undefined && { certification }),
    statuses: bad,
    source: 'metadata',
    attachment: attachmentHint,
    hasIcon: model.hasIcon,
  }
}

const kindOf: Readonly<Record<PasskeyPlace, ModelKind>> = {
  apple: 'provider',
  google: 'provider',
  samsung: 'provider',
  manager: 'provider',
  windows: 'platform',
  chromeMac: 'platform',
  securityKey: 'securityKey',
  unknown: 'unknown',
}

function fromBuiltIn(aaguid: string): DescribedModel {
  const nothing = { aaguid, statuses: [], attachment: [], hasIcon: false }
  const own = ownModels.find((model) => model.aaguid === aaguid)
  if (own !== undefined)
    return { ...nothing, name: own.name, kind: 'latchkey', place: 'unknown', source: 'ours' }
  const known = findKnownModel(aaguid)
  if (known === undefined) return { ...nothing, kind: 'unknown', place: 'unknown', source: 'nobody' }
  return {
    ...nothing,
    name: known.name,
    kind: kindOf[known.place],
    place: known.place,
    source: 'builtIn',
  }
}
