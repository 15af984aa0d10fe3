import type { OptionalClaims } from './optional-claims.ts'

/** An application that signs people in through us: OAuth's client. */
export interface App {
  readonly tenantId: string
  /** UUIDv4 or v7; `client_id`. */
  readonly clientId: string
  readonly displayName: string
  /** `web` and `daemon` hold a secret; `spa` and `native` cannot. */
  readonly kind: 'web' | 'spa' | 'native' | 'daemon'
  readonly secrets: readonly AppSecret[]
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  readonly backchannelLogoutUri?: string
  readonly initiateLoginUri?: string
  /** Where people begin who come without a target. */
  readonly homePageUrl?: string
  /** Off by default: a code can be carried to another device by a stranger. */
  readonly deviceCodeAllowed: boolean
  /** Only people (or groups) that were assigned may use it. */
  readonly assignmentRequired: boolean
  readonly groupsClaim: 'none' | 'assigned' | 'all'
  readonly appRoles: readonly AppRole[]
  readonly optionalClaims?: OptionalClaims
  /** `none` for our own apps; `person` asks once; `administrator` waits for an administrator. */
  readonly consent: 'none' | 'person' | 'administrator'
  /** The least strength for this app, above the tenant's. */
  readonly leastStrength?: 'singleFactor' | 'multiFactor' | 'passwordless' | 'phishingResistant'
  /** How tokens are signed. MSAL expects RS256. */
  readonly signingAlgorithm: 'ES256' | 'RS256'
  readonly enabled: boolean
  readonly createdAt: Date
}

/** What is known of an app's secret: 256 random bits, made by us and shown once. */
export interface AppSecret {
  /** SHA-256. */
  readonly hash: Uint8Array
  /** What it is for. Those of older releases have no name, and nobody wrote down when they were made. */
  readonly name?: string
  /** Its first characters, so that it is known again. */
  readonly hint?: string
  readonly createdAt?: Date
  /** Absent: it is good until it is removed. */
  readonly expiresAt?: Date
}

/** A role inside an app; its `value` goes into the `roles` claim. */
export interface AppRole {
  /** A GUID by which scripts name it; some are named by their value alone. */
  readonly id?: string
  readonly value: string
  readonly displayName: string
}

/** Who may use an app, and as what. */
export interface AppAssignment {
  readonly tenantId: string
  readonly clientId: string
  readonly principal: 'person' | 'group'
  readonly principalId: string
  /** The value of an app role, or empty. */
  readonly role: string
}

/** What an app may do for itself at a resource, by an administrator's word. */
export interface AppPermission {
  readonly tenantId: string
  /** The app that may. */
  readonly clientId: string
  /** The `clientId` of the app that is the resource. */
  readonly resourceId: string
  /** `Policy.Read.All` … */
  readonly permission: string
  readonly grantedAt: Date
}

export interface AppStore {
  /** @throws IdentityRefusal `already_exists` */
  insert(app: App): Promise<void>
  find(tenantId: string, clientId: string): Promise<App | undefined>
  list(tenantId: string): Promise<readonly App[]>
  put(app: App): Promise<void>
  remove(tenantId: string, clientId: string): Promise<void>
  insertAssignment(assignment: AppAssignment): Promise<void>
  removeAssignment(assignment: AppAssignment): Promise<void>
  listAssignments(tenantId: string, clientId: string): Promise<readonly AppAssignment[]>
  /** The assignments that hold for a person, directly or through a group. One query. */
  listAssignmentsOfPerson(
    tenantId: string,
    clientId: string,
    userId: string,
  ): Promise<readonly AppAssignment[]>
  /** The client ids of the apps that a person is assigned to, directly or through a group. One query. */
  listAppsAssignedTo(tenantId: string, userId: string): Promise<readonly string[]>
  /** Keep it; the one that is kept stays as it is. */
  insertPermission(permission: AppPermission): Promise<void>
  /** @returns false if it was not there */
  removePermission(permission: Omit<AppPermission, 'grantedAt'>): Promise<boolean>
  /** By resource and name. */
  listPermissions(tenantId: string, clientId: string): Promise<readonly AppPermission[]>
  /** What every app may do for itself at a resource. */
  listPermissionsOfResource(tenantId: string, resourceId: string): Promise<readonly AppPermission[]>
}
