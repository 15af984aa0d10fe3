import type { IncomingMessage } from 'node:http'
import type { App, Tenant } from '@latchkey/identity'
import type { FastifyRequest } from 'fastify'
import type { SignedInVisitor } from '../http/session.ts'
import type { AuthorizationDecision } from './decide-authorization.ts'

/** One request to the provider, and what we know about it while it is there. */
export interface Exchange {
  readonly request: FastifyRequest
  readonly tenant: Tenant
  /** What was sent: the query, or the form. */
  readonly form: URLSearchParams
  /** Who is signed in in this browser, read when the provider first wants to know. */
  signedIn?: Promise<SignedInVisitor | undefined>
  app?: App
  /** Whose token it is. */
  holderId?: string
  decision?: Promise<AuthorizationDecision>
  /** The page to answer with, when the provider's own answer would be one. */
  page?: ExchangePage
}

/** A page of ours in place of one of the provider's. */
export type ExchangePage =
  /** Posts the answer to the app. */
  | { readonly kind: 'post'; readonly action: string; readonly fields: Readonly<Record<string, string>> }
  | {
      readonly kind: 'problem'
      readonly error: string
      readonly description: string | undefined
      readonly status: number
    }

/** Requests on their way through the provider. It hands our own request object back to every hook. */
const underway = new WeakMap<IncomingMessage, Exchange>()

export function putExchange(request: IncomingMessage, exchange: Exchange): void {
  underway.set(request, exchange)
}

/** Get what we know about the request that the provider is at. */
export function getExchange(context: { readonly req: IncomingMessage }): Exchange {
  const exchange = underway.get(context.req)
  if (exchange === undefined) throw new Error('the provider was asked by somebody else')
  return exchange
}
