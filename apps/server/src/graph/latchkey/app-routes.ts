import { type App, findApp, isBuiltInApp, listApps, mayAct } from '@latchkey/identity'
import { type AppChange, addApp, changeApp } from '@latchkey/identity/administer'
import { strengthNames } from '@latchkey/policy'
import { z } from 'zod'
import { issuerOf, routes } from '../../oidc/paths.ts'
import { appRoleIdOf, toPasswordCredential } from '../apps/application.ts'
import { by } from '../attribution.ts'
import { created, entity } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { termsOf } from '../policies/change-rule.ts'
import { graphBoolean, readGraphBody } from '../read-graph-body.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'
import { tryOutApp } from './try-out-app.ts'

const text = z.string().max(2000)
const address = text.nullable().optional()

const Role = z.strictObject({ id: z.guid().optional(), value: text, displayName: text })

const facts = {
  displayName: text.optional(),
  kind: z.enum(['web', 'spa', 'native', 'daemon']).optional(),
  redirectUris: z.array(text).max(256).optional(),
  postLogoutRedirectUris: z.array(text).max(256).optional(),
  backchannelLogoutUri: address,
  initiateLoginUri: address,
  homePageUrl: address,
  deviceCodeAllowed: graphBoolean.optional(),
  assignmentRequired: graphBoolean.optional(),
  groupsClaim: z.enum(['none', 'assigned', 'all']).optional(),
  roles: z.array(Role).optional(),
  consent: z.enum(['none', 'person', 'administrator']).optional(),
  signingAlgorithm: z.enum(['ES256', 'RS256']).optional(),
  leastStrength: z.enum(strengthNames).nullable().optional(),
}

const NewApp = z.strictObject({
  ...facts,
  displayName: text,
  kind: z.enum(['web', 'spa', 'native', 'daemon']),
})
const Change = z.strictObject({ ...facts, enabled: graphBoolean.optional() })
const TryOut = z.strictObject({ userId: z.guid().optional() })

type Asked = z.infer<typeof Change>

const readers = ['Application.Read.All', 'Application.ReadWrite.All']
const writers = ['Application.ReadWrite.All']
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }
const place = '/latchkey/apps'

const shape: ResourceShape = {
  name: 'app',
  properties: [
    'id',
    'displayName',
    'kind',
    'builtIn',
    'enabled',
    'createdDateTime',
    'redirectUris',
    'postLogoutRedirectUris',
    'backchannelLogoutUri',
    'initiateLoginUri',
    'homePageUrl',
    'deviceCodeAllowed',
    'assignmentRequired',
    'groupsClaim',
    'roles',
    'consent',
    'signingAlgorithm',
    'leastStrength',
    'secrets',
    'endpoints',
  ],
  filterable: ['id', 'displayName', 'kind', 'enabled', 'builtIn'],
  orderable: ['displayName', 'createdDateTime'],
}

/** Apps whole, as one thing: Graph says them in two halves, and leaves out what it has elsewhere or not at all. */
export const appRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: read,
    act: 'read apps',
    resource: shape,
    query: ['$select', '$filter', '$orderby', '$top', '$skiptoken', '$count'],
    async handle(call) {
      const apps = await listApps(call.deps.stores, call.tenant.tenantId)
      return await pageOf(call, 'latchkey/apps', apps.map(toApp))
    },
  },
  { method: 'POST', path: place, permissions: write, act: 'change apps', handle: newApp },
  {
    method: 'GET',
    path: `${place}/{app}`,
    permissions: read,
    act: 'read apps',
    resource: shape,
    async handle(call) {
      const app = await getApp(call)
      return entity(call, 'latchkey/apps/$entity', { ...toApp(app), endpoints: toEndpoints(call) })
    },
  },
  {
    method: 'PATCH',
    path: `${place}/{app}`,
    permissions: write,
    act: 'change apps',
    async handle(call) {
      const { clientId } = await getApp(call)
      const asked = readGraphBody(Change, call.body)
      const { acknowledge } = termsOf(call)
      const change = { ...factsOf(asked), ...ifGiven('enabled', asked.enabled) }
      const strength: AppChange['leastStrength'] =
        asked.leastStrength === null ? 'organisation' : asked.leastStrength
      const app = await changeApp(
        call.deps,
        { ...by(call), clientId, change: { ...change, ...ifGiven('leastStrength', strength) } },
        ifGiven('acknowledge', acknowledge),
      )
      return entity(call, 'latchkey/apps/$entity', { ...toApp(app), endpoints: toEndpoints(call) })
    },
  },
  {
    method: 'POST',
    path: `${place}/{app}/tryOut`,
    permissions: read,
    act: 'read apps',
    onlyAsks: true,
    async handle(call) {
      const { userId } = readGraphBody(TryOut, call.body ?? {})
      if (userId !== undefined) requireToReadPeople(call, userId)
      return entity(call, 'latchkey.appTryOut', await tryOutApp(call, await getApp(call), userId))
    },
  },
]

