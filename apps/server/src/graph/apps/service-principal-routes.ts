import {
  type App,
  type AppAssignment,
  findApp,
  forbidApp,
  graphAppId,
  listApps,
  permitApp,
} from '@latchkey/identity'
import { assignApp, changeApp, unassignApp } from '@latchkey/identity/administer'
import { findGraphPermission, graphPermissionNames } from '@latchkey/policy'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { findUser } from '../directory/find-user.ts'
import { created, entity, noContent } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { listOptions } from '../odata-query.ts'
import { graphBoolean, readGraphBody } from '../read-graph-body.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'
import { appRoleIdOf, toAppRole, toPasswordCredential } from './application.ts'

const shape: ResourceShape = {
  name: 'servicePrincipal',
  properties: [
    'id',
    'accountEnabled',
    'appDisplayName',
    'appId',
    'appRoleAssignmentRequired',
    'appRoles',
    'displayName',
    'oauth2PermissionScopes',
    'passwordCredentials',
    'replyUrls',
    'servicePrincipalNames',
    'servicePrincipalType',
    'signInAudience',
  ],
  filterable: ['id', 'appId', 'displayName', 'accountEnabled', 'servicePrincipalType'],
  orderable: ['displayName'],
}

const assignmentShape: ResourceShape = {
  name: 'appRoleAssignment',
  properties: [
    'id',
    'appRoleId',
    'createdDateTime',
    'principalDisplayName',
    'principalId',
    'principalType',
    'resourceDisplayName',
    'resourceId',
  ],
  filterable: ['principalId', 'appRoleId', 'principalType'],
}

/** "Assigned, with no role in particular." */
const noRole = '00000000-0000-0000-0000-000000000000'

const readers = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]
const writers = ['Application.ReadWrite.All']
const assigners = ['AppRoleAssignment.ReadWrite.All']
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }
const assign: GraphPermissions = { delegated: assigners, application: assigners }

const PrincipalChange = z.strictObject({
  accountEnabled: graphBoolean.optional(),
  appRoleAssignmentRequired: graphBoolean.optional(),
})
const NewAssignment = z.strictObject({ principalId: z.guid(), resourceId: z.string(), appRoleId: z.guid() })
const NewPrincipal = z.strictObject({ appId: z.string().max(200) })

/** Apps as the organisation uses them, those that are there of themselves included. Each is there with its application. */
export const servicePrincipalRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/servicePrincipals',
    permissions: read,
    act: 'read apps',
    resource: shape,
    query: listOptions,
    async handle(call) {
      const apps = await listApps(call.deps.stores, call.tenant.tenantId)
      return await pageOf(call, 'servicePrincipals', apps.map(toServicePrincipal))
    },
  },
  {
    method: 'POST',
    path: '/servicePrincipals',
    permissions: write,
    act: 'change apps',
    async handle(call) {
      const { appId } = readGraphBody(NewPrincipal, call.body)
      const app = await findApp(call.deps.stores, call.tenant.tenantId, appId)
      if (app === undefined) throw resourceMissing(appId)
      return created(
        call,
        'servicePrincipals/$entity',
        toServicePrincipal(app),
        `/servicePrincipals/${app.clientId}`,
      )
    },
  },
  ...['/servicePrincipals/{app}', '/servicePrincipals(appId={app})'].flatMap(routesOfPrincipal),
]

