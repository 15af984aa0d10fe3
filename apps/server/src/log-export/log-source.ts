import { type App, describeModel, findApp, type Person, type Shelves } from '@latchkey/identity'
import type { CountryOf } from '../access/country-of.ts'
import type { GraphObject } from '../graph/resource-shape.ts'
import { auditShape, toAuditEntry } from './audit-entry.ts'
import type { LogAsk } from './log-ask.ts'
import { narrowAudit, narrowSignIns } from './narrow.ts'
import { signInShape, toSignInEntry } from './sign-in-entry.ts'

/** What reading the logs takes: the stores, by whatever connection, and what only the operator knows. */
export interface LogTools {
  readonly shelves: Pick<Shelves, 'signIns' | 'audit' | 'people' | 'apps' | 'metadata'>
  readonly countryOf: CountryOf
  readonly now: () => Date
}

/** One log, as whoever reads it sees it. */
export interface LogSource {
  /** Newest first, as far as the stores can tell what is asked for. @param before an id, exclusive */
  read(limit: number, before: string | undefined): Promise<readonly Entry[]>
  /** Oldest first: what came after an id, and before another. */
  readAfter(after: string, until: string, limit: number): Promise<readonly Entry[]>
}

/** A record as it is shown, and its id. */
export interface Entry {
  readonly id: string
  readonly shown: GraphObject
}

/** What is known of the records of each log. */
export const logShapes = { signIns: signInShape, audit: auditShape } as const

/** So many names are remembered while a log is read; an export of a million rows needs no more at a time. */
const mostRemembered = 20_000

/** Read a log of a tenant. What it speaks of is looked up once, for all records that are read together. */
export function logSource(tools: LogTools, { tenantId, log, filter }: Omit<LogAsk, 'limit'>): LogSource {
  const { signIns, audit } = tools.shelves
  const names = directoryOf(tools, tenantId)
  if (log === 'signIns') {
    const narrowed = narrowSignIns(filter)
    const show = async (records: Awaited<ReturnType<typeof signIns.list>>) => {
      const people = await names.people(records.flatMap(({ userId }) => userId ?? []))
      return await Promise.all(
        records.map(async (record) => ({
          id: record.signInId,
          shown: toSignInEntry(record, {
            person: people.get(record.userId ?? ''),
            app: await names.app(record.clientId),
            model: await names.model(record.aaguid),
            country: tools.countryOf(record.ipAddress),
          }),
        })),
      )
    }
    return {
      read: async (limit, before) =>
        await show(await signIns.list(tenantId, { ...narrowed, limit, ...(before && { before }) })),
      readAfter: async (after, until, limit) =>
        await show(await signIns.listAfter(tenantId, { after, until, limit })),
    }
  }
  const narrowed = narrowAudit(filter)
  const show = async (records: Awaited<ReturnType<typeof audit.list>>) => {
    const people = await names.people(records.flatMap(({ actor }) => actor.userId ?? []))
    return await Promise.all(
      records.map(async (record) => ({
        id: record.auditId,
        shown: toAuditEntry(record, {
          person: people.get(record.actor.userId ?? ''),
          app: await names.app(record.actor.clientId),
          country: record.ipAddress === undefined ? undefined : tools.countryOf(record.ipAddress),
        }),
      })),
    )
  }
  return {
    read: async (limit, before) =>
      await show(await audit.list(tenantId, { ...narrowed, limit, ...(before && { before }) })),
    readAfter: async (after, until, limit) =>
      await show(await audit.listAfter(tenantId, { after, until, limit })),
  }
}

/** The names of a tenant's people, apps and models. */
function directoryOf({ shelves, now }: LogTools, tenantId: string) {
  const people = new Map<string, Person>()
  const asked = new Set<string>()
  const apps = new Map<string, Promise<App | undefined>>()
  const models = new Map<string, Promise<string | undefined>>()
  return {
    async people(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
      if (asked.size > mostRemembered) {
        people.clear()
        asked.clear()
      }
      const fresh = [...new Set(ids)].filter((id) => !asked.has(id))
      for (const id of fresh) asked.add(id)
      if (fresh.length === 0) return people
      for (const person of await shelves.people.listByIds(tenantId, fresh)) people.set(person.userId, person)
      return people
    },
    app: (clientId: string | undefined) =>
      clientId === undefined
        ? undefined
        : remembered(apps, clientId, () => findApp(shelves, tenantId, clientId)),
    model: (aaguid: string | undefined) =>
      aaguid === undefined
        ? undefined
        : remembered(models, aaguid, async () => (await describeModel(shelves, aaguid, now())).name),
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find()
  if (known.size > mostRemembered) known.clear()
  known.set(key, found)
  return found
}
