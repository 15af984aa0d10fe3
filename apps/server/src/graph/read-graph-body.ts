import { z } from 'zod'
import { GraphRefusal } from './graph-refusal.ts'
import { isGraphObject } from './resource-shape.ts'

/** A boolean as Graph takes it: scripts send `"true"`. */
export const graphBoolean = z.union([
  z.boolean(),
  z.stringFormat('boolean', /^(true|false)$/i).transform((text) => text.toLowerCase() === 'true'),
])

/** An instant in ISO 8601, with its zone. */
export const graphDate = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/**
 * Read the body of a request. Annotations (`@odata.type`) may stand in it; a property that the schema does not know is
 * refused by name, as one whose value is wrong.
 *
 * @throws GraphRefusal `Request_BadRequest`
 */
export function readGraphBody<T>(schema: z.ZodType<T>, body: unknown): T {
  if (!isGraphObject(body)) {
    throw new GraphRefusal('Request_BadRequest', 'A JSON object is expected as the body of the request.')
  }
  const read = schema.safeParse(withoutAnnotations(body))
  if (read.success) return read.data
  throw new GraphRefusal('Request_BadRequest', describe(read.error))
}

function describe({ issues }: z.ZodError): string {
  const [issue] = issues
  if (issue?.code === 'unrecognized_keys') {
    const path = [...issue.path, issue.keys[0] ?? ''].join('/')
    return `The property '${path}' does not exist or cannot be set here.`
  }
  return `Invalid value specified for property '${issue?.path.join('/') ?? ''}'.`
}

function withoutAnnotations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAnnotations)
  if (!isGraphObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      // `@odata.id` says who is meant, in a reference: that one is no annotation of something else.
      .filter(([name]) => name === '@odata.id' || !name.includes('@'))
      .map(([name, inside]) => [name, withoutAnnotations(inside)]),
  )
}
