import { newId } from '@latchkey/identity'
import {
  applyConfigurationPatch,
  applyPolicyPatch,
  findConfigurationId,
  getConfiguration,
  listConfigurations,
  type MethodConfigurationDocument,
  type MethodConfigurationId,
  type MethodsPolicyDocument,
  type PolicyChangeStamp,
  resetConfiguration,
} from '@latchkey/policy'
import { addressOf, collection, entity, noContent } from '../graph-answer.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../graph-route.ts'
import { keyOf } from '../key-of.ts'
import type { GraphObject } from '../resource-shape.ts'
import { changeRule, readRules, withWarnings } from './change-rule.ts'
import { methodsPolicy as permissions } from './rule-permissions.ts'

const policyId = 'authenticationMethodsPolicy'
const configurations = 'authenticationMethodConfigurations'

/** A how-to of Graph's leaves out the first segment; scripts copied it. */
const places = [`/policies/${policyId}`, `/${policyId}`]

/** The authentication methods policy and its configurations. */
export const methodsPolicyRoutes: readonly GraphRoute[] = places.flatMap((place): readonly GraphRoute[] => [
  {
    method: 'GET',
    path: place,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      const { methodsPolicy } = await readRules(call)
      return entity(call, policyId, toPolicy(call, methodsPolicy))
    },
  },
  {
    method: 'PATCH',
    path: place,
    permissions: permissions.write,
    act: 'change the methods policy',
    async handle(call) {
      return await changePolicy(call, (before) => applyPolicyPatch(before, call.body, stampOf(call)))
    },
  },
  {
    method: 'GET',
    path: `${place}/${configurations}`,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      const { methodsPolicy } = await readRules(call)
      const all = listConfigurations(methodsPolicy).map((each) => toConfiguration(call, each))
      return collection(call, `policies/${policyId}/${configurations}`, all)
    },
  },
  {
    method: 'GET',
    path: `${place}/${configurations}/{configuration}`,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      const { methodsPolicy } = await readRules(call)
      const found = getConfiguration(methodsPolicy, readConfigurationId(call))
      return entity(call, `${configurations}/$entity`, toConfiguration(call, found))
    },
  },
  {
    method: 'PATCH',
    path: `${place}/${configurations}/{configuration}`,
    permissions: permissions.write,
    act: 'change the methods policy',
    async handle(call) {
      const id = readConfigurationId(call)
      return await changePolicy(call, (before) =>
        applyConfigurationPatch(before, id, call.body, stampOf(call)),
      )
    },
  },
  {
    method: 'DELETE',
    path: `${place}/${configurations}/{configuration}`,
    permissions: permissions.write,
    act: 'change the methods policy',
    async handle(call) {
      const id = readConfigurationId(call)
      return await changePolicy(call, (before) => resetConfiguration(before, id, stampOf(call)))
    },
  },
])

async function changePolicy(
  call: GraphCall,
  change: (before: MethodsPolicyDocument) => MethodsPolicyDocument,
): Promise<GraphAnswer> {
  const warnings = await changeRule(call, {
    kind: 'methodsPolicy',
    id: policyId,
    change: (before) => before && change(before),
  })
  return withWarnings(noContent, warnings)
}

function stampOf({ deps }: GraphCall): PolicyChangeStamp {
  return { at: deps.now().toISOString(), newId: () => newId(deps) }
}

/** Configurations that Graph has and Latchkey has not. */
const elsewhere: ReadonlySet<string> = new Set([
  'sms',
  'voice',
  'email',
  'x509certificate',
  'hardwareoath',
  'verifiablecredentials',
  'qrcodepin',
])

/** @throws GraphRefusal `notImplemented` for a method that does not exist here, `ResourceNotFound` for none at all */
function readConfigurationId(call: GraphCall): MethodConfigurationId {
  const key = keyOf(call, 'configuration')
  const id = findConfigurationId(key)
  if (id !== undefined) return id
  if (elsewhere.has(key.toLowerCase())) {
    throw new GraphRefusal('notImplemented', `The authentication method '${key}' does not exist here.`)
  }
  throw new GraphRefusal('ResourceNotFound', `There is no authentication method '${key.slice(0, 100)}'.`)
}

/** What only one edition of the API has is left out of the other. */
function toPolicy(call: GraphCall, policy: MethodsPolicyDocument): GraphObject {
  const { fido2, temporaryAccessPass, softwareOath, microsoftAuthenticator, ...rest } = policy
  const { systemCredentialPreferences, reconfirmationInDays, ...common } = rest
  const context = addressOf(call, `/$metadata#policies/${policyId}/${configurations}`)
  return {
    ...common,
    ...(call.version === 'beta' && { systemCredentialPreferences, reconfirmationInDays }),
    [`${configurations}@odata.context`]: context,
    [configurations]: listConfigurations(policy).map((each) => toConfiguration(call, each)),
  }
}

function toConfiguration(call: GraphCall, configuration: MethodConfigurationDocument): GraphObject {
  const { includeTargets, ...rest } = configuration
  const type = rest['@odata.type'].slice(1)
  const place = `policies/${policyId}/${configurations}('${rest.id}')/${type}/includeTargets`
  return {
    ...rest,
    'includeTargets@odata.context': addressOf(call, `/$metadata#${place}`),
    includeTargets,
  }
}