function routesOfPrincipal(path: string): readonly GraphRoute[] {
  return [
    {
      method: 'GET',
      path,
      permissions: read,
      act: 'read apps',
      resource: shape,
      handle: async (call) =>
        entity(call, 'servicePrincipals/$entity', toServicePrincipal(await getApp(call))),
    },
    {
      method: 'PATCH',
      path,
      permissions: write,
      act: 'change apps',
      async handle(call) {
        const { clientId } = await getApp(call)
        const { accountEnabled, appRoleAssignmentRequired } = readGraphBody(PrincipalChange, call.body)
        const change = {
          ...ifGiven('enabled', accountEnabled),
          ...ifGiven('assignmentRequired', appRoleAssignmentRequired),
        }
        await changeApp(call.deps, { ...by(call), clientId, change })
        return noContent
      },
    },
    {
      method: 'GET',
      path: `${path}/appRoleAssignments`,
      permissions: read,
      act: 'read apps',
      resource: assignmentShape,
      query: ['$select', '$filter', '$top', '$skiptoken'],
      handle: listPermissions,
    },
    {
      method: 'POST',
      path: `${path}/appRoleAssignments`,
      permissions: assign,
      act: 'consent for everybody',
      handle: permit,
    },
    {
      method: 'DELETE',
      path: `${path}/appRoleAssignments/{assignment}`,
      permissions: assign,
      act: 'consent for everybody',
      handle: forbid,
    },
    {
      method: 'GET',
      path: `${path}/appRoleAssignedTo`,
      permissions: read,
      act: 'read apps',
      resource: assignmentShape,
      query: ['$select', '$filter', '$top', '$skiptoken'],
      handle: listAssignments,
    },
    {
      method: 'POST',
      path: `${path}/appRoleAssignedTo`,
      permissions: assign,
      act: 'change apps',
      handle: newAssignment,
    },
    {
      method: 'DELETE',
      path: `${path}/appRoleAssignedTo/{assignment}`,
      permissions: assign,
      act: 'change apps',
      async handle(call) {
        const app = await getApp(call)
        const key = keyOf(call, 'assignment')
        const held = await call.deps.stores.apps.listAssignments(app.tenantId, app.clientId)
        const found = held.find((each) => assignmentIdOf(each) === key)
        if (found === undefined) throw resourceMissing(key)
        await unassignApp(call.deps, { ...found, ...by(call) })
        return noContent
      },
    },
  ]
}

function toServicePrincipal(app: App): GraphObject {
  const { clientId, displayName } = app
  return {
    id: clientId,
    accountEnabled: app.enabled,
    appDisplayName: displayName,
    appId: clientId,
    appRoleAssignmentRequired: app.assignmentRequired,
    appRoles: clientId === graphAppId ? graphAppRoles : app.appRoles.map((role) => toAppRole(app, role)),
    displayName,
    oauth2PermissionScopes: clientId === graphAppId ? graphScopes : [],
    passwordCredentials: app.secrets.map((secret) => toPasswordCredential(secret)),
    replyUrls: app.redirectUris,
    servicePrincipalNames: [clientId],
    servicePrincipalType: 'Application',
    signInAudience: 'AzureADMyOrg',
  }
}

/** What apps may be permitted for themselves: scripts look up the ids by these names. */
const graphAppRoles: readonly GraphObject[] = graphPermissionNames.flatMap((value) => {
  const id = findGraphPermission(value)?.application?.id
  if (id === undefined) return []
  return [
    {
      id,
      allowedMemberTypes: ['Application'],
      description: value,
      displayName: value,
      isEnabled: true,
      origin: 'Application',
      value,
    },
  ]
})

const graphScopes: readonly GraphObject[] = graphPermissionNames.map((value) => ({
  id: findGraphPermission(value)?.delegated.id,
  isEnabled: true,
  type: findGraphPermission(value)?.delegated.consent === 'person' ? 'User' : 'Admin',
  value,
}))

async function getApp(call: GraphCall): Promise<App> {
  const key = keyOf(call, 'app')
  const app = await findApp(call.deps.stores, call.tenant.tenantId, key)
  if (app === undefined) throw resourceMissing(key)
  return app
}

async function listAssignments(call: GraphCall): Promise<GraphAnswer> {
  const app = await getApp(call)
  const held = await call.deps.stores.apps.listAssignments(app.tenantId, app.clientId)
  const shown = await Promise.all(held.map((each) => toAssignment(call, app, each)))
  return await pageOf(call, 'appRoleAssignments', shown)
}

