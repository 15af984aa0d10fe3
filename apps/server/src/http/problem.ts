import { IdentityRefusal } from '@latchkey/identity'
import { CeremonyRefusal } from '@latchkey/webauthn'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderErrorPage } from '../page/error-page.ts'
import { toPolicyReason } from '../page/policy-reason.ts'
import { requestWords } from '../page/request-words.ts'
import { toShownProblem } from '../page/shown-problem.ts'
import type { ServerDeps } from '../server-deps.ts'
import { toPublicCode } from './public-code.ts'
import { statusOf } from './status-of.ts'

/** What went wrong, as far as a stranger may know it. */
interface Problem {
  /** A refusal's, or of `words`' catalogue for HTTP. */
  readonly code: string
  readonly status: number
  /** For `too_many_attempts`. */
  readonly retryAt?: Date | undefined
  /** For what a policy does not allow: its reason. */
  readonly because?: string | undefined
  /** The log gets the cause of a fault, and the true name of a refusal. */
  readonly fault: boolean
}

/** Turn what a route throws into an answer: RFC 9457 for scripts, a page for people. The only place that does. */
export function answerProblem(deps: ServerDeps) {
  return async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const problem = toProblem(error)
    if (problem.fault) request.log.error({ err: error }, 'fault')
    else request.log.info({ code: codeOf(error), detail: detailOf(error) }, 'refused')
    return await sendProblem(deps, request, reply, problem)
  }
}

/** Answer for a page that is not there. */
export function answerNotFound(deps: ServerDeps) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    await sendProblem(deps, request, reply, { code: 'page_not_found', status: 404 })
}

/** Refuse by a code that is HTTP's and nobody's else. */
export async function sendProblem(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { code, status, retryAt, because }: Omit<Problem, 'fault'>,
): Promise<FastifyReply> {
  request.server.recentProblems.note(request.id, code)
  const retryInSeconds = retryAt && Math.max(1, Math.ceil((retryAt.getTime() - deps.now().getTime()) / 1000))
  if (retryInSeconds !== undefined) void reply.header('retry-after', retryInSeconds)
  if (wantsPage(request)) return await renderErrorPage(reply, { code, status, retryInSeconds })
  return reply
    .code(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:latchkey:${code}`,
        status,
        correlationId: request.id,
        retryAt: retryAt?.toISOString(),
        ...toShownProblem(requestWords(request), code, retryInSeconds),
        ...toPolicyReason(requestWords(request), code, because),
      }),
    )
}

function toProblem(error: unknown): Problem {
  if (isRefusal(error)) {
    const code = toPublicCode(error.code)
    const retryAt = error instanceof IdentityRefusal ? error.retryAt : undefined
    return { code, status: statusOf[code], retryAt, because: error.detail, fault: false }
  }
  const status = statusOfHttp(error)
  if (status === undefined) return { code: 'fault', status: 500, fault: true }
  return { code: 'request_unreadable', status, fault: false }
}

function isRefusal(error: unknown): error is IdentityRefusal | CeremonyRefusal {
  return error instanceof IdentityRefusal || error instanceof CeremonyRefusal
}

/** Fastify's own refusals: a body that is too large, or no JSON. */
function statusOfHttp(error: unknown): number | undefined {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

function detailOf(error: unknown): string | undefined {
  return isRefusal(error) ? error.detail : undefined
}

/** A browser on its way to a page, as opposed to a script that reads JSON. */
function wantsPage({ headers }: FastifyRequest): boolean {
  const mode = headers['sec-fetch-mode']
  if (mode !== undefined) return mode === 'navigate'
  return headers.accept?.includes('text/html') === true
}
