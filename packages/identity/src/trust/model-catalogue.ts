import type { StatusReport } from '@latchkey/webauthn'
import { listAnchors } from './anchors.ts'
import { type CountingDeps, countModelUsers } from './count-model-users.ts'
import { type DescribedModel, describeModel, listModels } from './describe-model.ts'
import type { AnchorKind } from './judge-attestation.ts'

/** A model as administrators choose it. */
export interface CatalogueModel extends DescribedModel {
  /** Whether its passkeys stay where they were made or are copied, as far as that is known. */
  readonly passkeyType?: 'deviceBound' | 'synced'
  /** How many people of the organisation have a passkey that says it is of this model. */
  readonly people: number
  /** Whether a root of the organisation vouches for it. */
  readonly hasOwnRoot: boolean
}

/** Everything there is to say of one model. */
export interface ModelDetails extends CatalogueModel {
  /** A small PNG as a `data:` URL. */
  readonly icon?: string
  /** Who could prove it: where nobody can, a profile that asks for attestation takes none of it. */
  readonly anchors: readonly AnchorKind[]
  readonly keyProtection: readonly string[]
  readonly userVerificationMethods: readonly string[]
  readonly versions: readonly string[]
  readonly statusReports: readonly StatusReport[]
}

/**
 * List the models that an organisation can choose between, by name: those everybody knows of, and those that nobody has
 * named and its people have all the same.
 *
 * @param search a part of the name or the beginning of the AAGUID; everything if absent
 */
export async function listCatalogue(
  deps: CountingDeps,
  tenantId: string,
  search = '',
): Promise<readonly CatalogueModel[]> {
  const { stores } = deps
  const at = deps.now()
  const [models, users, roots] = await Promise.all([
    listModels(stores, at, { search }),
    countModelUsers(deps, tenantId),
    stores.trust.listRoots(tenantId),
  ])
  const rooted = new Set(roots.flatMap(({ aaguids }) => aaguids))
  const named = new Set(models.map(({ aaguid }) => aaguid))
  const wanted = search.trim().toLowerCase()
  const others = [...new Set([...users.people.keys(), ...rooted])].filter((aaguid) => !named.has(aaguid))
  const unnamed = await Promise.all(
    others
      .filter((aaguid) => aaguid.startsWith(wanted))
      .toSorted()
      .map((aaguid) => describeModel(stores, aaguid, at)),
  )
  // Of those that were looked up again only what has no name is nobody's: the others did not match the search.
  return [...models, ...unnamed.filter(({ source }) => source === 'nobody')].map((model) => ({
    ...model,
    ...passkeyTypeOf(model),
    people: users.people.get(model.aaguid) ?? 0,
    hasOwnRoot: rooted.has(model.aaguid),
  }))
}

/** Read all that is known of one model. @param aaguid lower case */
export async function readModelDetails(
  deps: CountingDeps,
  tenantId: string,
  aaguid: string,
): Promise<ModelDetails> {
  const { stores } = deps
  const described = await describeModel(stores, aaguid, deps.now())
  const model = described.source === 'metadata' ? await stores.metadata.find(aaguid) : undefined
  const { people } = await countModelUsers(deps, tenantId)
  const roots = await stores.trust.listRoots(tenantId)
  const anchors = await listAnchors(stores, tenantId, aaguid)
  return {
    ...described,
    ...passkeyTypeOf(described),
    people: people.get(aaguid) ?? 0,
    hasOwnRoot: roots.some(({ aaguids }) => aaguids.includes(aaguid)),
    anchors: [...new Set(anchors.map(({ kind }) => kind))],
    keyProtection: model?.keyProtection ?? [],
    userVerificationMethods: model?.userVerificationMethods ?? [],
    versions: model?.versions ?? [],
    statusReports: model?.statusReports ?? [],
  }
}

const copied: ReadonlySet<string> = new Set(['apple', 'google', 'samsung', 'manager'])
const kept: ReadonlySet<string> = new Set(['windows', 'chromeMac', 'securityKey'])

function passkeyTypeOf({ kind, place }: DescribedModel): Pick<CatalogueModel, 'passkeyType'> {
  if (copied.has(place)) return { passkeyType: 'synced' }
  if (kind === 'latchkey' || kind === 'securityKey' || kept.has(place)) return { passkeyType: 'deviceBound' }
  return {}
}
