import { newId } from '@latchkey/identity'
import {
  authenticationModes,
  builtInStrengthDocuments,
  type CombinationConfigurationDocument,
  changeCombinations,
  changeStrength,
  combinationNames,
  putCombinationConfiguration,
  readStrength,
  removeCombinationConfiguration,
  replaceStrength,
  type StrengthDocument,
} from '@latchkey/policy'
import { addressOf, collection, created, entity, noContent } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { listOptions } from '../odata-query.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'
import { toAccessPolicy } from './access-policy.ts'
import { changeRule, readRules } from './change-rule.ts'
import { strengths as permissions } from './rule-permissions.ts'

const shape: ResourceShape = {
  name: 'authenticationStrengthPolicy',
  properties: [
    'id',
    'createdDateTime',
    'modifiedDateTime',
    'displayName',
    'description',
    'policyType',
    'requirementsSatisfied',
    'allowedCombinations',
    'combinationConfigurations',
  ],
  filterable: ['displayName', 'policyType', 'allowedCombinations'],
  orderable: ['displayName'],
}

const read = { permissions: permissions.read, act: 'read rules' } as const
const write = { permissions: permissions.write, act: 'change conditional access' } as const

/** Graph has strengths in two places. */
const places = [
  '/policies/authenticationStrengthPolicies',
  '/identity/conditionalAccess/authenticationStrength/policies',
]

/** Authentication strengths: the three that are built in, and the organisation's own. */
export const strengthRoutes: readonly GraphRoute[] = [
  ...places.flatMap(routesAt),
  {
    // Ours: Graph takes a change of all of it apart into three, each of which is checked and may stand alone.
    method: 'PUT',
    path: '/latchkey/authenticationStrengths/{strength}',
    ...write,
    async handle(call) {
      const after = await changeOne(call, (before) => replaceStrength(before, call.body, timeOf(call)))
      return entity(call, 'policies/authenticationStrengthPolicies/$entity', toStrength(call, after))
    },
  },
  {
    method: 'GET',
    path: '/identity/conditionalAccess/authenticationStrength/combinations',
    ...read,
    query: [],
    handle: async (call) => collection(call, 'Collection(authenticationMethodModes)', combinationNames),
  },
  {
    method: 'GET',
    path: '/identity/conditionalAccess/authenticationStrength/authenticationMethodModes',
    ...read,
    query: [],
    handle: async (call) =>
      collection(
        call,
        'identity/conditionalAccess/authenticationStrength/authenticationMethodModes',
        authenticationModes.map((mode) => ({ id: mode, displayName: mode, authenticationMethod: mode })),
      ),
  },
]

function routesAt(place: string): readonly GraphRoute[] {
  const one = `${place}/{strength}`
  const configurations = `${one}/combinationConfigurations`
  const context = 'policies/authenticationStrengthPolicies'
  return [
    {
      method: 'GET',
      path: place,
      ...read,
      resource: shape,
      query: listOptions,
      async handle(call) {
        return await pageOf(
          call,
          context,
          (await listStrengths(call)).map((each) => toStrength(call, each)),
        )
      },
    },
    {
      method: 'GET',
      path: `${place}/findByMethodMode(authenticationMethodModes={modes})`,
      ...read,
      resource: shape,
      query: ['$select'],
      async handle(call) {
        const modes = readModes(keyOf(call, 'modes'))
        const found = (await listStrengths(call)).filter(({ allowedCombinations }) =>
          allowedCombinations.some((combination) => combination.split(',').some((mode) => modes.has(mode))),
        )
        const answers = found.map((each) => toStrength(call, each))
        return collection(call, 'Collection(authenticationStrengthPolicy)', answers)
      },
    },
    {
      method: 'POST',
      path: place,
      ...write,
      async handle(call) {
        const document = readStrength(call.body, { id: newId(call.deps), at: timeOf(call) })
        await changeRule(call, { kind: 'strength', id: document.id, change: () => document })
        return created(call, `${context}/$entity`, toStrength(call, document), `${place}/${document.id}`)
      },
    },
    {
      method: 'GET',
      path: one,
      ...read,
      resource: shape,
      handle: async (call) => entity(call, `${context}/$entity`, toStrength(call, await getStrength(call))),
    },
    {
      method: 'PATCH',
      path: one,
      ...write,
      async handle(call) {
        await changeOne(call, (before) => changeStrength(before, call.body, timeOf(call)))
        return noContent
      },
    },
    {
      method: 'DELETE',
      path: one,
      ...write,
      async handle(call) {
        const { id, policyType } = await getStrength(call)
        if (policyType === 'builtIn') {
          throw new GraphRefusal('badRequest', 'A built-in authentication strength cannot be deleted.')
        }
        await changeRule(call, { kind: 'strength', id, change: () => undefined })
        return noContent
      },
    },
    {
      method: 'POST',
      path: `${one}/updateAllowedCombinations`,
      ...write,
      async handle(call) {
        const before = await getStrength(call)
        const after = await changeOne(call, (held) => changeCombinations(held, call.body, timeOf(call)))
        return entity(call, 'microsoft.graph.updateAllowedCombinationsResult', {
          additionalInformation: '',
          conditionalAccessReferences: (await listUsers(call, before.id)).map(({ id }) => id),
          currentCombinations: after.allowedCombinations,
          previousCombinations: before.allowedCombinations,
        })
      },
    },
    {
      method: 'GET',
      path: `${one}/usage`,
      ...read,
      query: [],
      async handle(call) {
        const { id, requirementsSatisfied } = await getStrength(call)
        const rules = await readRules(call)
        const users = (await listUsers(call, id)).map((policy) => toAccessPolicy(policy, rules))
        return entity(call, 'microsoft.graph.authenticationStrengthUsage', {
          mfa: requirementsSatisfied === 'mfa' ? users : [],
          none: requirementsSatisfied === 'none' ? users : [],
        })
      },
    },
    {
      method: 'GET',
      path: configurations,
      ...read,
      query: [],
      async handle(call) {
        const { combinationConfigurations } = await getStrength(call)
        return collection(
          call,
          `${context}('')/combinationConfigurations`,
          combinationConfigurations.map(toConfiguration),
        )
      },
    },
    {
      method: 'POST',
      path: configurations,
      ...write,
      async handle(call) {
        const stamp = { id: newId(call.deps), at: timeOf(call) }
        const after = await changeOne(call, (before) => putCombinationConfiguration(before, call.body, stamp))
        const made = getConfiguration(after, stamp.id)
        const path = `${place}/${after.id}/combinationConfigurations/${stamp.id}`
        return created(call, 'combinationConfigurations/$entity', toConfiguration(made), path)
      },
    },
    {
      method: 'GET',
      path: `${configurations}/{configuration}`,
      ...read,
      query: [],
      async handle(call) {
        const found = getConfiguration(await getStrength(call), keyOf(call, 'configuration'))
        return entity(call, 'combinationConfigurations/$entity', toConfiguration(found))
      },
    },
    {
      method: 'PATCH',
      path: `${configurations}/{configuration}`,
      ...write,
      async handle(call) {
        const id = keyOf(call, 'configuration')
        await changeOne(call, (before) => {
          const body = { ...getConfiguration(before, id), ...asObject(call.body) }
          return putCombinationConfiguration(before, body, { id, at: timeOf(call) })
        })
        return noContent
      },
    },
    {
      method: 'DELETE',
      path: `${configurations}/{configuration}`,
      ...write,
      async handle(call) {
        const id = keyOf(call, 'configuration')
        await changeOne(call, (before) => {
          getConfiguration(before, id)
          return removeCombinationConfiguration(before, id, timeOf(call))
        })
        return noContent
      },
    },
  ]
}

