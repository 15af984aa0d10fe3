import { type AdministratorRoleName, administratorRoleNames, mayAct } from '@latchkey/policy'
import type { Attribution } from '../../attribution.ts'
import { appendAudit } from '../../audit/append-audit.ts'
import type { Deps } from '../../deps.ts'
import { newId } from '../../ids/new-id.ts'
import { readText } from '../../read-text.ts'
import { IdentityRefusal } from '../../refusal.ts'
import type { Shelves } from '../../stores.ts'
import type { Person } from '../person.ts'
import { requirePermission } from '../require-permission.ts'
import type { ImportLine, PersonImport } from './person-import.ts'
import { type ImportTarget, planLine, type Surroundings } from './plan-line.ts'
import { longestImport, type PeopleFile, type ReadLine, readPeopleFile } from './read-people-file.ts'

/** The longest part of a file that is taken at once, and how many parts there may be. */
export const longestImportPart = 150_000
export const mostImportParts = 100

/** Begin to bring a file of people: its parts follow. @throws IdentityRefusal `not_permitted`, `invalid_input` */
export async function beginImport(
  deps: Deps,
  ask: Attribution & { readonly tenantId: string; readonly name: string },
): Promise<PersonImport> {
  const begun: PersonImport = {
    tenantId: ask.tenantId,
    importId: newId(deps),
    name: readText(ask.name, 'name', 200),
    state: 'draft',
    createdAt: deps.now(),
    createdBy: ask.actor.userId ?? ask.actor.kind,
  }
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, withoutPerson(ask), 'change people')
    await tx.imports.insert(begun)
    await appendAudit(tx, deps, ask, {
      activity: 'import_begun',
      target: { kind: 'import', id: begun.importId, name: begun.name },
    })
  })
  return begun
}

/**
 * Keep a part of the file; the same number again replaces it.
 *
 * @throws IdentityRefusal `not_permitted`, `not_found`; `invalid_input` if it is too long, or the file was read already
 */
export async function addImportPart(
  deps: Deps,
  ask: ImportTarget & { readonly number: number; readonly text: string },
): Promise<void> {
  const { tenantId, importId, number, text } = ask
  if (text.length > longestImportPart) throw new IdentityRefusal('invalid_input', { detail: 'text' })
  if (number < 0 || number >= mostImportParts)
    throw new IdentityRefusal('invalid_input', { detail: 'number' })
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, withoutPerson(ask), 'change people')
    const found = await getImport(tx, ask)
    if (found.state !== 'draft') throw new IdentityRefusal('invalid_input', { detail: 'state' })
    requireOwn(ask, found)
    await tx.imports.putPart(tenantId, importId, number, text)
  })
}

/**
 * Read the file, and hold every line against who is there. Nobody is changed.
 *
 * @returns what is wrong with the file, if it cannot be read; it stays as it was
 * @throws IdentityRefusal `not_permitted`, `not_found`; `invalid_input` if it was carried out already
 */
export async function previewImport(
  deps: Deps,
  ask: ImportTarget,
): Promise<Exclude<PeopleFile, { readable: true }> | { readonly readable: true }> {
  const { tenantId, importId } = ask
  await requirePermission(deps.stores, withoutPerson(ask), 'change people')
  const found = await getImport(deps.stores, ask)
  requireOwn(ask, found)
  const { state } = found
  if (state === 'previewed') return { readable: true }
  if (state !== 'draft') throw new IdentityRefusal('invalid_input', { detail: 'state' })
  const parts = await deps.stores.imports.listParts(tenantId, importId)
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  if (length > longestImport) return { readable: false, because: 'too_long' }
  const file = readPeopleFile(parts.join(''))
  if (!file.readable) return file
  const lines = await planLines(deps, ask, file.lines)
  await deps.stores.atomically(async (tx) => {
    // Somebody else may have read it meanwhile, and begun to carry it out.
    if ((await getImport(tx, ask)).state !== 'draft') return
    await tx.imports.replaceLines(tenantId, importId, lines)
    await tx.imports.removeParts(tenantId, importId)
    await tx.imports.putState(tenantId, importId, 'previewed')
  })
  return { readable: true }
}

