import type { AdministratorRole, AuditRecord, Person, Session, SignInRecord } from '@latchkey/identity'
import { describeModel, findApp, findPreferredOrder, listSessions } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import type { PortalVisit } from './enter-portal.ts'
import { type Methods, readMethods } from './read-methods.ts'

/** What the first page of the portal shows. */
export interface Overview {
  readonly methods: Methods
  readonly sessions: readonly Session[]
  readonly now: Date
  readonly signIns: readonly SignInRecord[]
  readonly changes: readonly AuditRecord[]
  readonly roles: readonly AdministratorRole[]
  readonly names: SignInNames
  /** Whether the organisation proposes the best method, whatever the person chose. */
  readonly systemPrefers: boolean
}

/** What is called how in a list of sign-ins. */
export interface SignInNames {
  /** By client id. */
  readonly apps: ReadonlyMap<string, string>
  /** By AAGUID. */
  readonly models: ReadonlyMap<string, string>
}

/** How many of the latest records a page shows. */
const recently = 10

/** Read everything about the person who visits, and about nobody else. */
export async function readOverview(deps: ServerDeps, { person }: PortalVisit): Promise<Overview> {
  const { tenantId, userId } = person
  const { signIns, roles } = deps.stores
  const [methods, order, sessions, latest, changes, held] = await Promise.all([
    readMethods(deps, person),
    findPreferredOrder(deps.stores, deps, person),
    listSessions(deps, tenantId, userId),
    signIns.list(tenantId, { limit: recently, userId }),
    readChanges(deps, person),
    roles.listOfPerson(tenantId, userId),
  ])
  return {
    methods,
    sessions,
    now: deps.now(),
    signIns: latest,
    changes,
    roles: held,
    names: await readSignInNames(deps, latest),
    systemPrefers: order !== undefined,
  }
}

/** Read the latest changes to a person's account: by whomever, and by themselves to what is theirs. */
async function readChanges(deps: ServerDeps, { tenantId, userId }: Person): Promise<readonly AuditRecord[]> {
  const { audit } = deps.stores
  const [toThem, byThem] = await Promise.all([
    audit.list(tenantId, { limit: recently, targetId: userId }),
    audit.list(tenantId, { limit: recently * 4, actorId: userId }),
  ])
  const own = byThem.filter(({ target }) => ownThings.has(target.kind))
  const changes = new Map([...toThem, ...own].map((record) => [record.auditId, record]))
  return [...changes.values()].sort((a, b) => (a.auditId < b.auditId ? 1 : -1)).slice(0, recently)
}

/** What people change about themselves. What an administrator does to others has other targets. */
const ownThings: ReadonlySet<string> = new Set(['passkey', 'totp', 'session'])

/** Read what the apps and the passkeys in some sign-ins are called. */
export async function readSignInNames(
  deps: ServerDeps,
  signIns: readonly SignInRecord[],
): Promise<SignInNames> {
  const [apps, models] = await Promise.all([readAppNames(deps, signIns), readModelNames(deps, signIns)])
  return { apps, models }
}

async function readModelNames(
  { stores, now }: ServerDeps,
  signIns: readonly SignInRecord[],
): Promise<ReadonlyMap<string, string>> {
  const used = new Set(signIns.flatMap(({ aaguid }) => aaguid ?? []))
  const models = await Promise.all([...used].map((aaguid) => describeModel(stores, aaguid, now())))
  return new Map(models.flatMap(({ aaguid, name }) => (name === undefined ? [] : [[aaguid, name]])))
}

async function readAppNames(
  deps: ServerDeps,
  signIns: readonly SignInRecord[],
): Promise<ReadonlyMap<string, string>> {
  const used = new Map(
    signIns.flatMap(({ tenantId, clientId }) => (clientId === undefined ? [] : [[clientId, tenantId]])),
  )
  const apps = await Promise.all(
    [...used].map(async ([clientId, tenantId]) => await findApp(deps.stores, tenantId, clientId)),
  )
  return new Map(apps.flatMap((app) => (app === undefined ? [] : [[app.clientId, app.displayName]])))
}
