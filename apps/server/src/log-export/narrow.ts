import { type AuditStore, idFloor, isUuid, type SignInQuery } from '@latchkey/identity'
import type { ODataFilter } from '../graph/odata-filter.ts'

type AuditQuery = Parameters<AuditStore['list']>[1]

/** Clocks of nodes differ, and an id is made a moment before or after the time beside it. */
const slackMilliseconds = 60_000

/**
 * What of a filter the store of sign-ins can look for itself: what must hold for all that the filter takes. The filter has
 * the last word about each record, so nothing here may leave out what it would take.
 */
export function narrowSignIns(filter: ODataFilter | undefined): Omit<SignInQuery, 'limit' | 'before'> {
  const all = conjuncts(filter)
  const outcome = textOf(all, 'outcome')
  return {
    ...span(all),
    ...given('userId', uuidOf(all, 'userId')),
    ...given('clientId', uuidOf(all, 'appId')),
    ...given('correlationId', uuidOf(all, 'correlationId')),
    ...given('aaguid', uuidOf(all, 'aaGuid')),
    ...given('code', textOf(all, 'code')),
    ...given('ipAddress', textOf(all, 'ipAddress')),
    ...given('policyId', ruleOf(all)),
    ...(outcome === 'failure' && { outcome }),
    ...(isTrue(all, 'wouldFail') && { reportOnly: 'wouldFail' as const }),
  }
}

/** The same for the store of changes. */
export function narrowAudit(filter: ODataFilter | undefined): Omit<AuditQuery, 'limit' | 'before'> {
  const all = conjuncts(filter)
  return {
    ...span(all),
    ...given('actorId', uuidOf(all, 'actorId')),
    ...given('targetId', uuidOf(all, 'targetId')),
    ...given('correlationId', uuidOf(all, 'correlationId')),
    ...given('activity', textOf(all, 'activity')),
  }
}

function conjuncts(filter: ODataFilter | undefined): readonly ODataFilter[] {
  if (filter === undefined) return []
  return filter.kind === 'and' ? [...conjuncts(filter.left), ...conjuncts(filter.right)] : [filter]
}

function* valuesOf(all: readonly ODataFilter[], property: string) {
  for (const each of all) {
    if (each.kind === 'compare' && each.property.toLowerCase() === property.toLowerCase()) yield each
  }
}

/** What is kept in lower case, and compared without regard to it. An empty text may stand for one that is absent. */
function textOf(all: readonly ODataFilter[], property: string): string | undefined {
  for (const { operator, value } of valuesOf(all, property)) {
    if (operator === 'eq' && typeof value === 'string' && value !== '') return value.toLowerCase()
  }
  return undefined
}

function uuidOf(all: readonly ODataFilter[], property: string): string | undefined {
  const text = textOf(all, property)
  return text !== undefined && isUuid(text) ? text : undefined
}

function isTrue(all: readonly ODataFilter[], property: string): boolean {
  for (const { operator, value } of valuesOf(all, property)) {
    if (operator === 'eq' && value === true) return true
  }
  return false
}

/** `rules/any(r:r/id eq '…')` */
function ruleOf(all: readonly ODataFilter[]): string | undefined {
  for (const each of all) {
    if (each.kind !== 'any' || each.property.toLowerCase() !== 'rules') continue
    const id = uuidOf(conjuncts(each.of), `${each.variable}/id`)
    if (id !== undefined) return id
  }
  return undefined
}

function span(all: readonly ODataFilter[]) {
  let from: Date | undefined
  let until: Date | undefined
  for (const { operator, value } of valuesOf(all, 'createdDateTime')) {
    if (!(value instanceof Date)) continue
    if (operator === 'ge' || operator === 'gt' || operator === 'eq') from = value
    // A millisecond later than asked: the filter itself has the last word.
    if (operator === 'le' || operator === 'lt' || operator === 'eq') until = new Date(value.getTime() + 1)
  }
  return {
    ...(from !== undefined && { from, since: idFloor(new Date(from.getTime() - slackMilliseconds)) }),
    ...(until !== undefined && { until }),
  }
}

function given<K extends string>(name: K, value: string | undefined): { readonly [name in K]?: string } {
  const some: { [name in K]?: string } = {}
  if (value !== undefined) some[name] = value
  return some
}
