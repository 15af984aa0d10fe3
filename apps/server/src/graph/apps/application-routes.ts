import { type App, addAppSecret, type OptionalClaims as OptionalClaimsOfApp } from '@latchkey/identity'
import {
  addApp,
  changeApp,
  optionalClaimNames,
  readOptionalClaims,
  removeApp,
  removeAppSecret,
} from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { created, entity, noContent } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { listOptions } from '../odata-query.ts'
import { graphBoolean, graphDate, readGraphBody } from '../read-graph-body.ts'
import { applicationShape, keyIdOf, toApplication, toKind, toPasswordCredential } from './application.ts'

const text = z.string().max(2000)
const Platform = z.strictObject({ redirectUris: z.array(text).max(256).optional() })

const AppRole = z.strictObject({
  id: z
    .guid()
    .transform((id) => id.toLowerCase())
    .optional(),
  displayName: text,
  value: text,
  description: text.nullable().optional(),
  allowedMemberTypes: z.array(z.literal('User')).optional(),
  isEnabled: graphBoolean.optional(),
  origin: text.optional(),
})

/** Directory extensions (`source`) and variants (`additionalProperties`) are none here, and are refused. */
const OptionalClaim = z.strictObject({
  name: text,
  source: z.null().optional(),
  essential: graphBoolean.optional(),
  additionalProperties: z.array(z.string()).max(0).optional(),
})

const OptionalClaims = z.strictObject({
  idToken: z.array(OptionalClaim).max(50).nullable().optional(),
  accessToken: z.array(OptionalClaim).max(50).nullable().optional(),
  saml2Token: z.array(OptionalClaim).max(0).nullable().optional(),
})

const facts = {
  displayName: text.optional(),
  web: Platform.extend({
    homePageUrl: text.nullable().optional(),
    logoutUrl: text.nullable().optional(),
  }).optional(),
  spa: Platform.optional(),
  publicClient: Platform.optional(),
  isFallbackPublicClient: graphBoolean.nullable().optional(),
  groupMembershipClaims: z.enum(['None', 'SecurityGroup', 'ApplicationGroup', 'All']).nullable().optional(),
  appRoles: z.array(AppRole).optional(),
  optionalClaims: OptionalClaims.nullable().optional(),
}

const ApplicationChange = z.strictObject(facts)
const NewApplication = z.strictObject({
  ...facts,
  displayName: text,
  signInAudience: z.literal('AzureADMyOrg').optional(),
})

type Asked = z.infer<typeof ApplicationChange>

const readers = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]
const writers = ['Application.ReadWrite.All']
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }

/** Apps, as they are registered here. Those that are there of themselves are service principals and no applications. */
export const applicationRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/applications',
    permissions: read,
    act: 'read apps',
    resource: applicationShape,
    query: listOptions,
    async handle(call) {
      const apps = await call.deps.stores.apps.list(call.tenant.tenantId)
      return await pageOf(call, 'applications', apps.map(toApplication))
    },
  },
  { method: 'POST', path: '/applications', permissions: write, act: 'change apps', handle: newApplication },
  ...['/applications/{app}', '/applications(appId={app})'].flatMap(routesOfApplication),
]

function routesOfApplication(path: string): readonly GraphRoute[] {
  return [
    {
      method: 'GET',
      path,
      permissions: read,
      act: 'read apps',
      resource: applicationShape,
      handle: async (call) => entity(call, 'applications/$entity', toApplication(await getApplication(call))),
    },
    { method: 'PATCH', path, permissions: write, act: 'change apps', handle: changeApplication },
    {
      method: 'DELETE',
      path,
      permissions: write,
      act: 'change apps',
      async handle(call) {
        const { clientId } = await getApplication(call)
        await removeApp(call.deps, { ...by(call), clientId })
        return noContent
      },
    },
    {
      method: 'POST',
      path: `${path}/addPassword`,
      permissions: write,
      act: 'change apps',
      handle: addPassword,
    },
    {
      method: 'POST',
      path: `${path}/removePassword`,
      permissions: write,
      act: 'change apps',
      handle: removePassword,
    },
  ]
}

