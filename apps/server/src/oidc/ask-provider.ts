import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import type { Config } from '../config.ts'
import { nodeHttp } from '../http/node-http.ts'
import type { Exchange } from './exchange.ts'
import { putExchange } from './exchange.ts'
import type { TenantProvider } from './tenant-provider.ts'

/** What the provider answered. */
export interface ProviderAnswer {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: unknown
}

/** What to ask it. */
export interface ProviderAsk {
  /** Below the tenant, without the query: one of `routes`, or below one. */
  readonly path: string
  readonly exchange: Exchange
}

/**
 * Ask a tenant's provider, and hand back its answer, so that it leaves by the same door as every other.
 *
 * The provider gets a request of our own making: with the address that we are configured to have, whatever `Host` or
 * `Forwarded` said, and with a body that was read once.
 */
export async function askProvider(
  config: Config,
  { provider, answers }: TenantProvider,
  { path, exchange }: ProviderAsk,
): Promise<ProviderAnswer> {
  const request = writeRequest(config, path, exchange)
  const response = new nodeHttp.ServerResponse(request)
  putExchange(request, exchange)
  return await new Promise((resolve, reject) => {
    answers.set(request, { resolve, reject })
    provider.callback()(request, response).catch(reject)
  })
}

/** What stands in for a request of the browser when only its cookies matter. */
export function writeRequest(config: Config, path: string, exchange: Exchange): IncomingMessage {
  const { raw } = exchange.request
  const isForm = raw.method === 'POST'
  const body = isForm ? exchange.form.toString() : ''
  const query = isForm ? '' : `?${exchange.form}`
  const request = new nodeHttp.IncomingMessage(raw.socket)
  request.method = raw.method ?? 'GET'
  request.url = `${path}${query}`
  Object.assign(request, { originalUrl: `/${exchange.tenant.tenantId}${request.url}` })
  request.headers = {
    ...raw.headers,
    host: config.url.host,
    'x-forwarded-host': config.url.host,
    'x-forwarded-proto': config.url.protocol.slice(0, -1),
    'content-length': String(Buffer.byteLength(body)),
    ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }),
  }
  if (!isForm) delete request.headers['content-type']
  request.push(body)
  request.push(null)
  // Or its end would be taken for a connection that broke.
  request.complete = true
  return request
}
