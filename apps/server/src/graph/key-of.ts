import { GraphRefusal } from './graph-refusal.ts'
import type { GraphCall } from './graph-route.ts'

/** What stands at a `{name}` of the route's path. */
export function keyOf({ keys }: Pick<GraphCall, 'keys'>, name: string): string {
  const key = keys[name]
  if (key === undefined) throw new Error(`the path has no {${name}}`)
  return key
}

/** Refuse what is not there, in Graph's words. */
export function resourceMissing(key: string): GraphRefusal {
  const message = `Resource '${key.slice(0, 100)}' does not exist or one of its queried reference-property objects are not present.`
  return new GraphRefusal('Request_ResourceNotFound', message)
}
