/** What the API answers when it will not: the code an OData error carries, and its status. */
export const graphCodes = {
  badRequest: 400,
  Request_BadRequest: 400,
  Request_UnsupportedQuery: 400,
  BadRequest: 400,
  InvalidAuthenticationToken: 401,
  insufficient_claims: 401,
  accessDenied: 403,
  Authorization_RequestDenied: 403,
  ResourceNotFound: 404,
  Request_ResourceNotFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  wouldBlockUsers: 409,
  Request_MultipleObjectsWithSameKeyValue: 409,
  preconditionFailed: 412,
  requestEntityTooLarge: 413,
  unsupportedMediaType: 415,
  tooManyRequests: 429,
  generalException: 500,
  notImplemented: 501,
  serviceNotAvailable: 503,
} as const

export type GraphCode = keyof typeof graphCodes

/** What a refusal may carry besides its code and message. */
export interface GraphRefusalOptions extends ErrorOptions {
  /** Sent as headers: `retry-after`, `www-authenticate`, `allow`. By lower-case name. */
  readonly headers?: Readonly<Record<string, string>>
  /** Members beside `date` and the request ids in `innerError`: a document's path, the people a change would block. */
  readonly innerError?: Readonly<Record<string, unknown>>
  /** For the log alone. */
  readonly detail?: string
}

/** A request the API refuses. The message is for whoever calls: it names what was wrong, and never a secret. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal'
  readonly code: GraphCode
  readonly headers: Readonly<Record<string, string>>
  readonly innerError: Readonly<Record<string, unknown>>
  readonly detail: string | undefined

  constructor(code: GraphCode, message: string, options: GraphRefusalOptions = {}) {
    super(message, options)
    this.code = code
    this.headers = options.headers ?? {}
    this.innerError = options.innerError ?? {}
    this.detail = options.detail
  }

  get status(): number {
    return graphCodes[this.code]
  }
}
