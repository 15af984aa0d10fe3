import type { App, AuditRecord, Person } from '@latchkey/identity'
import { toGraphTime } from '../graph/graph-time.ts'
import { toGraphActivity } from '../graph/logs/audit-activity.ts'
import type { GraphObject, ResourceShape } from '../graph/resource-shape.ts'

/** A change with everything that is known of it, under the name it has here. */
export const auditShape: ResourceShape = {
  name: 'latchkeyAudit',
  properties: [
    'id',
    'createdDateTime',
    'correlationId',
    'activity',
    'activityDisplayName',
    'category',
    'actorKind',
    'actorId',
    'actorName',
    'actorUserName',
    'actorAppId',
    'actorAppName',
    'targetKind',
    'targetId',
    'targetName',
    'ipAddress',
    'country',
    'detail',
  ],
  filterable: [
    'id',
    'createdDateTime',
    'correlationId',
    'activity',
    'activityDisplayName',
    'category',
    'actorKind',
    'actorId',
    'actorName',
    'actorUserName',
    'actorAppId',
    'actorAppName',
    'targetKind',
    'targetId',
    'targetName',
    'ipAddress',
    'country',
  ],
  orderable: ['createdDateTime'],
}

/** What of the directory a record speaks of. */
export interface AuditNames {
  readonly person: Person | undefined
  readonly app: App | undefined
  readonly country: string | undefined
}

/** Write a change for whoever asks who did what. */
export function toAuditEntry(record: AuditRecord, { person, app, country }: AuditNames): GraphObject {
  const { actor, target } = record
  const whose = record.detail['userId']
  const about = target.kind === 'person' ? target.id : whose
  const byAnother = actor.kind !== 'person' || (about !== undefined && about !== actor.userId)
  const { activityDisplayName, category } = toGraphActivity(record.activity, { byAnother })
  return {
    id: record.auditId,
    createdDateTime: toGraphTime(record.at),
    correlationId: record.correlationId,
    activity: record.activity,
    activityDisplayName,
    category,
    actorKind: actor.kind,
    actorId: actor.userId ?? null,
    actorName: person?.displayName ?? null,
    actorUserName: person?.userName ?? null,
    actorAppId: actor.clientId ?? null,
    actorAppName: app?.displayName ?? null,
    targetKind: target.kind,
    targetId: target.id,
    targetName: target.name ?? null,
    ipAddress: record.ipAddress ?? null,
    country: country ?? null,
    detail: record.detail,
  }
}
