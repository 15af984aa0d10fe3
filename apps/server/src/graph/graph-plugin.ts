import type { Tenant } from '@latchkey/identity'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
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

/** Find who calls, by the token in `Authorization` and nothing else. @throws GraphRefusal `InvalidAuthenticationToken` */
export type FindCaller = (
  deps: ServerDeps,
  request: FastifyRequest,
) => Promise<GraphCaller & { readonly tenant: Tenant }>

/** What the API is made of. */
export interface GraphParts {
  readonly routes: readonly GraphRoute[]
  readonly findCaller: FindCaller
}

export interface GraphOptions {
  readonly deps: ServerDeps
  /** Gives the parts when somebody first calls: a server that nobody scripts never loads them. */
  load(): Promise<GraphParts>
}

/** The largest body we take. */
const largestBody = 256 * 1024

/** Bearer tokens alone count, so another site's page gains nothing by calling; without CORS headers it reads nothing. */
const byTokens = { config: { crossOrigin: 'oauth' as const } }

const jsonHeader =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

/** The Graph-shaped API, mounted at `/v1.0` and `/beta`. */
export const graphPlugin: FastifyPluginAsync<GraphOptions> = async (app, { deps, load }) => {
  const open = openOnce(deps, load)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestBody }, (_request, body, done) =>
    done(null, body),
  )
  app.setErrorHandler(async (error, request, reply) => await sendProblem(deps, request, reply, error))

  for (const version of ['v1.0', 'beta'] as const) {
    const serve = async (request: FastifyRequest, reply: FastifyReply) => {
      const { platform, findCaller } = await open()
      const { tenant, ...caller } = await findCaller(deps, request)
      const asked = toGraphRequest(request, version, tenant, caller)
      const answer = isBatch(asked)
        ? await answerBatch(platform, asked, idsOf(deps, request))
        : await serveGraph(platform, asked)
      return await sendAnswer(deps, request, reply, answer)
    }
    for (const url of [`/${version}`, `/${version}/*`]) {
      app.route({ method: [...graphMethods, 'OPTIONS'], url, ...byTokens, handler: serve })
    }
  }
}

/** Put the platform together, once. If that fails, the next call tries again. */
function openOnce(deps: ServerDeps, load: GraphOptions['load']) {
  let opened: Promise<{ readonly platform: GraphPlatform; readonly findCaller: FindCaller }> | undefined
  const open = async () => {
    const { routes, findCaller } = await load()
    const router = graphRouter(routes, missingOperations)
    return { platform: { deps, router, throttle: newThrottle(deps.now) }, findCaller }
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
  version: GraphVersion,
  tenant: Tenant,
  caller: GraphCaller,
): GraphRequest {
  const [path = '', ...search] = request.url.slice(version.length + 1).split('?')
  return {
    version,
    method: request.method === 'HEAD' ? 'GET' : request.method,
    path,
    search: search.join('?'),
    headers: singleHeaders(request),
    body: readJson(request),
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
  { status, body, headers = {} }: GraphAnswer,
): FastifyReply {
  const { requestId, clientRequestId, at } = idsOf(deps, request)
  void reply.code(status).headers({
    'request-id': requestId,
    'client-request-id': clientRequestId,
    'odata-version': '4.0',
    date: at.toUTCString(),
    ...headers,
  })
  return body === undefined ? reply.send() : reply.type(jsonHeader).send(JSON.stringify(body))
}

/** The caller's own id for the request comes back as it came, if it looks like one. */
function idsOf(deps: ServerDeps, { id, headers }: FastifyRequest): RequestIds {
  const named = headers['client-request-id']
  const usable = typeof named === 'string' && /^[\w.-]{1,100}$/.test(named)
  return { requestId: id, clientRequestId: usable ? named : id, at: deps.now() }
}
