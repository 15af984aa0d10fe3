import { type AuditRecord, describeModel, findApp, type Person, type SignInRecord } from '@latchkey/identity'
import { describeBrowser, type Words } from '@latchkey/words'
import type { ServerDeps } from '../server-deps.ts'

/** How many records a page has. */
const pageSize = 20

/** A page of what happened to an account, newest first. */
export interface ActivityPage<Item> {
  readonly value: readonly Item[]
  /** The id to go on before; absent on the last page. */
  readonly next?: string
}

/** A sign-in, or a try, for the person whose account it is. */
export interface ShownSignIn {
  readonly id: string
  readonly at: string
  readonly outcome: SignInRecord['outcome']
  /** A code of the catalogue of problems, if it did not work. */
  readonly code?: string
  readonly method?: string
  readonly model?: string
  readonly app?: string
  readonly device: string
  readonly ipAddress: string
  /** ISO 3166. */
  readonly country?: string
  /** The very session that they look at it in came of this. */
  readonly thisSession: boolean
  /** They said that it was not them. */
  readonly disowned: boolean
}

/** A change of an account, for the person whose it is. */
export interface ShownChange {
  readonly id: string
  readonly at: string
  /** In words. */
  readonly what: string
  readonly name?: string
  readonly by: 'you' | 'administrator' | 'system' | 'app' | 'operator'
  readonly ipAddress?: string
  readonly country?: string
  readonly disowned: boolean
  /** False for what nobody can have done in the person's name. */
  readonly mayBeDisowned: boolean
}

interface Reader {
  readonly person: Person
  readonly sessionId: string
  readonly said: Words
}

/** Read a page of somebody's own sign-ins. */
export async function readOwnSignIns(
  deps: ServerDeps,
  { person, sessionId, said }: Reader,
  before: string | undefined,
): Promise<ActivityPage<ShownSignIn>> {
  const { tenantId, userId } = person
  const ask = { limit: pageSize + 1, userId, ...(before !== undefined && { before }) }
  const [read, disowned] = await Promise.all([
    deps.stores.signIns.list(tenantId, ask),
    deps.stores.disowned.listOfPerson(tenantId, userId),
  ])
  const records = read.slice(0, pageSize)
  const names = await readNames(deps, records)
  return toPage(
    read,
    records,
    ({ signInId }) => signInId,
    (record) => {
      const { method, code, aaguid, clientId } = record
      const model = aaguid === undefined ? undefined : names.get(aaguid)
      const app = clientId === undefined ? undefined : names.get(clientId)
      return {
        id: record.signInId,
        at: record.at.toISOString(),
        outcome: record.outcome,
        ...(code !== '' && { code }),
        ...(method !== undefined && { method }),
        ...(model !== undefined && { model }),
        ...(app !== undefined && { app }),
        device: describeBrowser(record.userAgent, said),
        ...placeOf(deps, record.ipAddress),
        thisSession: record.sessionId === sessionId,
        disowned: disowned.includes(record.signInId),
      }
    },
  )
}

/** Read a page of the changes to somebody's own account: by whomever, and by themselves to what is theirs. */
export async function readOwnChanges(
  deps: ServerDeps,
  { person, said }: Reader,
  before: string | undefined,
): Promise<ActivityPage<ShownChange>> {
  const { tenantId, userId } = person
  const ask = { limit: pageSize + 1, ...(before !== undefined && { before }) }
  const { audit, disowned: kept } = deps.stores
  const [toThem, byThem, disowned] = await Promise.all([
    audit.list(tenantId, { ...ask, targetId: userId }),
    // What an administrator does to others is among it, and left out below: so more are read than are shown.
    audit.list(tenantId, { ...ask, limit: ask.limit * 5, actorId: userId }),
    kept.listOfPerson(tenantId, userId),
  ])
  const own = byThem.filter(({ target }) => ownThings.has(target.kind))
  const all = new Map([...toThem, ...own].map((record) => [record.auditId, record]))
  const read = [...all.values()].toSorted((a, b) => (a.auditId < b.auditId ? 1 : -1))
  const records = read.slice(0, pageSize)
  return toPage(
    read,
    records,
    ({ auditId }) => auditId,
    (record) => {
      const name = record.detail['name'] ?? (record.target.kind === 'person' ? undefined : record.target.name)
      return {
        id: record.auditId,
        at: record.at.toISOString(),
        what: whatOf(said, record),
        ...(name !== undefined && { name: String(name) }),
        by: byWhom(record, userId),
        ...(record.ipAddress !== undefined && placeOf(deps, record.ipAddress)),
        disowned: disowned.includes(record.auditId),
        mayBeDisowned: !harmless.has(record.activity),
      }
    },
  )
}

/** What people change about themselves. What an administrator does to others has other targets. */
const ownThings: ReadonlySet<string> = new Set(['passkey', 'totp', 'session', 'password'])

/** What only takes power away, or is the person's own word. */
const harmless: ReadonlySet<string> = new Set([
  'sign_in_disowned',
  'change_disowned',
  'session_ended',
  'sessions_revoked',
  'pass_removed',
  'pass_request_refused',
  'pass_request_stopped',
  'person_added',
])

function toPage<Record, Item>(
  read: readonly Record[],
  records: readonly Record[],
  idOf: (record: Record) => string,
  show: (record: Record) => Item,
): ActivityPage<Item> {
  const last = records.at(-1)
  return {
    value: records.map(show),
    ...(read.length > records.length && last !== undefined && { next: idOf(last) }),
  }
}

function whatOf({ securityInfo: { activities } }: Words, { activity }: AuditRecord): string {
  const names: Readonly<Record<string, string>> = activities
  return (Object.hasOwn(names, activity) ? names[activity] : undefined) ?? activities.other
}

function byWhom({ actor }: AuditRecord, userId: string): ShownChange['by'] {
  if (actor.kind !== 'person') return actor.kind
  return actor.userId === userId ? 'you' : 'administrator'
}

/** An address, and the country it is in as far as the operator's database knows. */
export function placeOf(
  { countryOf }: Pick<ServerDeps, 'countryOf'>,
  ipAddress: string,
): { readonly ipAddress: string; readonly country?: string } {
  const country = countryOf(ipAddress)
  return { ipAddress, ...(country !== undefined && { country }) }
}

/** The names of the models and the apps in some sign-ins: each is looked up once. */
async function readNames(
  deps: ServerDeps,
  records: readonly SignInRecord[],
): Promise<ReadonlyMap<string, string>> {
  const models = new Set(records.flatMap(({ aaguid }) => aaguid ?? []))
  const apps = new Map(
    records.flatMap(({ clientId, tenantId }) => (clientId === undefined ? [] : [[clientId, tenantId]])),
  )
  const found = await Promise.all([
    ...[...models].map(async (aaguid) => [
      aaguid,
      (await describeModel(deps.stores, aaguid, deps.now())).name,
    ]),
    ...[...apps].map(async ([clientId, tenantId]) => [
      clientId,
      (await findApp(deps.stores, tenantId, clientId))?.displayName,
    ]),
  ])
  return new Map(
    found.flatMap(([id, name]) => (id === undefined || name === undefined ? [] : [[id, name] as const])),
  )
}
