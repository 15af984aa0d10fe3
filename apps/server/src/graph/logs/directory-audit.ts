import { type AuditRecord, findApp } from '@latchkey/identity'
import type { GraphCall } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'
import { toGraphActivity } from './audit-activity.ts'

/** `microsoft.graph.directoryAudit`. */
export const directoryAuditShape: ResourceShape = {
  name: 'directoryAudit',
  properties: [
    'id',
    'category',
    'correlationId',
    'result',
    'resultReason',
    'activityDisplayName',
    'activityDateTime',
    'loggedByService',
    'operationType',
    'initiatedBy',
    'targetResources',
    'additionalDetails',
  ],
  filterable: [
    'id',
    'category',
    'correlationId',
    'result',
    'activityDisplayName',
    'activityDateTime',
    'loggedByService',
    'operationType',
    'initiatedBy/user/id',
    'initiatedBy/user/displayName',
    'initiatedBy/user/userPrincipalName',
    'initiatedBy/app/appId',
    'initiatedBy/app/displayName',
    'targetResources/id',
    'targetResources/displayName',
    'targetResources/userPrincipalName',
    'targetResources/type',
  ],
  orderable: ['activityDateTime'],
}

/** Graph's kinds of things. */
const typeOf: Readonly<Record<string, string>> = {
  person: 'User',
  group: 'Group',
  app: 'Application',
  tenant: 'Directory',
}

/** Write records as Graph does. */
export async function toDirectoryAudits(
  call: GraphCall,
  records: readonly AuditRecord[],
): Promise<readonly GraphObject[]> {
  const initiators = new Map<string, GraphObject>()
  const shown: GraphObject[] = []
  for (const record of records) {
    const { kind, userId = '', clientId = '' } = record.actor
    const who = `${kind} ${userId} ${clientId}`
    const initiator = initiators.get(who) ?? (await toInitiator(call, record.actor))
    initiators.set(who, initiator)
    shown.push(toDirectoryAudit(record, initiator))
  }
  return shown
}

function toDirectoryAudit(record: AuditRecord, initiator: GraphObject): GraphObject {
  const { target, actor } = record
  const whose = typeof record.detail['userId'] === 'string' ? record.detail['userId'] : undefined
  const about = target.kind === 'person' ? target.id : whose
  // A method stands in the log under its own id: whoever did that did it to themselves, or it says whose it is.
  const byAnother = actor.kind !== 'person' || (about !== undefined && about !== actor.userId)
  const { user } = initiator
  return {
    id: record.auditId,
    correlationId: record.correlationId,
    result: 'success',
    resultReason: '',
    activityDateTime: toGraphTime(record.at),
    ...toGraphActivity(record.activity, { byAnother }),
    initiatedBy:
      user === undefined
        ? { user: null, app: initiator['app'] }
        : { user: withAddress(user, record), app: null },
    targetResources: [
      {
        id: target.id,
        displayName: target.name ?? null,
        type: typeOf[target.kind] ?? 'Other',
        userPrincipalName: target.kind === 'person' ? (target.name ?? null) : null,
        groupType: target.kind === 'group' ? 'azureAD' : null,
        modifiedProperties: [],
      },
    ],
    additionalDetails: Object.entries(record.detail).map(([key, value]) => ({ key, value: String(value) })),
  }
}

function withAddress(user: unknown, { ipAddress }: AuditRecord): unknown {
  return typeof user === 'object' ? { ...user, ipAddress: ipAddress ?? null } : user
}

/** Who did it: a person, or an app; the operator and the system are apps of ours. */
async function toInitiator({ deps, tenant }: GraphCall, actor: AuditRecord['actor']): Promise<GraphObject> {
  const { tenantId } = tenant
  if (actor.kind === 'person') {
    const id = actor.userId ?? ''
    const person = await deps.stores.people.find(tenantId, id)
    return {
      user: { id, displayName: person?.displayName ?? null, userPrincipalName: person?.userName ?? null },
    }
  }
  const appId = actor.clientId ?? null
  const app = appId === null ? undefined : await findApp(deps.stores, tenantId, appId)
  const ours = actor.kind === 'operator' ? 'Latchkey operator' : 'Latchkey'
  return {
    app: {
      appId,
      displayName: appId === null ? ours : (app?.displayName ?? null),
      servicePrincipalId: appId,
      servicePrincipalName: null,
    },
  }
}