async function newApplication(call: GraphCall): Promise<GraphAnswer> {
  const asked = readGraphBody(NewApplication, call.body)
  const { app } = await addApp(call.deps, {
    ...by(call),
    displayName: asked.displayName,
    ...toKind(asked, { kind: 'daemon', redirectUris: [] }),
    ...factsOf(asked),
    secret: 'later',
  })
  return created(call, 'applications/$entity', toApplication(app), `/applications/${app.clientId}`)
}

async function changeApplication(call: GraphCall): Promise<GraphAnswer> {
  const app = await getApplication(call)
  const asked = readGraphBody(ApplicationChange, call.body)
  await changeApp(call.deps, {
    ...by(call),
    clientId: app.clientId,
    change: {
      ...ifGiven('displayName', asked.displayName),
      ...(namesPlatform(asked) && toKind(asked, app)),
      ...factsOf(asked),
    },
  })
  return noContent
}

function namesPlatform({ web, spa, publicClient }: Asked): boolean {
  return [web, spa, publicClient].some((platform) => platform?.redirectUris !== undefined)
}

function factsOf(asked: Asked) {
  const { isFallbackPublicClient, groupMembershipClaims, appRoles, optionalClaims, web } = asked
  const groups = { None: 'none', SecurityGroup: 'all', All: 'all', ApplicationGroup: 'assigned' } as const
  return {
    ...ifGiven('deviceCodeAllowed', isFallbackPublicClient),
    ...(web?.homePageUrl !== undefined && { homePageUrl: web.homePageUrl ?? '' }),
    ...(web?.logoutUrl !== undefined && { backchannelLogoutUri: web.logoutUrl ?? '' }),
    ...(groupMembershipClaims !== undefined && { groupsClaim: groups[groupMembershipClaims ?? 'None'] }),
    ...(optionalClaims !== undefined && {
      optionalClaims: requireOptionalClaims({
        idToken: (optionalClaims?.idToken ?? []).map(toAskedClaim),
        accessToken: (optionalClaims?.accessToken ?? []).map(toAskedClaim),
      }),
    }),
    ...(appRoles && {
      appRoles: appRoles.map(({ id, value, displayName }) => ({ ...ifGiven('id', id), value, displayName })),
    }),
  }
}

function toAskedClaim({ name, essential = false }: z.infer<typeof OptionalClaim>) {
  return { name, essential }
}

/** @throws GraphRefusal `Request_BadRequest` naming a claim that is none here, and those that are */
function requireOptionalClaims(asked: Parameters<typeof readOptionalClaims>[0]): OptionalClaimsOfApp {
  const none = [...asked.idToken, ...asked.accessToken].find(
    ({ name }) => !optionalClaimNames.some((each) => each === name),
  )
  if (none === undefined) return readOptionalClaims(asked)
  throw new GraphRefusal(
    'Request_BadRequest',
    `The optional claim '${none.name}' is not supported here. Those that are: ${optionalClaimNames.join(', ')}.`,
  )
}

const NewPassword = z.strictObject({
  passwordCredential: z
    .strictObject({ displayName: text.nullable().optional(), endDateTime: graphDate.nullable().optional() })
    .optional(),
})

async function addPassword(call: GraphCall): Promise<GraphAnswer> {
  const { passwordCredential } = readGraphBody(NewPassword, call.body ?? {})
  const { clientId } = await getApplication(call)
  const { secret, kept } = await addAppSecret(call.deps, {
    ...by(call),
    clientId,
    ...ifGiven('name', passwordCredential?.displayName),
    ...ifGiven('expiresAt', passwordCredential?.endDateTime),
  })
  return entity(call, 'microsoft.graph.passwordCredential', toPasswordCredential(kept, secret))
}

async function removePassword(call: GraphCall): Promise<GraphAnswer> {
  const { keyId } = readGraphBody(z.strictObject({ keyId: z.guid() }), call.body)
  const { clientId, secrets } = await getApplication(call)
  const found = secrets.find(({ hash }) => keyIdOf(hash) === keyId.toLowerCase())
  if (found === undefined) throw resourceMissing(keyId)
  await removeAppSecret(call.deps, { ...by(call), clientId, secretHash: found.hash })
  return noContent
}

async function getApplication(call: GraphCall): Promise<App> {
  const key = keyOf(call, 'app')
  const app = await call.deps.stores.apps.find(call.tenant.tenantId, key)
  if (app === undefined) throw resourceMissing(key)
  return app
}