/** What an app would be told of somebody else is what reading people tells: it takes the same right. */
function requireToReadPeople({ caller }: GraphCall, userId: string): void {
  const oneself = caller.kind === 'delegated' && caller.person.userId === userId
  const held = caller.kind === 'delegated' ? caller.scopes : caller.permissions
  const mayRead = [
    'User.Read.All',
    'User.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ].some((name) => held.has(name))
  if (oneself || (mayRead && (caller.kind === 'application' || mayAct(caller.roles, 'read people')))) return
  throw new GraphRefusal(
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
    {
      detail: 'read people',
    },
  )
}

async function newApp(call: GraphCall): Promise<GraphAnswer> {
  const asked = readGraphBody(NewApp, call.body)
  const { app, secret } = await addApp(call.deps, {
    ...by(call),
    ...factsOf(asked),
    displayName: asked.displayName,
    kind: asked.kind,
    ...ifGiven('leastStrength', asked.leastStrength),
  })
  const made = { ...toApp(app), endpoints: toEndpoints(call), secretText: secret ?? null }
  return created(call, 'latchkey/apps/$entity', made, `${place}/${app.clientId}`)
}

/** What Graph calls empty (`null`) is an empty text to the use case. */
function factsOf({
  leastStrength: _,
  backchannelLogoutUri,
  initiateLoginUri,
  homePageUrl,
  roles,
  ...asked
}: Asked) {
  const { enabled: _enabled, ...others } = asked
  return {
    ...withoutAbsent(others),
    ...(backchannelLogoutUri !== undefined && { backchannelLogoutUri: backchannelLogoutUri ?? '' }),
    ...(initiateLoginUri !== undefined && { initiateLoginUri: initiateLoginUri ?? '' }),
    ...(homePageUrl !== undefined && { homePageUrl: homePageUrl ?? '' }),
    ...(roles && {
      appRoles: roles.map(({ id, value, displayName }) => ({
        ...ifGiven('id', id?.toLowerCase()),
        value,
        displayName,
      })),
    }),
  }
}

function withoutAbsent(asked: Omit<Asked, 'enabled' | 'leastStrength' | 'roles'>) {
  const { displayName, kind, redirectUris, postLogoutRedirectUris, ...choices } = asked
  return {
    ...ifGiven('displayName', displayName),
    ...ifGiven('kind', kind),
    ...ifGiven('redirectUris', redirectUris),
    ...ifGiven('postLogoutRedirectUris', postLogoutRedirectUris),
    ...ifGiven('deviceCodeAllowed', choices.deviceCodeAllowed),
    ...ifGiven('assignmentRequired', choices.assignmentRequired),
    ...ifGiven('groupsClaim', choices.groupsClaim),
    ...ifGiven('consent', choices.consent),
    ...ifGiven('signingAlgorithm', choices.signingAlgorithm),
  }
}

function toApp(app: App): GraphObject {
  return {
    id: app.clientId,
    displayName: app.displayName,
    kind: app.kind,
    builtIn: isBuiltInApp(app.clientId),
    enabled: app.enabled,
    createdDateTime: toGraphTime(app.createdAt),
    redirectUris: app.redirectUris,
    postLogoutRedirectUris: app.postLogoutRedirectUris,
    backchannelLogoutUri: app.backchannelLogoutUri ?? null,
    initiateLoginUri: app.initiateLoginUri ?? null,
    homePageUrl: app.homePageUrl ?? null,
    deviceCodeAllowed: app.deviceCodeAllowed,
    assignmentRequired: app.assignmentRequired,
    groupsClaim: app.groupsClaim,
    roles: app.appRoles.map((role) => ({ ...role, id: appRoleIdOf(app, role) })),
    consent: app.consent,
    signingAlgorithm: app.signingAlgorithm,
    leastStrength: app.leastStrength ?? null,
    secrets: app.secrets.map((secret) => toPasswordCredential(secret)),
  }
}

/** What an app has to be told. */
function toEndpoints({ deps, tenant }: GraphCall): GraphObject {
  const { url } = deps.config
  const issuer = issuerOf(url, tenant.tenantId)
  const at = (path: string) => new URL(`/${tenant.tenantId}${path}`, url).href
  return {
    issuer,
    metadata: `${issuer}/.well-known/openid-configuration`,
    authorization: at(routes.authorization),
    token: at(routes.token),
    keys: at(routes.jwks),
    logout: at(routes.end_session),
  }
}

async function getApp(call: GraphCall): Promise<App> {
  const key = keyOf(call, 'app')
  const app = await findApp(call.deps.stores, call.tenant.tenantId, key)
  if (app === undefined) throw resourceMissing(key)
  return app
}
