import { Readable } from 'node:stream'
import type { Tenant } from '@latchkey/identity'
import type { FastifyContextConfig, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { ServerDeps } from '../server-deps.ts'
import { answerBatch, isBatch } from './batch.ts'
import { type RequestIds, toGraphProblem } from './graph-problem.ts'
import { GraphRefusal } from './graph-refusal.ts'
import type { GraphAnswer, GraphCaller, GraphRoute, GraphVersion } from './graph-route.ts'
import { graphMethods, graphRouter } from './graph-router.ts'
import { missingOperations } from './missing-operations.ts'
import { nestsDeeply } from './nests-deeply.ts'
import { type GraphPlatform, type GraphRequest, serveGraph } from './serve-graph.ts'
import { newThrottle } from './throttle.ts'

/** Find who calls. @throws GraphRefusal `InvalidAuthenticationToken`, IdentityRefusal */
export type FindCaller = (
  deps: ServerDeps,
  request: FastifyRequest,
) => Promise<GraphCaller & { readonly tenant: Tenant }>

/** What the API is made of. */
export interface GraphParts {
  readonly routes: readonly GraphRoute[]
  /** By the token in `Authorization` and nothing else. */
  readonly findCaller: FindCaller
  /** By the cookie of an administrator's session and nothing else. */
  readonly findAdministrator: FindCaller
}

export interface GraphOptions {
  readonly deps: ServerDeps
  /** Gives the parts when somebody first calls: a server that nobody scripts never loads them. */
  load(): Promise<GraphParts>
}

/** The largest body we take. */
const largestBody = 256 * 1024

/** What is sent as a file, in whatever size a route takes. */
const uploadType = 'application/octet-stream'

/** A place where the API is, and how a caller is known there. */
interface Mount {
  readonly prefix: '' | '/admin/api'
  readonly finds: 'findCaller' | 'findAdministrator'
  readonly config: FastifyContextConfig
}

/**
 * Programs bring a token: that alone counts, so another site's page gains nothing by calling, and without CORS headers it
 * reads nothing. The admin centre comes with its cookie, and is checked for origin like all our pages.
 */
const mounts: readonly Mount[] = [
  { prefix: '', finds: 'findCaller', config: { crossOrigin: 'oauth' } },
  { prefix: '/admin/api', finds: 'findAdministrator', config: {} },
]

const jsonHeader =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

/** The Graph-shaped API, mounted at `/v1.0` and `/beta` for programs, and once more for the admin centre. */
export const graphPlugin: FastifyPluginAsync<GraphOptions> = async (app, { deps, load }) => {
  const open = openOnce(deps, load)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestBody }, (_request, body, done) =>
    done(null, body),
  )
  // Left unread: whoever sends it is known first, and the route that takes it says how much it takes.
  app.addContentTypeParser(uploadType, (_request, payload, done) => done(null, payload))
  app.setErrorHandler(async (error, request, reply) => await sendProblem(deps, request, reply, error))

  for (const mount of mounts) {
    for (const version of ['v1.0', 'beta'] as const) {
      const url = `${mount.prefix}/${version}`
      const handler = async (request: FastifyRequest, reply: FastifyReply) => {
        const { platform, parts } = await open()
        const { tenant, ...caller } = await parts[mount.finds](deps, request)
        const asked = toGraphRequest(request, { version, url }, tenant, caller)
        const answer = isBatch(asked)
          ? await answerBatch(platform, asked, idsOf(deps, request))
          : await serveGraph(platform, asked)
        return await sendAnswer(deps, request, reply, answer)
      }
      for (const path of [url, `${url}/*`]) {
        app.route({ method: [...graphMethods, 'OPTIONS'], url: path, config: mount.config, handler })
      }
    }
  }
}

/** Put the platform together, once. If that fails, the next call tries again. */
function openOnce(deps: ServerDeps, load: GraphOptions['load']) {
  let opened: Promise<{ readonly platform: GraphPlatform; readonly parts: GraphParts }> | undefined
  const open = async () => {
    const parts = await load()
    const router = graphRouter(parts.routes, missingOperations)
    return { platform: { deps, router, throttle: newThrottle(deps.now) }, parts }
  }
  return () => {
    opened ??= open().catch((cause: unknown) => {
      opened = undefined
      throw cause
    })
    return opened
  }
}

function toGraphRequest(
  request: FastifyRequest,
  { version, url }: { readonly version: GraphVersion; readonly url: string },
  tenant: Tenant,
  caller: GraphCaller,
): GraphRequest {
  const [path = '', ...search] = request.url.slice(url.length).split('?')
  return {
    version,
    method: request.method === 'HEAD' ? 'GET' : request.method,
    path,
    search: search.join('?'),
    headers: singleHeaders(request),
    body: readJson(request),
    ...(request.body instanceof Readable && { upload: request.body }),
    tenant,
    caller,
    visitor: request.visitor,
  }
}

/** Read a body: JSON, or nothing. @throws GraphRefusal `unsupportedMediaType`, `BadRequest` */
function readJson(request: FastifyRequest): unknown {
  const { body } = request
  if (!Buffer.isBuffer(body) || body.length === 0) return undefined
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new GraphRefusal('unsupportedMediaType', 'The body is to be application/json.')
  }
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(body)
    if (nestsDeeply(json)) throw new RangeError('it nests too deeply')
    return JSON.parse(json)
  } catch (cause) {
    throw new GraphRefusal(
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
      { cause },
    )
  }
}

function singleHeaders({ headers }: FastifyRequest): GraphRequest['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
}

async function sendProblem(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): Promise<FastifyReply> {
  const { answer, fault, code, detail } = toGraphProblem(error, idsOf(deps, request))
  if (fault) request.log.error({ err: error }, 'fault')
  else request.log.info({ code, detail }, 'refused')
  return await sendAnswer(deps, request, reply, answer)
}

function sendAnswer(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body, headers = {}, stream }: GraphAnswer,
): FastifyReply {
  const { requestId, clientRequestId, at } = idsOf(deps, request)
  void reply.code(status).headers({
    'request-id': requestId,
    'client-request-id': clientRequestId,
    'odata-version': '4.0',
    date: at.toUTCString(),
    ...headers,
  })
  if (stream !== undefined) return reply.type(stream.type).send(stream.open())
  return body === undefined ? reply.send() : reply.type(jsonHeader).send(JSON.stringify(body))
}

/** The caller's own id for the request comes back as it came, if it looks like one. */
function idsOf(deps: ServerDeps, { id, headers }: FastifyRequest): RequestIds {
  const named = headers['client-request-id']
  const usable = typeof named === 'string' && /^[\w.-]{1,100}$/.test(named)
  return { requestId: id, clientRequestId: usable ? named : id, at: deps.now() }
}