async function listStrengths(call: GraphCall): Promise<readonly StrengthDocument[]> {
  return [...builtInStrengthDocuments, ...(await readRules(call)).strengths]
}

/** @throws GraphRefusal `Request_ResourceNotFound` */
async function getStrength(call: GraphCall): Promise<StrengthDocument> {
  const id = keyOf(call, 'strength').toLowerCase()
  const found = (await listStrengths(call)).find((each) => each.id === id)
  if (found === undefined) throw resourceMissing(id)
  return found
}

/** Change a strength. One that is built in refuses by itself. */
async function changeOne(
  call: GraphCall,
  change: (before: StrengthDocument) => StrengthDocument,
): Promise<StrengthDocument> {
  const held = await getStrength(call)
  if (held.policyType === 'builtIn') change(held)
  let after = held
  await changeRule(call, {
    kind: 'strength',
    id: held.id,
    change(before) {
      if (before === undefined) throw resourceMissing(held.id)
      after = change(before)
      return after
    },
  })
  return after
}

async function listUsers(call: GraphCall, strengthId: string) {
  const { conditionalAccess } = await readRules(call)
  return conditionalAccess.filter(
    ({ grantControls }) => grantControls?.authenticationStrength?.id === strengthId,
  )
}

/** @throws GraphRefusal `Request_ResourceNotFound` */
function getConfiguration(strength: StrengthDocument, id: string): CombinationConfigurationDocument {
  const found = strength.combinationConfigurations.find((each) => each.id === id)
  if (found === undefined) throw resourceMissing(id)
  return found
}

/** One or several, as a list, between quotation marks or without. @throws GraphRefusal `badRequest` */
function readModes(written: string): ReadonlySet<string> {
  const modes = written.match(/\w+/g) ?? []
  const unknown = modes.find((mode) => !authenticationModes.some((known) => known === mode))
  if (modes.length === 0 || unknown !== undefined) {
    throw new GraphRefusal(
      'badRequest',
      `'${(unknown ?? '').slice(0, 50)}' is not an authentication method mode.`,
    )
  }
  return new Set(modes)
}

function timeOf({ deps }: GraphCall): string {
  return deps.now().toISOString()
}

function asObject(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {}
}

function toStrength(call: GraphCall, strength: StrengthDocument): GraphObject {
  const { combinationConfigurations, ...rest } = strength
  const place = `policies/authenticationStrengthPolicies('${strength.id}')/combinationConfigurations`
  return {
    ...rest,
    'combinationConfigurations@odata.context': addressOf(call, `/$metadata#${place}`),
    combinationConfigurations: combinationConfigurations.map(toConfiguration),
  }
}

function toConfiguration(configuration: CombinationConfigurationDocument): GraphObject {
  return { '@odata.type': '#microsoft.graph.fido2CombinationConfiguration', ...configuration }
}
