import { IdentityRefusal } from '@latchkey/identity'
import { DocumentRefusal } from '@latchkey/policy'
import { CeremonyRefusal } from '@latchkey/webauthn'
import { findProblemWords, words } from '@latchkey/words'
import { GraphRefusal } from './graph-refusal.ts'
import type { GraphAnswer } from './graph-route.ts'
import { graphStatusOf } from './graph-status-of.ts'
import { toAffected } from './policies/affected-people.ts'

/** What identifies a request in an answer. */
export interface RequestIds {
  readonly requestId: string
  /** As the caller named it, or our own. */
  readonly clientRequestId: string
  readonly at: Date
}

/** An error as it is answered, and whether it was ours to prevent. */
export interface GraphProblem {
  readonly answer: GraphAnswer
  readonly fault: boolean
  /** The name of the refusal, for the log. */
  readonly code: string
  readonly detail: string | undefined
}

/** Graph's names of our fields, for whoever sent them. */
const propertyOf: Readonly<Record<string, string>> = {
  userName: 'userPrincipalName',
  name: 'displayName',
  redirectUri: 'redirectUris',
  password: 'newPassword',
  role: 'appRoleId',
}

/**
 * Turn what a route throws into an OData error. The only place that does.
 *
 * @see https://learn.microsoft.com/graph/errors
 */
export function toGraphProblem(error: unknown, ids: RequestIds): GraphProblem {
  const refusal = toRefusal(error, ids.at)
  const known = refusal ?? new GraphRefusal('generalException', 'An internal error occurred.')
  return {
    answer: {
      status: known.status,
      headers: known.headers,
      body: {
        error: {
          code: known.code,
          message: known.message,
          innerError: {
            ...known.innerError,
            date: ids.at.toISOString().slice(0, 19),
            'request-id': ids.requestId,
            'client-request-id': ids.clientRequestId,
          },
        },
      },
    },
    fault: refusal === undefined,
    code: isOfHouse(error) ? error.code : known.code,
    detail: known.detail,
  }
}

function toRefusal(error: unknown, at: Date): GraphRefusal | undefined {
  if (error instanceof GraphRefusal) return error
  const document = findDocumentRefusal(error)
  if (document !== undefined) return fromDocument(document)
  if (error instanceof IdentityRefusal || error instanceof CeremonyRefusal) return fromHouse(error, at)
  return fromHttp(error)
}

function isOfHouse(error: unknown): error is IdentityRefusal | CeremonyRefusal | DocumentRefusal {
  return (
    error instanceof IdentityRefusal || error instanceof CeremonyRefusal || error instanceof DocumentRefusal
  )
}

/** A document is refused while a route reads it, or while the change is made: then it is the cause. */
function findDocumentRefusal(error: unknown): DocumentRefusal | undefined {
  const refusal = error instanceof IdentityRefusal ? error.cause : error
  return refusal instanceof DocumentRefusal ? refusal : undefined
}

function fromDocument(refusal: DocumentRefusal): GraphRefusal {
  const { path, detail, code } = refusal
  const where = path === '' ? 'the body' : `property '${path}'`
  return new GraphRefusal('badRequest', `Invalid value specified for ${where}: ${detail}.`, {
    cause: refusal,
    innerError: { code, path },
    detail: refusal.message,
  })
}

function fromHouse(error: IdentityRefusal | CeremonyRefusal, at: Date): GraphRefusal {
  const { code } = graphStatusOf(error.code)
  const { retryAt, affected, users } =
    error instanceof IdentityRefusal ? error : { retryAt: undefined, affected: undefined, users: undefined }
  return new GraphRefusal(code, messageOf(error), {
    cause: error,
    innerError: {
      code: error.code,
      ...(affected !== undefined && toAffected(affected)),
      ...(users && { users }),
    },
    ...(error.detail !== undefined && { detail: error.detail }),
    ...(retryAt !== undefined && { headers: { 'retry-after': secondsUntil(retryAt, at) } }),
  })
}

function messageOf({ code, detail }: IdentityRefusal | CeremonyRefusal): string {
  if (code === 'invalid_input') {
    // `password: too common` names the field first.
    const [field = '', why] = (detail ?? '').split(': ')
    const property = propertyOf[field] ?? field
    return `Invalid value specified for property '${property}' of the resource${why === undefined ? '' : `: ${why}`}.`
  }
  if (code === 'not_found') {
    return 'The resource does not exist or one of its queried reference-property objects are not present.'
  }
  if (code === 'not_permitted') return 'Insufficient privileges to complete the operation.'
  if (code === 'already_exists') {
    return 'Another object with the same value for a property that must be unique already exists.'
  }
  const said = findProblemWords(words('en'), code)
  return said === undefined ? code : `${said.title} ${said.reason}`
}

/** Whole seconds. */
function secondsUntil(at: Date, now: Date): string {
  return String(Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1000)))
}

/** Fastify's own refusals: a body that is too large, or cut short. */
function fromHttp(error: unknown): GraphRefusal | undefined {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return new GraphRefusal('requestEntityTooLarge', 'The request body is too large.')
  if (status === 415) return new GraphRefusal('unsupportedMediaType', 'The content type is not supported.')
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined
  return new GraphRefusal('BadRequest', 'The request cannot be read.')
}
