import type { FastifyReply } from 'fastify'
import type { ServerDeps } from '../server-deps.ts'
import type { ProviderAnswer } from './ask-provider.ts'
import type { Exchange } from './exchange.ts'
import { showFormPostPage } from './pages/form-post-page.ts'
import { showExpiredRequest, showRefusedRequest } from './pages/problem-page.ts'

/** Headers that are made anew when the answer leaves. */
const notPassedOn = new Set(['content-length', 'content-type', 'transfer-encoding', 'connection'])

/** The library's name for an interaction or a request that is not there any more. */
const expiredErrors = ['interaction session not found', 'authorization request has expired']

/** Send what the provider answered, or the page of ours that stands for it. */
export async function answerExchange(
  reply: FastifyReply,
  exchange: Exchange,
  answer: ProviderAnswer,
): Promise<FastifyReply> {
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !notPassedOn.has(name.toLowerCase())) void reply.header(name, value)
  }
  const { page, tenant } = exchange
  if (page?.kind === 'post') return await showFormPostPage(reply, page)
  if (page?.kind === 'problem') {
    if (expiredErrors.includes(page.description ?? '')) return await showExpiredRequest(reply, tenant)
    return await showRefusedRequest(reply, { ...page, tenant })
  }
  void reply.code(answer.status)
  const { body } = answer
  if (body === undefined || body === null || body === '') return reply.send()
  if (typeof body === 'object' && !Buffer.isBuffer(body)) return reply.send(body)
  const type = answer.headers['content-type']
  return reply.type(typeof type === 'string' ? type : 'text/plain; charset=utf-8').send(body)
}

/** What we add to what the token endpoint and its neighbours answer in JSON. */
export function completeJson(deps: ServerDeps, exchange: Exchange, answer: ProviderAnswer): ProviderAnswer {
  const { body } = answer
  if (typeof body !== 'object' || body === null) return answer
  if ('error' in body) return { ...answer, body: { ...body, ...describeFailure(deps, exchange.request.id) } }
  if (!('access_token' in body) || exchange.form.get('client_info') !== '1') return answer
  return { ...answer, body: { ...body, ...describeHolder(exchange) } }
}

/** What stands beside an OAuth error, in Entra's words: where to find it in our log. */
export function describeFailure({ now }: Pick<ServerDeps, 'now'>, correlationId: string) {
  const timestamp = `${now().toISOString().slice(0, 19).replace('T', ' ')}Z`
  return { correlation_id: correlationId, trace_id: correlationId, timestamp }
}

/** What MSAL asks for with `client_info=1`: the account's ids, in base64url. */
function describeHolder({ tenant, holderId }: Exchange) {
  if (holderId === undefined) return {}
  const ids = JSON.stringify({ uid: holderId, utid: tenant.tenantId })
  return { client_info: Buffer.from(ids).toString('base64url') }
}
