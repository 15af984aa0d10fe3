import { readFileSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Config } from '../config.ts'
import { toPlainAddress } from '../http/address-ranges.ts'
import { nodeHttp } from '../http/node-http.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { openTunnelService } from './tunnel-service.ts'
import { upgradeAddress } from './upgrade-address.ts'

/** What the tunnel service alone needs. */
export interface TunnelDeps {
  readonly config: Config
  readonly metrics: Metrics
  readonly random: (length: number) => Uint8Array
}

/** A tunnel service that runs by itself, without a database. Besides tunnels it has `/healthz` and `/metrics`. */
export async function serveTunnels({ config, metrics, random }: TunnelDeps): Promise<{
  readonly server: Server
  stop(): Promise<void>
}> {
  const routingId = config.tunnel?.routingId ?? Buffer.from(random(3)).toString('hex')
  const service = openTunnelService({ routingId, random, count: metrics.tunnels })
  const server = makeServer(config, (request, response) => {
    const mayReadMetrics = config.metricsFrom.has(toPlainAddress(request.socket.remoteAddress ?? ''))
    if (request.url === '/healthz') response.end('{"status":"ok"}')
    else if (request.url === '/metrics' && mayReadMetrics) {
      metrics.render().then(
        ({ contentType, text }) => response.setHeader('content-type', contentType).end(text),
        () => response.writeHead(500).end(),
      )
    } else response.writeHead(404).end()
  })
  server.on('upgrade', (request, socket, head) => {
    service.upgrade(request, socket, head, upgradeAddress(request, config.trustedProxies))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: config.port, host: config.host }, resolve)
  })
  return {
    server,
    stop() {
      service.close()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function makeServer({ tls }: Config, listener: RequestListener): Server {
  if (tls === undefined) return nodeHttp.createServer(listener)
  return createTlsServer(
    { cert: readFileSync(tls.certificateFile), key: readFileSync(tls.keyFile) },
    listener,
  )
}
