import { GraphRefusal } from './graph-refusal.ts'
import type { GraphAnswer, GraphCall } from './graph-route.ts'
import { type GraphObject, isGraphObject, type ResourceShape } from './resource-shape.ts'

/** Nothing to say: what a PATCH and a DELETE answer. */
export const noContent: GraphAnswer = { status: 204 }

/** Answer with one entity. @param context what stands after `$metadata#`, such as `users/$entity` */
export function entity(call: GraphCall, context: string, value: GraphObject): GraphAnswer {
  return { status: 200, body: { '@odata.context': contextOf(call, context), ...value } }
}

/** Answer that one was made. @param path where it is, without the version */
export function created(call: GraphCall, context: string, value: GraphObject, path: string): GraphAnswer {
  return { ...entity(call, context, value), status: 201, headers: { location: addressOf(call, path) } }
}

/** What is known of a list besides its items. */
export interface ListFacts {
  readonly nextLink?: string | undefined
  /** All there are, when `$count=true` asked. */
  readonly count?: number | undefined
}

/** Answer with a list. */
export function collection(
  call: GraphCall,
  context: string,
  value: readonly unknown[],
  { nextLink, count }: ListFacts = {},
): GraphAnswer {
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, context),
      ...(count !== undefined && { '@odata.count': count }),
      ...(nextLink !== undefined && { '@odata.nextLink': nextLink }),
      value,
    },
  }
}

/** The address of something, in the version that is asked. */
export function addressOf({ deps, version }: GraphCall, path: string): string {
  return `${deps.config.url.origin}/${version}${path}`
}

function contextOf(call: GraphCall, context: string): string {
  return addressOf(call, `/$metadata#${context}`)
}

/**
 * Leave of an answer what `$select` asks for, or what is usual; the context says what was selected.
 *
 * @throws GraphRefusal `BadRequest` for a property the resource does not have
 */
export function project(answer: GraphAnswer, call: GraphCall, shape: ResourceShape | undefined): GraphAnswer {
  const { select } = call.query
  if (shape === undefined || answer.status >= 300 || !isGraphObject(answer.body)) return answer
  const wanted = select === undefined ? shape.usual : readSelected(select, shape)
  if (wanted === undefined) return answer
  const { body } = answer
  const kept = Array.isArray(body['value'])
    ? { ...body, value: body['value'].map((each) => (isGraphObject(each) ? pick(each, wanted) : each)) }
    : pick(body, wanted)
  if (select === undefined) return { ...answer, body: kept }
  const context = String(body['@odata.context']).replace(/(\/\$entity)?$/, `(${wanted.join(',')})$1`)
  return { ...answer, body: { ...kept, '@odata.context': context } }
}

function readSelected(select: readonly string[], shape: ResourceShape): readonly string[] | undefined {
  if (select.includes('*')) return undefined
  return select.map((name) => {
    const found = shape.properties.find((each) => each.toLowerCase() === name.toLowerCase())
    if (found !== undefined) return found
    const message = `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${shape.name}'.`
    throw new GraphRefusal('BadRequest', message)
  })
}

/** Annotations stay whatever is selected. */
function pick(entity: GraphObject, names: readonly string[]): GraphObject {
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => name.startsWith('@') || names.includes(name)),
  )
}
