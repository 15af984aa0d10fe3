import type { AdministratorRole, CallerStore } from '@latchkey/identity'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromFlag } from '../rows.ts'
import { statement } from '../statement.ts'
import { toPerson } from './person-row.ts'
import { toSession } from './session-store.ts'

const holder = statement((db, key: { tenantId: string; sessionId: string; clientId: string }) =>
  db
    .selectFrom('session')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'session.tenant_id')
        .onRef('person.user_id', '=', 'session.user_id'),
    )
    .leftJoin('app', (join) =>
      join.onRef('app.tenant_id', '=', 'session.tenant_id').on('app.client_id', '=', key.clientId),
    )
    .selectAll('person')
    .select([
      'session.session_id',
      'session.token_hash',
      'session.proofs',
      'session.origin',
      'session.security_stamp as session_stamp',
      'session.pass_id',
      'session.stays_signed_in',
      'session.created_at as session_created_at',
      'session.last_seen_at',
      'session.expires_at',
      'session.ip_address',
      'session.user_agent',
      'session.ended_at',
      'session.ended_because',
      'app.enabled as app_enabled',
      'app.kind as app_kind',
    ])
    .where('session.tenant_id', '=', key.tenantId)
    .where('session.session_id', '=', key.sessionId),
)
const powers = statement((db, key: { tenantId: string; userId: string; clientId: string }) =>
  db
    .selectFrom('administrator_role')
    .select([sql<AdministratorRole | null>`role`.as('role'), sql<string | null>`null`.as('scopes')])
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .unionAll(
      db
        .selectFrom('consent')
        .select([sql<AdministratorRole | null>`null`.as('role'), sql<string | null>`scopes`.as('scopes')])
        .where('tenant_id', '=', key.tenantId)
        .where('client_id', '=', key.clientId)
        .where((e) => e.or([e('user_id', '=', key.userId), e('user_id', '=', '')])),
    ),
)
const application = statement((db, key: { tenantId: string; clientId: string; resourceId: string }) =>
  db
    .selectFrom('app')
    .leftJoin('app_permission', (join) =>
      join
        .onRef('app_permission.tenant_id', '=', 'app.tenant_id')
        .onRef('app_permission.client_id', '=', 'app.client_id')
        .on('app_permission.resource_id', '=', key.resourceId),
    )
    .select(['app.enabled', 'app_permission.permission'])
    .where('app.tenant_id', '=', key.tenantId)
    .where('app.client_id', '=', key.clientId)
    .orderBy('app_permission.permission'),
)

export function callerStore(db: Database): CallerStore {
  return {
    async findHolder(tenantId, sessionId, clientId) {
      const row = await db.first(holder, { tenantId, sessionId, clientId })
      if (row === undefined) return undefined
      const { session_stamp, session_created_at, app_enabled, app_kind } = row
      return {
        person: toPerson(row),
        session: toSession({ ...row, security_stamp: session_stamp, created_at: session_created_at }),
        ...(app_enabled !== null && { appEnabled: fromFlag(app_enabled) }),
        ...(app_kind !== null && { appKind: app_kind }),
      }
    },
    async findPowers(tenantId, userId, clientId) {
      const rows = await db.all(powers, { tenantId, userId, clientId })
      const scopes = rows.flatMap((row): string[] => (row.scopes === null ? [] : JSON.parse(row.scopes)))
      return {
        roles: rows.flatMap(({ role }) => (role === null ? [] : [role])).toSorted(),
        scopes: [...new Set(scopes)].sort(),
      }
    },
    async findApplication(tenantId, clientId, resourceId) {
      const rows = await db.all(application, { tenantId, clientId, resourceId })
      const [first] = rows
      return (
        first && {
          enabled: fromFlag(first.enabled),
          permissions: rows.flatMap(({ permission }) => (permission === null ? [] : [permission])),
        }
      )
    },
  }
}
