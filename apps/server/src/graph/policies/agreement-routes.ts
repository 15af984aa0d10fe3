import { type AcceptanceRecord, newId } from '@latchkey/identity'
import { changeTerms, readTerms, type TermsDocument } from '@latchkey/policy'
import { created, entity, noContent } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { logOptions, pageOfLog } from '../logs/page-of-log.ts'
import { listOptions } from '../odata-query.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'
import { changeRule, readRules } from './change-rule.ts'
import { agreementAcceptances, agreements as permissions } from './rule-permissions.ts'

const read = { permissions: permissions.read, act: 'read rules' } as const
const write = { permissions: permissions.write, act: 'change conditional access' } as const

const shape: ResourceShape = {
  name: 'agreement',
  properties: [
    'id',
    'displayName',
    'createdDateTime',
    'modifiedDateTime',
    'isPerDeviceAcceptanceRequired',
    'isViewingBeforeAcceptanceRequired',
    'userReacceptRequiredFrequency',
    'latchkey_version',
    'files',
  ],
  filterable: ['displayName'],
  orderable: ['displayName'],
}

const acceptanceShape: ResourceShape = {
  name: 'agreementAcceptance',
  properties: [
    'id',
    'agreementId',
    'userId',
    'userDisplayName',
    'userPrincipalName',
    'state',
    'recordedDateTime',
    'latchkey_version',
    'latchkey_language',
  ],
  filterable: ['userId', 'state'],
}

/** Terms of use, in the two places where Graph has them, and what people said to them. */
export const agreementRoutes: readonly GraphRoute[] = [
  '/identityGovernance/termsOfUse/agreements',
  '/agreements',
].flatMap(routesAt)

function routesAt(place: string): readonly GraphRoute[] {
  const context = place.slice(1)
  const one = `${place}/{agreement}`
  return [
    {
      method: 'GET',
      path: place,
      ...read,
      resource: shape,
      query: listOptions,
      handle: async (call) => await pageOf(call, context, (await readRules(call)).terms.map(toAgreement)),
    },
    {
      method: 'POST',
      path: place,
      ...write,
      async handle(call) {
        const stamp = { id: newId(call.deps), createdDateTime: timeOf(call), modifiedDateTime: null }
        const document = readTerms(call.body, stamp)
        await changeRule(call, { kind: 'terms', id: document.id, change: () => document })
        return created(call, `${context}/$entity`, toAgreement(document), `${place}/${document.id}`)
      },
    },
    {
      method: 'GET',
      path: one,
      ...read,
      resource: shape,
      handle: async (call) => entity(call, `${context}/$entity`, toAgreement(await getTerms(call))),
    },
    {
      method: 'PATCH',
      path: one,
      ...write,
      async handle(call) {
        const { id } = await getTerms(call)
        await changeRule(call, {
          kind: 'terms',
          id,
          change(before) {
            if (before === undefined) throw resourceMissing(id)
            return changeTerms(before, call.body, timeOf(call))
          },
        })
        return noContent
      },
    },
    {
      method: 'DELETE',
      path: one,
      ...write,
      async handle(call) {
        const { id } = await getTerms(call)
        await changeRule(call, { kind: 'terms', id, change: () => undefined })
        return noContent
      },
    },
    {
      method: 'GET',
      path: `${one}/acceptances`,
      permissions: agreementAcceptances,
      act: 'read logs',
      resource: acceptanceShape,
      query: logOptions,
      async handle(call) {
        const { id: termsId } = await getTerms(call)
        const { stores } = call.deps
        return await pageOfLog<AcceptanceRecord>(call, `${context}('${termsId}')/acceptances`, {
          read: (limit, before) =>
            stores.acceptances.list(call.tenant.tenantId, {
              termsId,
              limit,
              ...(before !== undefined && { before }),
            }),
          idOf: ({ acceptanceId }) => acceptanceId,
          show: (records) => showAcceptances(call, records),
        })
      },
    },
  ]
}

/** @throws GraphRefusal `Request_ResourceNotFound` */
async function getTerms(call: GraphCall): Promise<TermsDocument> {
  const id = keyOf(call, 'agreement').toLowerCase()
  const found = (await readRules(call)).terms.find((each) => each.id === id)
  if (found === undefined) throw resourceMissing(id)
  return found
}

function toAgreement(document: TermsDocument): GraphObject {
  return { ...document }
}

async function showAcceptances(
  { deps, tenant }: GraphCall,
  records: readonly AcceptanceRecord[],
): Promise<readonly GraphObject[]> {
  const ids = [...new Set(records.map(({ userId }) => userId))]
  const people = await deps.stores.people.listByIds(tenant.tenantId, ids)
  const names = new Map(people.map((person) => [person.userId, person]))
  return records.map(({ acceptanceId, termsId, userId, state, at, version, language }) => ({
    id: acceptanceId,
    agreementId: termsId,
    userId,
    userDisplayName: names.get(userId)?.displayName ?? null,
    userPrincipalName: names.get(userId)?.userName ?? null,
    state,
    recordedDateTime: toGraphTime(at),
    latchkey_version: version,
    latchkey_language: language,
  }))
}

function timeOf({ deps }: GraphCall): string {
  return deps.now().toISOString()
}
