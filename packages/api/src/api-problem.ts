/** What the server said no with, as far as it is known. */
export interface ProblemFacts {
  /** 0: the server could not be reached. */
  readonly status: number
  /** The name of the refusal: of the house if there is one, else of the API. */
  readonly code: string
  /** For whoever looks into it; not for people's eyes if the code has words. */
  readonly message?: string | undefined
  readonly correlationId?: string | undefined
  /** The whole answer: some refusals carry more, such as the people a change would shut out. */
  readonly body?: unknown
}

/** A request that was not done. Thrown by the client; whoever shows it puts the code into words. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly correlationId: string | undefined
  readonly body: unknown

  constructor({ status, code, message, correlationId, body }: ProblemFacts, options?: ErrorOptions) {
    super(message ?? code, options)
    this.status = status
    this.code = code
    this.correlationId = correlationId
    this.body = body
  }
}

/** The code of a problem that never reached the server. */
export const offlineCode = 'browser_offline'

/** Read an answer that is none: RFC 9457's shape, or OData's. */
export function toProblem(status: number, body: unknown, correlationId: string | undefined): ApiProblem {
  const error = pick(body, 'error')
  const type = pick(body, 'type')
  const code =
    text(pick(pick(error, 'innerError'), 'code')) ??
    text(pick(error, 'code')) ??
    (text(type)?.startsWith('urn:latchkey:') ? text(type)?.slice('urn:latchkey:'.length) : undefined) ??
    'fault'
  const message = text(pick(error, 'message')) ?? text(pick(body, 'detail'))
  return new ApiProblem({ status, code, message, correlationId, body })
}

function pick(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
