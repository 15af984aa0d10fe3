import { readCertificate } from '@latchkey/encoding/x509'
import { type ExplainedCertificate, explainCertificate } from '@latchkey/webauthn'
import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { isOwnModel } from './own-models.ts'
import { readAaguids } from './read-aaguids.ts'
import { readCertificates } from './read-certificates.ts'
import type { OrganisationRoot } from './trust-store.ts'

/** A certificate that an organisation begins to trust. */
export interface NewRoot extends Attribution {
  readonly tenantId: string
  readonly name: string
  /** One certificate, PEM or DER. */
  readonly certificate: Uint8Array
  /** The models it vouches for. */
  readonly aaguids: readonly string[]
  /** What the administrator states it proves; nobody checks that. */
  readonly evidence: OrganisationRoot['evidence']
}

/** More than any organisation has; each is read at every registration. */
const mostRoots = 50
const mostModels = 100

/**
 * Trust a certificate to vouch for the models that are named, and for no other. It may be a root, an intermediate, or the
 * attestation certificate of one device.
 *
 * @throws IdentityRefusal `not_permitted`; `invalid_input` naming the field: a certificate that is over, an AAGUID that
 *   is none, or one of our own models, for which only the device CA speaks; `already_exists`
 */
export async function addOrganisationRoot(deps: Deps, ask: NewRoot): Promise<OrganisationRoot> {
  const { tenantId, actor } = ask
  const [certificate, ...others] = readCertificates(ask.certificate)
  if (certificate === undefined || others.length > 0 || readCertificate(certificate).notAfter <= deps.now()) {
    throw new IdentityRefusal('invalid_input', { detail: 'certificate' })
  }
  const root: OrganisationRoot = {
    tenantId,
    rootId: newId(deps),
    name: readText(ask.name, 'name', 60),
    certificate,
    aaguids: readModels(ask.aaguids),
    evidence: ask.evidence,
    createdAt: deps.now(),
    createdBy: actor.userId ?? actor.kind,
  }
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor }, 'change the organisation')
    const held = await tx.trust.listRoots(tenantId)
    if (held.length >= mostRoots) throw new IdentityRefusal('invalid_input', { detail: 'too many roots' })
    if (held.some(({ name }) => name === root.name)) throw new IdentityRefusal('already_exists')
    await tx.trust.insertRoot(root)
    await appendAudit(tx, deps, ask, {
      activity: 'trust_root_added',
      target: { kind: 'trustRoot', id: root.rootId, name: root.name },
      detail: { aaguids: root.aaguids.join(' '), evidence: root.evidence },
    })
  })
  return root
}

/** A root as administrators look at it: with what its certificate says of itself. */
export type RootDetails = OrganisationRoot & { readonly explained: ExplainedCertificate }

/** List what an organisation trusts beside the metadata, by name. */
export async function listOrganisationRoots(
  { trust }: Pick<Shelves, 'trust'>,
  tenantId: string,
): Promise<readonly RootDetails[]> {
  return (await trust.listRoots(tenantId)).map((root) => {
    const explained = explainCertificate(root.certificate)
    if (explained === undefined) throw new Error('a root was kept that does not parse')
    return { ...root, explained }
  })
}

/**
 * Trust a certificate no more. Passkeys that were proven by it stay what they were proven to be: attestation binds at
 * registration.
 *
 * @throws IdentityRefusal `not_permitted`, `not_found`
 */
export async function removeOrganisationRoot(
  deps: Deps,
  ask: Attribution & { readonly tenantId: string; readonly rootId: string },
): Promise<void> {
  const { tenantId, rootId, actor } = ask
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor }, 'change the organisation')
    const root = await tx.trust.findRoot(tenantId, rootId)
    if (root === undefined) throw new IdentityRefusal('not_found', { detail: 'root' })
    await tx.trust.removeRoot(tenantId, rootId)
    await appendAudit(tx, deps, ask, {
      activity: 'trust_root_removed',
      target: { kind: 'trustRoot', id: rootId, name: root.name },
    })
  })
}

/** Of our own models the device CA alone speaks. */
function readModels(texts: readonly string[]): readonly string[] {
  const aaguids = readAaguids(texts, { most: mostModels })
  if (aaguids.some(isOwnModel)) throw new IdentityRefusal('invalid_input', { detail: 'aaguids' })
  return aaguids
}
