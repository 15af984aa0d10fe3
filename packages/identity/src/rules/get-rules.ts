import { compileRules, defaultMethodsPolicy, type RuleDocuments, type Rules } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import { memoryOf } from '../memory.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { Tenant, TenantSettings } from '../tenants/tenant.ts'
import type { KeptRule, RuleDocumentOf, RuleKind } from './rule-store.ts'

/** A tenant's rules at one version. */
export interface RulesSnapshot {
  readonly version: number
  /** What is kept, and the methods policy that holds. */
  readonly kept: readonly KeptRule[]
  readonly documents: RuleDocuments
  readonly rules: Rules
  /** The settings that the defaults were made of. */
  readonly settings: TenantSettings
}

type RuleShelves = Pick<Shelves, 'rules' | 'tenants'>

/** Get what a tenant's administrators have decided, ready to be decided by. @throws IdentityRefusal `tenant_unknown` */
export async function getRules(
  tx: RuleShelves,
  deps: Pick<Deps, 'stores'>,
  tenantId: string,
): Promise<Rules> {
  return (await getSnapshot(tx, deps, await getTenant(tx, tenantId))).rules
}

/** Get the documents, and the version they are of. @throws IdentityRefusal `tenant_unknown` */
export async function getRuleDocuments(
  tx: RuleShelves,
  deps: Pick<Deps, 'stores'>,
  tenantId: string,
): Promise<{ readonly version: number; readonly documents: RuleDocuments }> {
  const { version, documents } = await getSnapshot(tx, deps, await getTenant(tx, tenantId))
  return { version, documents }
}

/**
 * The rules of a tenant that was just read, in the unit whose decision rests on them: as long as nothing changed that
 * asks the database nothing, because the version stands in the tenant's own row.
 */
export async function rulesOf(
  tx: Pick<Shelves, 'rules'>,
  deps: Pick<Deps, 'stores'>,
  tenant: Tenant,
): Promise<Rules> {
  return (await getSnapshot(tx, deps, tenant)).rules
}

/** The same, with the documents. */
export async function getSnapshot(
  tx: Pick<Shelves, 'rules'>,
  deps: Pick<Deps, 'stores'>,
  tenant: Tenant,
): Promise<RulesSnapshot> {
  const { tenantId, rulesVersion: version, settings } = tenant
  const { rules: remembered } = memoryOf(deps.stores)
  const known = remembered.get(tenantId)
  if (known?.version === version && known.settings === settings) return known

  const kept = withMethodsPolicy(await tx.rules.list(tenantId), settings)
  const documents = toRuleDocuments(kept)
  const snapshot = { version, kept, documents, rules: compileRules(documents), settings }
  remembered.set(tenantId, snapshot)
  return snapshot
}

/** Sort documents by kind. The methods policy is among them. */
export function toRuleDocuments(kept: readonly KeptRule[]): RuleDocuments {
  const ofKind = <K extends RuleKind>(kind: K) =>
    kept.filter((rule): rule is KeptRule<K> => rule.kind === kind).map(({ document }) => document)
  return {
    methodsPolicy: ofKind('methodsPolicy')[0] ?? defaultMethodsPolicy,
    strengths: ofKind('strength'),
    conditionalAccess: ofKind('conditionalAccess'),
    namedLocations: ofKind('namedLocation'),
    authenticationContexts: ofKind('authenticationContext'),
    terms: ofKind('terms'),
  }
}

function withMethodsPolicy(kept: readonly KeptRule[], settings: TenantSettings): readonly KeptRule[] {
  if (kept.some(({ kind }) => kind === 'methodsPolicy')) return kept
  const document = toDefaultMethodsPolicy(settings)
  return [...kept, { kind: 'methodsPolicy', id: document.id, document }]
}

/**
 * The methods policy of an organisation that has changed none: it says what the settings have said until now. With the
 * first change it becomes a document, and the settings say nothing more.
 */
export function toDefaultMethodsPolicy({
  passes,
  attestation,
}: Pick<TenantSettings, 'passes' | 'attestation'>): RuleDocumentOf['methodsPolicy'] {
  return {
    ...defaultMethodsPolicy,
    // People have chosen their default way themselves, and go on doing so until somebody says otherwise.
    systemCredentialPreferences: { ...defaultMethodsPolicy.systemCredentialPreferences, state: 'disabled' },
    fido2: { ...defaultMethodsPolicy.fido2, latchkey_metadataStatus: attestation.badStatus },
    temporaryAccessPass: {
      ...defaultMethodsPolicy.temporaryAccessPass,
      defaultLifetimeInMinutes: passes.defaultLifetimeMinutes,
      minimumLifetimeInMinutes: passes.minimumLifetimeMinutes,
      maximumLifetimeInMinutes: passes.maximumLifetimeMinutes,
      defaultLength: passes.length,
      isUsableOnce: passes.onceOnly,
    },
  }
}
