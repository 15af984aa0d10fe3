import { nameOfFunction, type PathStep, readPathSteps, readRoutePath } from './graph-path.ts'
import { GraphRefusal } from './graph-refusal.ts'
import type { GraphMethod, GraphRoute, GraphVersion } from './graph-route.ts'
import { isKnownSegment } from './known-segments.ts'

/** A route, and what the path says at its `{names}`. */
export interface FoundRoute {
  readonly route: GraphRoute
  readonly keys: Readonly<Record<string, string>>
}

export interface GraphRouter {
  /**
   * Find the route of a request.
   *
   * @throws GraphRefusal `ResourceNotFound`, `methodNotAllowed`; `notImplemented` for what Graph has and we have not
   */
  getRoute(version: GraphVersion, method: string, path: string): FoundRoute
}

/** A place in the tree of paths. */
interface Place {
  readonly names: Map<string, Place>
  key: Place | undefined
  readonly routes: Map<string, Listed>
}

interface Listed {
  readonly route: GraphRoute
  /** In the order of the path. */
  readonly keyNames: readonly string[]
  readonly parameters: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** Where a path leads, and the keys on the way. */
interface Arrival {
  readonly place: Place
  readonly keys: readonly string[]
  readonly functions: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const everyVersion: readonly GraphVersion[] = ['v1.0', 'beta']

/** An operation that Graph has at a path of ours, and we have not. */
export type MissingOperation = readonly [GraphMethod, string]

/**
 * Put the routes into a tree, one per version.
 *
 * @param missing what is answered with "not implemented" instead of "not allowed"
 */
export function graphRouter(
  routes: readonly GraphRoute[],
  missing: readonly MissingOperation[] = [],
): GraphRouter {
  const lacks = newPlace()
  for (const [method, path] of missing) insertRoute(lacks, { ...nothing, method, path })
  const trees = { 'v1.0': newPlace(), beta: newPlace() }
  for (const route of routes) {
    for (const version of route.versions ?? everyVersion) insertRoute(trees[version], route)
  }
  return {
    getRoute(version, method, path) {
      const steps = readPathSteps(path)
      // First: `fido2Methods/creationOptions` would else be a method of that id.
      const lacking = arriveAt(lacks, steps).some(({ place }) => place.routes.has(method))
      if (lacking) throw notImplemented(`${method} ${path}`)
      const arrivals = arriveAt(trees[version], steps)
      for (const arrival of arrivals) {
        const listed = arrival.place.routes.get(method)
        if (listed !== undefined) return { route: listed.route, keys: toKeys(listed, arrival) }
      }
      const allowed = arrivals.flatMap(({ place }) => [...place.routes.keys()])
      if (allowed.length > 0) throw methodNotAllowed(method, allowed)
      throw notThere(path, steps)
    },
  }
}

function newPlace(): Place {
  return { names: new Map(), key: undefined, routes: new Map() }
}

function insertRoute(tree: Place, route: GraphRoute): void {
  const { steps, parameters } = readRoutePath(route.path)
  let place = tree
  for (const step of steps) {
    if (step.kind === 'key') {
      place.key ??= newPlace()
      place = place.key
    } else {
      const next = place.names.get(step.text) ?? newPlace()
      place.names.set(step.text, next)
      place = next
    }
  }
  if (place.routes.has(route.method)) throw new Error(`${route.method} ${route.path} stands twice`)
  const keyNames = steps.flatMap((step) => (step.kind === 'key' ? [step.name] : []))
  place.routes.set(route.method, { route, keyNames, parameters })
}

/** Everywhere a path leads to that has routes; what is named comes before what is a key. */
function arriveAt(tree: Place, steps: readonly PathStep[]): readonly Arrival[] {
  let arrivals: readonly Arrival[] = [{ place: tree, keys: [], functions: new Map() }]
  for (const step of steps) arrivals = arrivals.flatMap((arrival) => follow(arrival, step))
  return arrivals.filter(({ place }) => place.routes.size > 0)
}

function follow({ place, keys, functions }: Arrival, step: PathStep): readonly Arrival[] {
  if (step.kind === 'function') {
    const name = nameOfFunction(step.name, step.parameters.keys())
    const next = place.names.get(name)
    return next ? [{ place: next, keys, functions: new Map([...functions, [name, step.parameters]]) }] : []
  }
  const named = step.kind === 'segment' ? place.names.get(step.text.toLowerCase()) : undefined
  return [
    ...(named ? [{ place: named, keys, functions }] : []),
    ...(place.key ? [{ place: place.key, keys: [...keys, step.text], functions }] : []),
  ]
}

function toKeys(listed: Listed, arrival: Arrival): Readonly<Record<string, string>> {
  const keys: Record<string, string> = {}
  for (const [index, name] of listed.keyNames.entries()) keys[name] = arrival.keys[index] ?? ''
  for (const [name, parameters] of listed.parameters) {
    for (const [parameter, key] of parameters) keys[key] = arrival.functions.get(name)?.get(parameter) ?? ''
  }
  return keys
}

function methodNotAllowed(method: string, allowed: readonly string[]): GraphRefusal {
  return new GraphRefusal(
    'methodNotAllowed',
    `The HTTP method '${method}' is not allowed for the request target.`,
    {
      headers: { allow: [...new Set(allowed)].join(', ') },
    },
  )
}

/** Nothing of ours is there: either Graph has it and we have not, or nobody has it. */
function notThere(path: string, steps: readonly PathStep[]): GraphRefusal {
  const names = steps.map((step) => (step.kind === 'function' ? step.name : step.text))
  const [first = '', last = ''] = [names[0], names.at(-1)]
  if (!isKnownSegment(first)) return new GraphRefusal('ResourceNotFound', resourceNotFound(first))
  const unknown = steps.find(
    (step, index) => mustBeName(step, index, names) && !isKnownSegment(names[index] ?? ''),
  )
  if (unknown === undefined || isKnownSegment(last)) {
    return notImplemented(path)
  }
  return new GraphRefusal(
    'ResourceNotFound',
    resourceNotFound(unknown.kind === 'function' ? unknown.name : unknown.text),
  )
}

function notImplemented(what: string): GraphRefusal {
  return new GraphRefusal('notImplemented', `'${what}' is not implemented here.`)
}

/** Stands where Graph has an operation. Nobody calls it: finding it is the answer. */
const nothing: Omit<GraphRoute, 'method' | 'path'> = {
  permissions: { delegated: [], application: [] },
  handle: () => Promise.reject(notImplemented('it')),
}

/** After a name that is known a key may stand; after a key, or at the beginning, only a name. */
function mustBeName(step: PathStep, index: number, names: readonly string[]): boolean {
  if (step.kind === 'key') return false
  if (step.kind === 'function' || index === 0) return true
  return !isKnownSegment(names[index - 1] ?? '')
}

function resourceNotFound(segment: string): string {
  return `Resource not found for the segment '${segment.slice(0, 100)}'.`
}

/** What a route's method may be. */
export const graphMethods: readonly GraphMethod[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']
