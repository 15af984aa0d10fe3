import { IdentityRefusal } from '@latchkey/identity'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'

/**
 * Read the body of a request by a schema.
 *
 * @throws IdentityRefusal `invalid_input`, naming the first field that is wrong
 */
export function readBody<T>(schema: z.ZodType<T>, request: FastifyRequest): T {
  const read = schema.safeParse(request.body)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new IdentityRefusal('invalid_input', { detail: issue?.path.join('.') || 'body' })
}
