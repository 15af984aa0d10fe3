import { newId, type RuleKind } from '@latchkey/identity'
import {
  accessTemplates,
  changeAuthenticationContext,
  changeConditionalAccess,
  changeNamedLocation,
  type DocumentStamp,
  readAuthenticationContext,
  readConditionalAccess,
  readNamedLocation,
} from '@latchkey/policy'
import { created, entity, noContent } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { listOptions } from '../odata-query.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'
import { toAccessPolicy } from './access-policy.ts'
import { changeRule, readRules, type Warnings, withWarnings } from './change-rule.ts'
import { conditionalAccess as permissions } from './rule-permissions.ts'

const read = { permissions: permissions.read, act: 'read rules' } as const
const write = { permissions: permissions.write, act: 'change conditional access' } as const

const root = '/identity/conditionalAccess'

const named = (name: string, ...more: readonly string[]): ResourceShape => ({
  name,
  properties: ['id', 'displayName', ...more],
  filterable: ['id', 'displayName', 'state', 'isTrusted', 'isAvailable'].filter((property) =>
    ['id', 'displayName', ...more].includes(property),
  ),
  orderable: ['displayName'],
})

const times = ['createdDateTime', 'modifiedDateTime']

/** Conditional Access: policies, the places and contexts they name, and templates to begin with. */
export const accessPolicyRoutes: readonly GraphRoute[] = [
  ...routesOf({
    kind: 'conditionalAccess',
    segment: 'policies',
    shape: named(
      'conditionalAccessPolicy',
      'state',
      'description',
      'templateId',
      ...times,
      'conditions',
      'grantControls',
      'sessionControls',
      'deletedDateTime',
      'partialEnablementStrategy',
    ),
    async list(call) {
      const rules = await readRules(call)
      return rules.conditionalAccess.map((policy) => toAccessPolicy(policy, rules))
    },
    async insert(call, stamp) {
      const document = readConditionalAccess(call.body, stamp)
      const warnings = await changeRule(call, {
        kind: 'conditionalAccess',
        id: document.id,
        change: () => document,
      })
      return { id: document.id, warnings }
    },
    async change(call, id) {
      const change = (before: Parameters<typeof changeConditionalAccess>[0]) =>
        changeConditionalAccess(before, call.body, timeOf(call))
      return await changeRule(call, {
        kind: 'conditionalAccess',
        id,
        change: (before) => change(existing(before, id)),
      })
    },
  }),
  ...routesOf({
    kind: 'namedLocation',
    segment: 'namedLocations',
    shape: named(
      'namedLocation',
      ...times,
      'isTrusted',
      'ipRanges',
      'countriesAndRegions',
      'includeUnknownCountriesAndRegions',
      'countryLookupMethod',
    ),
    list: async (call) => (await readRules(call)).namedLocations.map((location) => ({ ...location })),
    async insert(call, stamp) {
      const document = readNamedLocation(call.body, stamp)
      const warnings = await changeRule(call, {
        kind: 'namedLocation',
        id: document.id,
        change: () => document,
      })
      return { id: document.id, warnings }
    },
    async change(call, id) {
      const change = (before: Parameters<typeof changeNamedLocation>[0]) =>
        changeNamedLocation(before, call.body, timeOf(call))
      return await changeRule(call, {
        kind: 'namedLocation',
        id,
        change: (before) => change(existing(before, id)),
      })
    },
  }),
  ...routesOf({
    kind: 'authenticationContext',
    segment: 'authenticationContextClassReferences',
    shape: named('authenticationContextClassReference', 'description', 'isAvailable'),
    list: async (call) => (await readRules(call)).authenticationContexts.map((context) => ({ ...context })),
    async insert(call) {
      const document = readAuthenticationContext(call.body)
      const { id } = document
      const warnings = await changeRule(call, {
        kind: 'authenticationContext',
        id,
        change(before) {
          if (before !== undefined) throw new GraphRefusal('conflict', `There is a context ${id} already.`)
          return document
        },
      })
      return { id, warnings }
    },
    async change(call, id) {
      return await changeRule(call, {
        kind: 'authenticationContext',
        id,
        change: (before) => changeAuthenticationContext(existing(before, id), call.body),
      })
    },
  }),
  {
    method: 'GET',
    path: `${root}/templates`,
    ...read,
    resource: {
      name: 'conditionalAccessTemplate',
      properties: ['id', 'name', 'description', 'scenarios', 'details'],
    },
    query: ['$select', '$top', '$skiptoken'],
    handle: async (call) =>
      await pageOf(
        call,
        'identity/conditionalAccess/templates',
        accessTemplates.map((each) => ({ ...each })),
      ),
  },
  {
    method: 'GET',
    path: `${root}/templates/{template}`,
    ...read,
    query: [],
    async handle(call) {
      const id = keyOf(call, 'template').toLowerCase()
      const found = accessTemplates.find((each) => each.id === id)
      if (found === undefined) throw resourceMissing(id)
      return entity(call, 'identity/conditionalAccess/templates/$entity', { ...found })
    },
  },
]

/** One list of documents that Graph keeps below Conditional Access. */
interface DocumentList {
  readonly kind: Extract<RuleKind, 'conditionalAccess' | 'namedLocation' | 'authenticationContext'>
  readonly segment: string
  readonly shape: ResourceShape
  list(call: GraphCall): Promise<readonly GraphObject[]>
  insert(call: GraphCall, stamp: DocumentStamp): Promise<{ readonly id: string; readonly warnings: Warnings }>
  change(call: GraphCall, id: string): Promise<Warnings>
}

function routesOf({ kind, segment, shape, list, insert, change }: DocumentList): readonly GraphRoute[] {
  const place = `${root}/${segment}`
  const context = `identity/conditionalAccess/${segment}`
  const get = async (call: GraphCall, id: string): Promise<GraphObject> => {
    const found = (await list(call)).find((each) => each['id'] === id)
    if (found === undefined) throw resourceMissing(id)
    return found
  }
  const keyOfOne = (call: GraphCall) => keyOf(call, 'document').toLowerCase()
  return [
    {
      method: 'GET',
      path: place,
      ...read,
      resource: shape,
      query: listOptions,
      handle: async (call) => await pageOf(call, context, await list(call)),
    },
    {
      method: 'POST',
      path: place,
      ...write,
      async handle(call) {
        const stamp = { id: newId(call.deps), createdDateTime: timeOf(call), modifiedDateTime: null }
        const { id, warnings } = await insert(call, stamp)
        return withWarnings(
          created(call, `${context}/$entity`, await get(call, id), `${place}/${id}`),
          warnings,
        )
      },
    },
    {
      method: 'GET',
      path: `${place}/{document}`,
      ...read,
      resource: shape,
      handle: async (call) => entity(call, `${context}/$entity`, await get(call, keyOfOne(call))),
    },
    {
      method: 'PATCH',
      path: `${place}/{document}`,
      ...write,
      async handle(call) {
        return withWarnings(noContent, await change(call, keyOfOne(call)))
      },
    },
    {
      method: 'DELETE',
      path: `${place}/{document}`,
      ...write,
      async handle(call) {
        const id = keyOfOne(call)
        await get(call, id)
        return withWarnings(noContent, await changeRule(call, { kind, id, change: () => undefined }))
      },
    },
  ]
}

/** @throws GraphRefusal `Request_ResourceNotFound` */
function existing<T>(document: T | undefined, id: string): T {
  if (document === undefined) throw resourceMissing(id)
  return document
}

function timeOf({ deps }: GraphCall): string {
  return deps.now().toISOString()
}
