import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Bodies as they came, beside the requests they came with. */
const rawBodies = new WeakMap<FastifyRequest, Uint8Array>()

/**
 * Make the routes of a plugin read JSON and keep the bytes it was: what a device signs is about those. For a plugin of
 * its own, before its routes.
 */
export function keepRawBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    rawBodies.set(request, body)
    void parse(request, body.toString(), done)
  })
}

/** The body of a request as it came. @returns `undefined` if there was none */
export function rawBodyOf(request: FastifyRequest): Uint8Array | undefined {
  return rawBodies.get(request)
}
