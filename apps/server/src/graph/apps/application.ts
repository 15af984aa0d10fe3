import { type App, type AppRole, type AppSecret, type OptionalClaim, sha256 } from '@latchkey/identity'
import type { AppChange } from '@latchkey/identity/administer'
import { GraphRefusal } from '../graph-refusal.ts'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'

/** `microsoft.graph.application`: what of it our apps have. */
export const applicationShape: ResourceShape = {
  name: 'application',
  properties: [
    'id',
    'appId',
    'displayName',
    'createdDateTime',
    'signInAudience',
    'identifierUris',
    'isFallbackPublicClient',
    'groupMembershipClaims',
    'web',
    'spa',
    'publicClient',
    'appRoles',
    'optionalClaims',
    'passwordCredentials',
  ],
  filterable: ['id', 'appId', 'displayName', 'createdDateTime'],
  orderable: ['displayName', 'createdDateTime'],
}

/** Write an app as Graph does. Its object id is its client id: there is one of it. */
export function toApplication(app: App): GraphObject {
  const urisOf = (kind: App['kind']) => (app.kind === kind ? app.redirectUris : [])
  return {
    id: app.clientId,
    appId: app.clientId,
    displayName: app.displayName,
    createdDateTime: toGraphTime(app.createdAt),
    signInAudience: 'AzureADMyOrg',
    identifierUris: [`api://${app.clientId}`],
    isFallbackPublicClient: app.kind === 'native' && app.deviceCodeAllowed,
    groupMembershipClaims: { none: null, assigned: 'ApplicationGroup', all: 'SecurityGroup' }[
      app.groupsClaim
    ],
    web: {
      redirectUris: urisOf('web'),
      logoutUrl: app.backchannelLogoutUri ?? null,
      homePageUrl: app.homePageUrl ?? null,
    },
    spa: { redirectUris: urisOf('spa') },
    publicClient: { redirectUris: urisOf('native') },
    appRoles: app.appRoles.map((role) => toAppRole(app, role)),
    optionalClaims: toOptionalClaims(app),
    passwordCredentials: app.secrets.map((secret) => toPasswordCredential(secret)),
  }
}

/** What it asks to be told beyond what scopes bring; of one that asks for nothing, nothing. */
function toOptionalClaims({ optionalClaims }: App): GraphObject | null {
  const { idToken = [], accessToken = [] } = optionalClaims ?? {}
  if (idToken.length + accessToken.length === 0) return null
  const toClaim = ({ name, essential }: OptionalClaim) => ({
    name,
    source: null,
    essential,
    additionalProperties: [],
  })
  return { idToken: idToken.map(toClaim), accessToken: accessToken.map(toClaim), saml2Token: [] }
}

export function toAppRole(app: Pick<App, 'clientId'>, role: AppRole): GraphObject {
  return {
    id: appRoleIdOf(app, role),
    allowedMemberTypes: ['User'],
    description: role.displayName,
    displayName: role.displayName,
    isEnabled: true,
    origin: 'Application',
    value: role.value,
  }
}

/** The id of a role; of one that was named by its value alone, a GUID that is always the same. */
export function appRoleIdOf({ clientId }: Pick<App, 'clientId'>, { id, value }: AppRole): string {
  return id ?? toGuid(sha256(`${clientId} ${value}`))
}

/** What is known of a secret. Of one from an older release nobody wrote down when it was made. */
export function toPasswordCredential(secret: AppSecret, secretText: string | null = null): GraphObject {
  const { hash, name, hint, createdAt, expiresAt } = secret
  return {
    customKeyIdentifier: null,
    displayName: name ?? null,
    endDateTime: expiresAt === undefined ? null : toGraphTime(expiresAt),
    hint: hint ?? null,
    keyId: keyIdOf(hash),
    secretText,
    startDateTime: createdAt === undefined ? null : toGraphTime(createdAt),
  }
}

/** Names a secret without telling its hash. */
export function keyIdOf(hash: Uint8Array): string {
  return toGuid(sha256(hash))
}

/** The first sixteen bytes, marked as a GUID of version 8: made up by whoever made it. */
function toGuid(bytes: Uint8Array): string {
  const sixteen = Uint8Array.from(bytes.subarray(0, 16))
  sixteen[6] = ((sixteen[6] ?? 0) & 0x0f) | 0x80
  sixteen[8] = ((sixteen[8] ?? 0) & 0x3f) | 0x80
  const digits = Buffer.from(sixteen).toString('hex')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Where people are sent back to, as it was asked for. */
export interface Platforms {
  readonly web?: { readonly redirectUris?: readonly string[] | undefined } | undefined
  readonly spa?: { readonly redirectUris?: readonly string[] | undefined } | undefined
  readonly publicClient?: { readonly redirectUris?: readonly string[] | undefined } | undefined
  readonly isFallbackPublicClient?: boolean | null | undefined
}

/**
 * Decide what kind of app has these addresses. Deviates: Graph's may have several kinds at once, ours are one: what is
 * allowed to one kind is a danger at another.
 *
 * @throws GraphRefusal `Request_BadRequest` for several
 */
export function toKind(
  asked: Platforms,
  before: Pick<App, 'kind' | 'redirectUris'>,
): Required<Pick<AppChange, 'kind' | 'redirectUris'>> {
  const urisOf = (kind: App['kind'], given: readonly string[] | undefined) =>
    given ?? (before.kind === kind ? before.redirectUris : [])
  const platforms = (
    [
      ['web', urisOf('web', asked.web?.redirectUris)],
      ['spa', urisOf('spa', asked.spa?.redirectUris)],
      ['native', urisOf('native', asked.publicClient?.redirectUris)],
    ] as const
  ).filter(([, uris]) => uris.length > 0)
  const [first, second] = platforms
  if (second !== undefined) {
    throw new GraphRefusal(
      'Request_BadRequest',
      "Only one of 'web', 'spa' and 'publicClient' can have redirect URIs here: make an application of each.",
    )
  }
  if (first !== undefined) return { kind: first[0], redirectUris: first[1] }
  if (asked.isFallbackPublicClient === true) return { kind: 'native', redirectUris: [] }
  // A web app that nobody is sent back to acts for itself.
  return { kind: before.kind === 'web' ? 'daemon' : before.kind, redirectUris: [] }
}
