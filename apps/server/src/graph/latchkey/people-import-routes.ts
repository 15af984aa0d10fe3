import type { ImportLine, ImportLineState, PersonImport } from '@latchkey/identity'
import {
  addImportPart,
  beginImport,
  carryOutImport,
  getImport,
  longestImportPart,
  mostImportParts,
  previewImport,
  undoImport,
} from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { collection, created, entity, noContent } from '../graph-answer.ts'
import { nextLink, pageSizeOf, readPlace } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { keyOf } from '../key-of.ts'
import { termsOf } from '../policies/change-rule.ts'
import { readGraphBody } from '../read-graph-body.ts'
import type { GraphObject } from '../resource-shape.ts'

const writers = ['User.ReadWrite.All', 'Directory.ReadWrite.All']
const permissions: GraphPermissions = { delegated: writers, application: writers }

const Begin = z.strictObject({ name: z.string().max(200) })
const Part = z.strictObject({
  number: z
    .int()
    .min(0)
    .max(mostImportParts - 1),
  text: z.string().max(longestImportPart),
})

const place = '/latchkey/people/imports'
const one = `${place}/{import}`

/** How many imports are listed: those of the last weeks, and seldom as many. */
const listed = 20

const states: Readonly<Record<ImportLineState, true>> = {
  create: true,
  change: true,
  unchanged: true,
  refused: true,
  created: true,
  changed: true,
  undone: true,
  kept: true,
}

/**
 * People from a file: it comes in parts, is read without changing anybody, carried out and undone in batches. Ours: Graph
 * has no such thing.
 */
export const peopleImportRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions,
    act: 'change people',
    query: [],
    async handle(call) {
      const imports = await call.deps.stores.imports.list(call.tenant.tenantId, listed)
      return collection(call, 'latchkey.peopleImport', imports.map(toImport))
    },
  },
  {
    method: 'POST',
    path: place,
    permissions,
    act: 'change people',
    async handle(call) {
      const begun = await beginImport(call.deps, { ...by(call), ...readGraphBody(Begin, call.body) })
      return created(call, 'latchkey.peopleImport', toImport(begun), `${place}/${begun.importId}`)
    },
  },
  {
    method: 'GET',
    path: one,
    permissions,
    act: 'change people',
    query: [],
    handle: async (call) => await show(call, {}),
  },
  {
    method: 'POST',
    path: `${one}/parts`,
    permissions,
    act: 'change people',
    async handle(call) {
      await addImportPart(call.deps, { ...target(call), ...readGraphBody(Part, call.body) })
      return noContent
    },
  },
  {
    method: 'POST',
    path: `${one}/preview`,
    permissions,
    act: 'change people',
    async handle(call) {
      const read = await previewImport(call.deps, target(call))
      return await show(call, { problem: read.readable ? null : toProblem(read) })
    },
  },
  {
    method: 'POST',
    path: `${one}/carryOut`,
    permissions,
    act: 'change people',
    grave: true,
    async handle(call) {
      return await show(call, await carryOutImport(call.deps, { ...target(call), ...acknowledged(call) }))
    },
  },
  {
    method: 'POST',
    path: `${one}/undo`,
    permissions,
    act: 'change people',
    grave: true,
    async handle(call) {
      return await show(call, await undoImport(call.deps, { ...target(call), ...acknowledged(call) }))
    },
  },
  {
    method: 'GET',
    path: `${one}/lines`,
    permissions,
    act: 'change people',
    query: ['$top', '$skiptoken'],
    handle: listLines,
  },
]

function target(call: GraphCall) {
  return { ...by(call), importId: keyOf(call, 'import') }
}

function acknowledged(call: GraphCall) {
  const { acknowledge } = termsOf(call)
  return acknowledge === undefined ? {} : { acknowledge }
}

async function show(call: GraphCall, more: GraphObject): Promise<GraphAnswer> {
  const { tenantId, importId } = target(call)
  const { stores } = call.deps
  const found = await getImport(stores, { tenantId, importId })
  const counts = await stores.imports.countLines(tenantId, importId)
  return entity(call, 'latchkey.peopleImport', { ...toImport(found), counts, ...more })
}

function toImport({ importId, name, state, createdAt, createdBy }: PersonImport): GraphObject {
  return { id: importId, name, state, createdDateTime: toGraphTime(createdAt), createdBy }
}

function toProblem(
  read: Exclude<Awaited<ReturnType<typeof previewImport>>, { readable: true }>,
): GraphObject {
  const { because, line, column } = read
  return { because, line: line ?? null, column: column ?? null }
}

/** `states=refused,create`; in the order of the file. */
async function listLines(call: GraphCall): Promise<GraphAnswer> {
  const { tenantId, importId } = target(call)
  await getImport(call.deps.stores, { tenantId, importId })
  const limit = pageSizeOf(call)
  const after = await readPlace(call)
  const lines = await call.deps.stores.imports.listLines(tenantId, importId, {
    states: readStates(call.query.all.get('states')),
    limit: limit + 1,
    ...(after !== undefined && { after: Number(after) }),
  })
  const shown = lines.slice(0, limit)
  return collection(call, 'latchkey.peopleImportLine', shown.map(toLine), {
    nextLink: lines.length > limit ? nextLink(call, String(shown.at(-1)?.line)) : undefined,
  })
}

function readStates(written: string | undefined): readonly ImportLineState[] {
  if (written === undefined) return Object.keys(states).filter(isState)
  const names = written.split(',')
  const wanted = names.filter(isState)
  if (wanted.length === names.length) return wanted
  throw new GraphRefusal('BadRequest', `'states' must be some of ${Object.keys(states).join(', ')}.`)
}

const isState = (name: string): name is ImportLineState => name in states

function toLine({ line, facts, state, reason, userId, did }: ImportLine): GraphObject {
  return {
    line,
    ...facts,
    state,
    reason: reason ?? null,
    userId: userId ?? null,
    before: did?.before ?? null,
  }
}
