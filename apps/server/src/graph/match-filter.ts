import { GraphRefusal } from './graph-refusal.ts'
import type { ODataComparison, ODataFilter, ODataLiteral } from './odata-filter.ts'
import type { OrderBy } from './odata-query.ts'
import { type GraphObject, isGraphObject, type ResourceShape } from './resource-shape.ts'

/**
 * Refuse a filter that asks about what the resource does not let one ask about.
 *
 * @throws GraphRefusal `Request_UnsupportedQuery`, naming the property
 */
export function requireFilterable(filter: ODataFilter, shape: ResourceShape): void {
  const allowed = new Set((shape.filterable ?? []).map((path) => path.toLowerCase()))
  for (const property of propertiesOf(filter)) {
    if (!allowed.has(property.toLowerCase())) throw unsupported('filter clause', property, shape)
  }
}

/** The same for `$orderby`. @throws GraphRefusal `Request_UnsupportedQuery` */
export function requireOrderable(order: readonly OrderBy[], shape: ResourceShape): void {
  const allowed = new Set((shape.orderable ?? []).map((path) => path.toLowerCase()))
  for (const { property } of order) {
    if (!allowed.has(property.toLowerCase())) throw unsupported('$orderby clause', property, shape)
  }
}

/** Tell whether an entity is what a filter asks for. Texts are compared without regard to case, as the directory does. */
export function matchesFilter(filter: ODataFilter, entity: GraphObject): boolean {
  switch (filter.kind) {
    case 'and':
      return matchesFilter(filter.left, entity) && matchesFilter(filter.right, entity)
    case 'or':
      return matchesFilter(filter.left, entity) || matchesFilter(filter.right, entity)
    case 'not':
      return !matchesFilter(filter.of, entity)
    case 'compare':
      return compares(filter.operator, readPath(entity, filter.property), filter.value)
    case 'in':
      return filter.values.some((value) => compares('eq', readPath(entity, filter.property), value))
    case 'call':
      return callMatches(filter.name, readPath(entity, filter.property), filter.value)
    case 'any': {
      const items = readPath(entity, filter.property)
      return (
        Array.isArray(items) && items.some((item) => matchesFilter(filter.of, { [filter.variable]: item }))
      )
    }
  }
}

/** Compare two entities by `$orderby`. What is absent comes first. */
export function compareBy(order: readonly OrderBy[]) {
  return (a: GraphObject, b: GraphObject): number => {
    for (const { property, descending } of order) {
      const difference = compareValues(readPath(a, property), readPath(b, property))
      if (difference !== 0) return descending ? -difference : difference
    }
    return 0
  }
}

/** Read what is at `status/errorCode`, without regard to case. */
function readPath(entity: GraphObject, path: string): unknown {
  let value: unknown = entity
  for (const name of path.split('/')) {
    if (!isGraphObject(value)) return undefined
    const wanted = name.toLowerCase()
    const found = Object.keys(value).find((key) => key.toLowerCase() === wanted)
    value = found === undefined ? undefined : value[found]
  }
  return value
}

function propertiesOf(filter: ODataFilter): readonly string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...propertiesOf(filter.left), ...propertiesOf(filter.right)]
    case 'not':
      return propertiesOf(filter.of)
    case 'any':
      return propertiesOf(filter.of).map((inside) => {
        const [variable, ...rest] = inside.split('/')
        if (variable === filter.variable) return [filter.property, ...rest].join('/')
        return inside
      })
    default:
      return [filter.property]
  }
}

function compares(operator: ODataComparison, found: unknown, wanted: ODataLiteral): boolean {
  if (operator === 'eq' || operator === 'ne') return equals(found, wanted) === (operator === 'eq')
  // Nothing is before or after what is not there.
  if (found === null || found === undefined || wanted === null) return false
  const difference = compareValues(found, wanted)
  if (operator === 'gt') return difference > 0
  if (operator === 'ge') return difference >= 0
  return operator === 'lt' ? difference < 0 : difference <= 0
}

function equals(found: unknown, wanted: ODataLiteral): boolean {
  if (wanted === null) return found === null || found === undefined
  if (found === null || found === undefined) return false
  return compareValues(found, wanted) === 0
}

function callMatches(name: 'startswith' | 'endswith' | 'contains', found: unknown, wanted: string): boolean {
  if (typeof found !== 'string') return false
  const text = found.toLowerCase()
  const part = wanted.toLowerCase()
  if (name === 'startswith') return text.startsWith(part)
  return name === 'endswith' ? text.endsWith(part) : text.includes(part)
}

function compareValues(a: unknown, b: unknown): number {
  const [left, right] = b instanceof Date ? [toTime(a), b.getTime()] : [toComparable(a), toComparable(b)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

function toTime(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) : Number.NaN
}

function toComparable(value: unknown): string | number {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? value.toLowerCase() : String(value ?? '')
}

function unsupported(what: string, property: string, { name }: ResourceShape): GraphRefusal {
  const message = `Unsupported or invalid query ${what} specified for property '${property}' of resource '${name}'.`
  return new GraphRefusal('Request_UnsupportedQuery', message)
}