async function newAssignment(call: GraphCall): Promise<GraphAnswer> {
  const app = await getApp(call)
  const { principalId, resourceId, appRoleId } = readGraphBody(NewAssignment, call.body)
  if (resourceId !== app.clientId) throw invalid('resourceId')
  const wanted = appRoleId.toLowerCase()
  const role = app.appRoles.find((each) => appRoleIdOf(app, each) === wanted)
  if (role === undefined && wanted !== noRole) throw invalid('appRoleId')
  const assignment: AppAssignment = {
    tenantId: app.tenantId,
    clientId: app.clientId,
    principal: (await findUser(call, principalId)) === undefined ? 'group' : 'person',
    principalId: principalId.toLowerCase(),
    role: role?.value ?? '',
  }
  await assignApp(call.deps, { ...assignment, ...by(call) })
  const path = `/servicePrincipals/${app.clientId}/appRoleAssignedTo/${assignmentIdOf(assignment)}`
  return created(call, 'appRoleAssignments/$entity', await toAssignment(call, app, assignment), path)
}

/** What an app may do for itself at Graph, as Graph says it: roles of Graph that the app is assigned to. */
async function listPermissions(call: GraphCall): Promise<GraphAnswer> {
  const app = await getApp(call)
  const held = await call.deps.stores.apps.listPermissions(app.tenantId, app.clientId)
  return await pageOf(
    call,
    'appRoleAssignments',
    held.map((each) => toGrant(app, each.permission, each.grantedAt)),
  )
}

async function permit(call: GraphCall): Promise<GraphAnswer> {
  const app = await getApp(call)
  const { principalId, resourceId, appRoleId } = readGraphBody(NewAssignment, call.body)
  if (principalId.toLowerCase() !== app.clientId) throw invalid('principalId')
  if (resourceId !== graphAppId) throw invalid('resourceId')
  const wanted = appRoleId.toLowerCase()
  const permission = graphPermissionNames.find(
    (name) => findGraphPermission(name)?.application?.id === wanted,
  )
  if (permission === undefined) throw invalid('appRoleId')
  await permitApp(call.deps, { ...by(call), clientId: app.clientId, permissions: [permission] })
  const grant = toGrant(app, permission, call.deps.now())
  const path = `/servicePrincipals/${app.clientId}/appRoleAssignments/${permission}`
  return created(call, 'appRoleAssignments/$entity', grant, path)
}

async function forbid(call: GraphCall): Promise<GraphAnswer> {
  const { clientId } = await getApp(call)
  await forbidApp(call.deps, { ...by(call), clientId, permissions: [keyOf(call, 'assignment')] })
  return noContent
}

function toGrant({ clientId, displayName }: App, permission: string, at: Date): GraphObject {
  return {
    id: permission,
    appRoleId: findGraphPermission(permission)?.application?.id ?? noRole,
    createdDateTime: toGraphTime(at),
    principalDisplayName: displayName,
    principalId: clientId,
    principalType: 'ServicePrincipal',
    resourceDisplayName: 'Microsoft Graph',
    resourceId: graphAppId,
  }
}

async function toAssignment({ deps }: GraphCall, app: App, assignment: AppAssignment): Promise<GraphObject> {
  const { tenantId, principal, principalId, role } = assignment
  const found =
    principal === 'person'
      ? await deps.stores.people.find(tenantId, principalId)
      : await deps.stores.groups.find(tenantId, principalId)
  const held = app.appRoles.find(({ value }) => value === role)
  return {
    id: assignmentIdOf(assignment),
    appRoleId: held === undefined ? noRole : appRoleIdOf(app, held),
    createdDateTime: null,
    principalDisplayName: found?.displayName ?? null,
    principalId,
    principalType: principal === 'person' ? 'User' : 'Group',
    resourceDisplayName: app.displayName,
    resourceId: app.clientId,
  }
}

/** Says what it is, so that nothing need be kept. */
function assignmentIdOf({ principal, principalId, role }: AppAssignment): string {
  return Buffer.from(JSON.stringify([principal, principalId, role])).toString('base64url')
}

function invalid(property: string): GraphRefusal {
  return new GraphRefusal('Request_BadRequest', `Invalid value specified for property '${property}'.`)
}