/** What is brought is whose who began it: with another's parts in it, it would be carried out with their reach. */
function requireOwn({ actor }: ImportTarget, { createdBy }: PersonImport): void {
  if (actor.kind === 'person' && actor.userId !== createdBy) {
    throw new IdentityRefusal('not_permitted', { detail: 'import of somebody else' })
  }
}

async function planLines(
  deps: Deps,
  ask: ImportTarget,
  read: readonly ReadLine[],
): Promise<readonly ImportLine[]> {
  const { tenantId } = ask
  const { people, groups } = deps.stores
  const surroundings = await readSurroundings(deps.stores, tenantId)
  const found = await people.listByUserNames(
    tenantId,
    read.map(({ facts }) => facts.userName),
  )
  const byName = new Map(found.map((person) => [person.userName, person]))
  const members = new Map<string, ReadonlySet<string>>()
  for (const name of new Set(read.flatMap(({ facts }) => facts.groups ?? []))) {
    const groupId = surroundings.groupIds.get(name.toLowerCase())
    if (groupId !== undefined) members.set(groupId, new Set(await groups.listMembers(tenantId, groupId)))
  }
  const mayChange = await readReach(deps.stores, ask)
  return read.map(({ line, facts, reason }): ImportLine => {
    if (reason !== undefined) return { line, facts, state: 'refused', reason }
    const person = byName.get(facts.userName)
    const existing = person && {
      person,
      isMember: (groupId: string) => members.get(groupId)?.has(person.userId) === true,
    }
    const plan = planLine(deps, tenantId, facts, existing, surroundings)
    const userId = person === undefined ? {} : { userId: person.userId }
    if (plan.does === 'refused') return { line, facts, state: 'refused', reason: plan.reason, ...userId }
    if (plan.does === 'change' && !mayChange(plan.person)) {
      return { line, facts, state: 'refused', reason: 'not_permitted', ...userId }
    }
    return { line, facts, state: plan.does, ...userId }
  })
}

/** What lines are held against. */
export async function readSurroundings(
  tx: Pick<Shelves, 'tenants' | 'groups'>,
  tenantId: string,
): Promise<Surroundings> {
  const groups = await tx.groups.list(tenantId)
  return {
    domains: await tx.tenants.listDomains(tenantId),
    groupIds: new Map(groups.map(({ displayName, groupId }) => [displayName.toLowerCase(), groupId])),
  }
}

/** Whom whoever asks may change, without a question per person: the preview says it, carrying it out asks again. */
async function readReach(
  tx: Pick<Shelves, 'roles'>,
  { tenantId, actor }: ImportTarget,
): Promise<(person: Person) => boolean> {
  if (actor.kind !== 'person' || actor.userId === undefined) return () => true
  const own = await tx.roles.listOfPerson(tenantId, actor.userId)
  const rolesOf = new Map<string, AdministratorRoleName[]>()
  for (const role of administratorRoleNames) {
    for (const userId of await tx.roles.listHolders(tenantId, role)) {
      rolesOf.set(userId, [...(rolesOf.get(userId) ?? []), role])
    }
  }
  return ({ userId, breakGlass }) =>
    mayAct(own, 'change people', {
      oneself: userId === actor.userId,
      roles: rolesOf.get(userId) ?? [],
      breakGlass,
    })
}

/** Get an import that must be there. @throws IdentityRefusal `not_found` */
export async function getImport(
  tx: Pick<Shelves, 'imports'>,
  { tenantId, importId }: { readonly tenantId: string; readonly importId: string },
): Promise<PersonImport> {
  const found = await tx.imports.find(tenantId, importId)
  if (found === undefined) throw new IdentityRefusal('not_found', { detail: 'import' })
  return found
}

/** About nobody in particular. */
export function withoutPerson({ tenantId, actor }: Attribution & { readonly tenantId: string }) {
  return { tenantId, actor }
}
