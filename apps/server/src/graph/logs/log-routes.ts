import { entity } from '../graph-answer.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import type { GraphObject } from '../resource-shape.ts'
import { directoryAuditShape, toDirectoryAudits } from './directory-audit.ts'
import { idEqualTo, logOptions, pageOfLog, spanOf } from './page-of-log.ts'
import { signInShape, toSignIns } from './sign-in.ts'

const signIns: GraphPermissions = { delegated: ['AuditLog.Read.All'], application: ['AuditLog.Read.All'] }
const audits: GraphPermissions = {
  delegated: ['AuditLog.Read.All', 'Directory.Read.All'],
  application: ['AuditLog.Read.All', 'Directory.Read.All'],
}

/** What happened: who signed in or tried to, and who changed what. */
export const logRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/auditLogs/signIns',
    permissions: signIns,
    act: 'read logs',
    resource: signInShape,
    query: logOptions,
    handle: listSignIns,
  },
  {
    method: 'GET',
    path: '/auditLogs/signIns/{signIn}',
    permissions: signIns,
    act: 'read logs',
    resource: signInShape,
    async handle(call) {
      const key = keyOf(call, 'signIn')
      const record = await call.deps.stores.signIns.find(call.tenant.tenantId, key.toLowerCase())
      const shown = record && (await toSignIns(call, [record]))
      return entity(call, 'auditLogs/signIns/$entity', only(shown, key))
    },
  },
  {
    method: 'GET',
    path: '/auditLogs/directoryAudits',
    permissions: audits,
    act: 'read logs',
    resource: directoryAuditShape,
    query: logOptions,
    handle: listAudits,
  },
  {
    method: 'GET',
    path: '/auditLogs/directoryAudits/{audit}',
    permissions: audits,
    act: 'read logs',
    resource: directoryAuditShape,
    async handle(call) {
      const key = keyOf(call, 'audit')
      const record = await call.deps.stores.audit.find(call.tenant.tenantId, key.toLowerCase())
      const shown = record && (await toDirectoryAudits(call, [record]))
      return entity(call, 'auditLogs/directoryAudits/$entity', only(shown, key))
    },
  },
]

async function listSignIns(call: GraphCall) {
  const { filter } = call.query
  const narrowed = {
    ...spanOf(filter, 'createdDateTime'),
    ...ifGiven('userId', idEqualTo(filter, 'userId')),
    ...ifGiven('clientId', idEqualTo(filter, 'appId')),
    ...ifGiven('correlationId', idEqualTo(filter, 'correlationId')),
  }
  return await pageOfLog(call, 'auditLogs/signIns', {
    read: (limit, before) =>
      call.deps.stores.signIns.list(call.tenant.tenantId, {
        limit,
        ...narrowed,
        ...ifGiven('before', before),
      }),
    idOf: ({ signInId }) => signInId,
    show: (records) => toSignIns(call, records),
  })
}

async function listAudits(call: GraphCall) {
  const { filter } = call.query
  const narrowed = {
    ...spanOf(filter, 'activityDateTime'),
    ...ifGiven('actorId', idEqualTo(filter, 'initiatedBy/user/id')),
    ...ifGiven('correlationId', idEqualTo(filter, 'correlationId')),
  }
  return await pageOfLog(call, 'auditLogs/directoryAudits', {
    read: (limit, before) =>
      call.deps.stores.audit.list(call.tenant.tenantId, { limit, ...narrowed, ...ifGiven('before', before) }),
    idOf: ({ auditId }) => auditId,
    show: (records) => toDirectoryAudits(call, records),
  })
}

function only(shown: readonly GraphObject[] | undefined, key: string): GraphObject {
  const [one] = shown ?? []
  if (one === undefined) throw resourceMissing(key)
  return one
}
