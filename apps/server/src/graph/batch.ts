import { z } from 'zod'
import { type RequestIds, toGraphProblem } from './graph-problem.ts'
import { GraphRefusal } from './graph-refusal.ts'
import type { GraphAnswer } from './graph-route.ts'
import { type GraphPlatform, type GraphRequest, serveGraph } from './serve-graph.ts'

/** How many requests a batch may have. */
const mostRequests = 20

const Batch = z.strictObject({
  requests: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(100),
        method: z.string().regex(/^(GET|POST|PATCH|PUT|DELETE)$/i),
        url: z.string().min(1).max(8000),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).optional(),
      }),
    )
    .min(1),
})

type Step = z.infer<typeof Batch>['requests'][number]

/** Whether a request is one of many. */
export function isBatch({ method, path }: Pick<GraphRequest, 'method' | 'path'>): boolean {
  return method === 'POST' && path.toLowerCase() === '/$batch'
}

/**
 * Answer up to twenty requests in one: each by itself and as the same caller, in the order they stand. One that depends on
 * one that failed is not tried (424).
 *
 * @throws GraphRefusal `BadRequest`
 * @see https://learn.microsoft.com/graph/json-batching
 */
export async function answerBatch(
  platform: GraphPlatform,
  request: GraphRequest,
  ids: RequestIds,
): Promise<GraphAnswer> {
  const steps = readBatch(request.body)
  const failed = new Set<string>()
  const responses: unknown[] = []
  for (const step of steps) {
    const answer = step.dependsOn?.some((id) => failed.has(id))
      ? failedDependency(ids)
      : await answerStep(platform, request, step, ids)
    if (answer.status >= 400) failed.add(step.id)
    const headers = {
      ...answer.headers,
      ...(answer.body !== undefined && { 'Content-Type': 'application/json' }),
    }
    responses.push({
      id: step.id,
      status: answer.status,
      headers,
      ...(answer.body !== undefined && { body: answer.body }),
    })
  }
  return { status: 200, body: { responses } }
}

function readBatch(body: unknown): readonly Step[] {
  const read = Batch.safeParse(body)
  if (!read.success)
    throw bad(`Invalid batch payload format: ${read.error.issues[0]?.path.join('/') || 'requests'}.`)
  const { requests } = read.data
  if (requests.length > mostRequests) {
    throw bad(`Number of batch request steps exceeds the maximum value of ${mostRequests}.`)
  }
  const before = new Set<string>()
  for (const { id, dependsOn = [] } of requests) {
    if (before.has(id)) throw bad(`Request Id '${id}' is not unique in the batch.`)
    if (!dependsOn.every((each) => before.has(each)))
      throw bad(`'${id}' depends on what does not stand before it.`)
    before.add(id)
  }
  return requests
}

async function answerStep(
  platform: GraphPlatform,
  request: GraphRequest,
  step: Step,
  ids: RequestIds,
): Promise<GraphAnswer> {
  const [path = '', ...search] = step.url.split('?')
  const asked: GraphRequest = {
    ...request,
    method: step.method.toUpperCase(),
    path: path.startsWith('/') ? path : `/${path}`,
    search: search.join('?'),
    headers: lowerNames(step.headers ?? {}),
    body: step.body,
  }
  try {
    if (isBatch(asked)) throw bad('A batch is not part of a batch.')
    const answer = await serveGraph(platform, asked)
    if (answer.stream !== undefined) throw bad('What is larger than an answer is not part of a batch.')
    return answer
  } catch (error) {
    const problem = toGraphProblem(error, ids)
    if (problem.fault) platform.deps.log.error({ err: error, correlationId: ids.requestId }, 'fault')
    return problem.answer
  }
}

function failedDependency(ids: RequestIds): GraphAnswer {
  const { answer } = toGraphProblem(bad('A request that this one depends on failed.'), ids)
  return { ...answer, status: 424 }
}

function lowerNames(headers: Readonly<Record<string, string>>): GraphRequest['headers'] {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function bad(message: string): GraphRefusal {
  return new GraphRefusal('BadRequest', message)
}
