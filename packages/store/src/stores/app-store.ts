import {
  type App,
  type AppAssignment,
  type AppPermission,
  type AppSecret,
  type AppStore,
  IdentityRefusal,
} from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, present, toFlag, toInstant } from '../rows.ts'
import type { AppPermissionTable, AppTable, AssignmentTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; clientId: string }

const insertApp = statement((db, row: AppTable) =>
  db
    .insertInto('app')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('app')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('client_id', '=', key.clientId),
)
const everyApp = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('app')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('display_name')
    .orderBy('client_id'),
)
const changeApp = statement((db, { tenant_id, client_id, created_at: _, ...changed }: AppTable) =>
  db.updateTable('app').set(changed).where('tenant_id', '=', tenant_id).where('client_id', '=', client_id),
)
const removeApp = statement((db, key: Key) =>
  db.deleteFrom('app').where('tenant_id', '=', key.tenantId).where('client_id', '=', key.clientId),
)
const insertAssignment = statement((db, row: AssignmentTable) =>
  db
    .insertInto('app_assignment')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const removeAssignment = statement((db, row: AssignmentTable) =>
  db
    .deleteFrom('app_assignment')
    .where('tenant_id', '=', row.tenant_id)
    .where('client_id', '=', row.client_id)
    .where('principal', '=', row.principal)
    .where('principal_id', '=', row.principal_id)
    .where('role', '=', row.role),
)
const assignments = statement((db, key: Key) =>
  db
    .selectFrom('app_assignment')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('client_id', '=', key.clientId)
    .orderBy('principal')
    .orderBy('principal_id')
    .orderBy('role'),
)
const assignmentsOfPerson = statement((db, { tenantId, clientId, userId }: Key & { userId: string }) =>
  db
    .selectFrom('app_assignment')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('client_id', '=', clientId)
    .where((e) =>
      e.or([
        e.and([e('principal', '=', 'person'), e('principal_id', '=', userId)]),
        e.and([
          e('principal', '=', 'group'),
          e(
            'principal_id',
            'in',
            e
              .selectFrom('group_member')
              .select('group_id')
              .where('tenant_id', '=', tenantId)
              .where('user_id', '=', userId),
          ),
        ]),
      ]),
    )
    .orderBy('principal')
    .orderBy('principal_id')
    .orderBy('role'),
)

/** By the index of principals, once for the person and once for each group they are in. */
const assignedApps = statement((db, { tenantId, userId }: { tenantId: string; userId: string }) =>
  db
    .selectFrom('app_assignment')
    .select('client_id')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where((e) =>
      e.or([
        e.and([e('principal', '=', 'person'), e('principal_id', '=', userId)]),
        e.and([
          e('principal', '=', 'group'),
          e(
            'principal_id',
            'in',
            e
              .selectFrom('group_member')
              .select('group_id')
              .where('tenant_id', '=', tenantId)
              .where('user_id', '=', userId),
          ),
        ]),
      ]),
    ),
)

const insertPermission = statement((db, row: AppPermissionTable) =>
  db
    .insertInto('app_permission')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const removePermission = statement((db, row: Omit<AppPermissionTable, 'granted_at'>) =>
  db
    .deleteFrom('app_permission')
    .where('tenant_id', '=', row.tenant_id)
    .where('client_id', '=', row.client_id)
    .where('resource_id', '=', row.resource_id)
    .where('permission', '=', row.permission),
)
const permissions = statement((db, key: Key) =>
  db
    .selectFrom('app_permission')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('client_id', '=', key.clientId)
    .orderBy('resource_id')
    .orderBy('permission'),
)
const permissionsOfResource = statement((db, key: { tenantId: string; resourceId: string }) =>
  db
    .selectFrom('app_permission')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('resource_id', '=', key.resourceId)
    .orderBy('client_id')
    .orderBy('permission'),
)

export function appStore(db: Database): AppStore {
  return {
    async insert(app) {
      if ((await db.run(insertApp, toRow(app))) === 0) throw new IdentityRefusal('already_exists')
    },
    async find(tenantId, clientId) {
      const row = await db.first(byId, { tenantId, clientId })
      return row && toApp(row)
    },
    async list(tenantId) {
      return (await db.all(everyApp, { tenantId })).map(toApp)
    },
    async put(app) {
      await db.run(changeApp, toRow(app))
    },
    async remove(tenantId, clientId) {
      await db.run(removeApp, { tenantId, clientId })
    },
    async insertAssignment(assignment) {
      await db.run(insertAssignment, toAssignmentRow(assignment))
    },
    async removeAssignment(assignment) {
      await db.run(removeAssignment, toAssignmentRow(assignment))
    },
    async listAssignments(tenantId, clientId) {
      return (await db.all(assignments, { tenantId, clientId })).map(toAssignment)
    },
    async listAssignmentsOfPerson(tenantId, clientId, userId) {
      return (await db.all(assignmentsOfPerson, { tenantId, clientId, userId })).map(toAssignment)
    },
    async listAppsAssignedTo(tenantId, userId) {
      return (await db.all(assignedApps, { tenantId, userId })).map(({ client_id }) => client_id)
    },
    async insertPermission({ grantedAt, ...permission }) {
      await db.run(insertPermission, { ...toPermissionKey(permission), granted_at: toInstant(grantedAt) })
    },
    async removePermission(permission) {
      return (await db.run(removePermission, toPermissionKey(permission))) > 0
    },
    async listPermissions(tenantId, clientId) {
      return (await db.all(permissions, { tenantId, clientId })).map(toPermission)
    },
    async listPermissionsOfResource(tenantId, resourceId) {
      return (await db.all(permissionsOfResource, { tenantId, resourceId })).map(toPermission)
    },
  }
}

const toRow = (app: App): AppTable => ({
  tenant_id: app.tenantId,
  client_id: app.clientId,
  display_name: app.displayName,
  kind: app.kind,
  secret_hashes: JSON.stringify(app.secrets.map(toKept)),
  redirect_uris: JSON.stringify(app.redirectUris),
  post_logout_redirect_uris: JSON.stringify(app.postLogoutRedirectUris),
  backchannel_logout_uri: app.backchannelLogoutUri ?? null,
  initiate_login_uri: app.initiateLoginUri ?? null,
  home_page_url: app.homePageUrl ?? null,
  device_code_allowed: toFlag(app.deviceCodeAllowed),
  assignment_required: toFlag(app.assignmentRequired),
  groups_claim: app.groupsClaim,
  app_roles: JSON.stringify(app.appRoles),
  optional_claims: app.optionalClaims === undefined ? null : JSON.stringify(app.optionalClaims),
  consent: app.consent,
  least_strength: app.leastStrength ?? null,
  signing_algorithm: app.signingAlgorithm,
  enabled: toFlag(app.enabled),
  created_at: toInstant(app.createdAt),
})

const toApp = (row: AppTable): App => ({
  tenantId: row.tenant_id,
  clientId: row.client_id,
  displayName: row.display_name,
  kind: row.kind,
  secrets: readSecrets(row.secret_hashes),
  redirectUris: JSON.parse(row.redirect_uris),
  postLogoutRedirectUris: JSON.parse(row.post_logout_redirect_uris),
  ...present({
    backchannelLogoutUri: row.backchannel_logout_uri,
    initiateLoginUri: row.initiate_login_uri,
    homePageUrl: row.home_page_url,
    leastStrength: row.least_strength,
  }),
  deviceCodeAllowed: fromFlag(row.device_code_allowed),
  assignmentRequired: fromFlag(row.assignment_required),
  groupsClaim: row.groups_claim,
  appRoles: JSON.parse(row.app_roles),
  ...(row.optional_claims !== null && { optionalClaims: JSON.parse(row.optional_claims) }),
  consent: row.consent,
  signingAlgorithm: row.signing_algorithm,
  enabled: fromFlag(row.enabled),
  createdAt: fromInstant(row.created_at),
})

/** A secret as its column has it. An older release kept the hash alone. */
type KeptSecret = {
  readonly hash: string
  readonly name?: string
  readonly hint?: string
  readonly createdAt?: number
  readonly expiresAt?: number
}

const toKept = ({ hash, name, hint, createdAt, expiresAt }: AppSecret): KeptSecret => ({
  hash: Buffer.from(hash).toString('base64url'),
  ...(name !== undefined && { name }),
  ...(hint !== undefined && { hint }),
  ...(createdAt !== undefined && { createdAt: toInstant(createdAt) }),
  ...(expiresAt !== undefined && { expiresAt: toInstant(expiresAt) }),
})

function readSecrets(json: string): readonly AppSecret[] {
  const kept: readonly (KeptSecret | string)[] = JSON.parse(json)
  return kept.map((each) => {
    const { hash, createdAt, expiresAt, ...names } = typeof each === 'string' ? { hash: each } : each
    return {
      hash: new Uint8Array(Buffer.from(hash, 'base64url')),
      ...names,
      ...(createdAt !== undefined && { createdAt: fromInstant(createdAt) }),
      ...(expiresAt !== undefined && { expiresAt: fromInstant(expiresAt) }),
    }
  })
}

const toAssignmentRow = (assignment: AppAssignment): AssignmentTable => ({
  tenant_id: assignment.tenantId,
  client_id: assignment.clientId,
  principal: assignment.principal,
  principal_id: assignment.principalId,
  role: assignment.role,
})

const toAssignment = (row: AssignmentTable): AppAssignment => ({
  tenantId: row.tenant_id,
  clientId: row.client_id,
  principal: row.principal,
  principalId: row.principal_id,
  role: row.role,
})

const toPermissionKey = (permission: Omit<AppPermission, 'grantedAt'>) => ({
  tenant_id: permission.tenantId,
  client_id: permission.clientId,
  resource_id: permission.resourceId,
  permission: permission.permission,
})

const toPermission = (row: AppPermissionTable): AppPermission => ({
  tenantId: row.tenant_id,
  clientId: row.client_id,
  resourceId: row.resource_id,
  permission: row.permission,
  grantedAt: fromInstant(row.granted_at),
})
