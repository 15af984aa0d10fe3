import {
  applyConfigurationPatch,
  applyPolicyPatch,
  DocumentRefusal,
  type DocumentStamp,
  findConfigurationId,
  readAuthenticationContext,
  readConditionalAccess,
  readNamedLocation,
  readStrength,
} from '@latchkey/policy'
import type { RuleChange } from './change-rules.ts'
import type { RuleDocumentOf } from './rule-store.ts'

/**
 * Rules as the Graph API gives them, to be taken over: each part as its list (or the answer around it, with `value`) or,
 * for the methods policy, as the object.
 */
export interface RulesExport {
  readonly authenticationMethodsPolicy?: unknown
  readonly authenticationStrengthPolicies?: unknown
  readonly conditionalAccessPolicies?: unknown
  readonly namedLocations?: unknown
  readonly authenticationContextClassReferences?: unknown
}

/** Something of an export that does not exist here. */
export interface LeftOut {
  /** Where in the export: `authenticationMethodsPolicy.authenticationMethodConfigurations[3]`. */
  readonly path: string
  readonly what: string
}

/** What an export amounts to. */
export interface ReadExport {
  /** Documents keep the ids they had, so that they go on naming one another, and an export taken over twice is one. */
  readonly changes: readonly RuleChange[]
  readonly leftOut: readonly LeftOut[]
}

/** What the server gives to what is taken over. */
export interface ImportStamp {
  /** ISO 8601. */
  readonly at: string
  newId(): string
}

/**
 * Read rules that were exported elsewhere. What is there already under the same id is replaced; nothing is removed.
 *
 * @throws DocumentRefusal with the path in the export
 */
export function readExport(exported: RulesExport, stamp: ImportStamp): ReadExport {
  const methods = readMethods(exported.authenticationMethodsPolicy, stamp)
  return {
    changes: [
      ...readList(exported, 'authenticationContextClassReferences', (item) => {
        const document = readAuthenticationContext(item)
        return [{ kind: 'authenticationContext', id: document.id, change: () => document }]
      }),
      ...readList(exported, 'namedLocations', (item) => {
        const document = readNamedLocation(item, stampOf(item, stamp))
        return [{ kind: 'namedLocation', id: document.id, change: () => document }]
      }),
      ...readList(exported, 'authenticationStrengthPolicies', (item) => {
        if (item['policyType'] === 'builtIn') return []
        const document = readStrength(item, { id: idOf(item), at: stamp.at })
        return [{ kind: 'strength', id: document.id, change: () => document }]
      }),
      ...readList(exported, 'conditionalAccessPolicies', (item) => {
        const document = readConditionalAccess(item, stampOf(item, stamp))
        return [{ kind: 'conditionalAccess', id: document.id, change: () => document }]
      }),
      ...methods.changes,
    ],
    leftOut: methods.leftOut,
  }
}

type Item = Readonly<Record<string, unknown>>

function readList(
  exported: RulesExport,
  name: Exclude<keyof RulesExport, 'authenticationMethodsPolicy'>,
  read: (item: Item) => readonly RuleChange[],
): readonly RuleChange[] {
  return listOf(exported[name], name).flatMap((item, at) => {
    const path = `${name}[${at}]`
    return within(path, () => read(asItem(item, '')))
  })
}

function readMethods(exported: unknown, stamp: ImportStamp): ReadExport {
  if (exported === undefined || exported === null) return { changes: [], leftOut: [] }
  const name = 'authenticationMethodsPolicy'
  const policy = asItem(exported, name)
  const list = `${name}.authenticationMethodConfigurations`
  const configurations = listOf(policy['authenticationMethodConfigurations'], list).map(
    (item, at) => [asItem(item, `${list}[${at}]`), `${list}[${at}]`] as const,
  )
  const known = configurations.flatMap(([item, path]) => {
    const id = findConfigurationId(String(item['id']))
    return id === undefined ? [] : [{ id, item: withoutOpenChoices(item), path }]
  })
  const leftOut = configurations
    .filter(([item]) => findConfigurationId(String(item['id'])) === undefined)
    .map(([item, path]) => ({ path, what: String(item['id']) }))
  const apart = Object.fromEntries(
    ['registrationEnforcement', 'systemCredentialPreferences']
      .filter((key) => policy[key] !== undefined && policy[key] !== null)
      .map((key) => [key, policy[key]]),
  )
  const change = (before: RuleDocumentOf['methodsPolicy'] | undefined) => {
    if (before === undefined) return undefined
    const after = within(name, () => applyPolicyPatch(before, apart, stamp))
    return known.reduce(
      (held, { id, item, path }) => within(path, () => applyConfigurationPatch(held, id, item, stamp)),
      after,
    )
  }
  return { changes: [{ kind: 'methodsPolicy', id: name, change }], leftOut }
}

/** Before an organisation chose profiles, Graph writes that there is none: then the old words beside them hold. */
function withoutOpenChoices(item: Item): Item {
  const profiles = item['passkeyProfiles']
  const open = Array.isArray(profiles) && profiles.length === 0
  return Object.fromEntries(
    Object.entries(item).filter(
      ([key, value]) =>
        value !== null && !(open && (key === 'passkeyProfiles' || key === 'defaultPasskeyProfile')),
    ),
  )
}

function listOf(value: unknown, path: string): readonly unknown[] {
  if (value === undefined || value === null) return []
  const list = Array.isArray(value) ? value : asItem(value, path)['value']
  if (Array.isArray(list)) return list
  throw new DocumentRefusal(path, 'must be a list')
}

function asItem(value: unknown, path: string): Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DocumentRefusal(path, 'must be an object')
  }
  return Object.fromEntries(Object.entries(value))
}

function idOf(item: Item): string {
  const { id } = item
  if (typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    return id.toLowerCase()
  throw new DocumentRefusal('id', 'must be a GUID')
}

function stampOf(item: Item, { at }: ImportStamp): DocumentStamp {
  return { id: idOf(item), createdDateTime: at, modifiedDateTime: null }
}

/** Say where in the whole something was refused. */
function within<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (refusal) {
    if (!(refusal instanceof DocumentRefusal)) throw refusal
    throw new DocumentRefusal(refusal.path === '' ? path : `${path}.${refusal.path}`, refusal.detail)
  }
}
