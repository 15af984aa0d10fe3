import { phoneRinger } from '../approvals/ring-phones.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { openTunnelService, refuseUpgrade } from './tunnel-service.ts'
import { upgradeAddress } from './upgrade-address.ts'

/**
 * The tunnel service beside everything else, on the same port. It has no cookies and reads none, so it does not matter
 * which page opens a tunnel.
 */
export const tunnelPlugin: ServerPlugin = async (app, { deps }) => {
  const { config, random, metrics } = deps
  const routingId = config.tunnel?.routingId ?? Buffer.from(random(3)).toString('hex')
  const service = openTunnelService({
    routingId,
    random,
    count: metrics.tunnels,
    onMissedCall: phoneRinger(deps),
    isForgotten: async (contactId) => !(await deps.stores.deviceLinks.hasContact(contactId)),
  })
  app.server.on('upgrade', (request, socket, head) => {
    if (app.draining.active) return refuseUpgrade(socket, 503)
    service.upgrade(request, socket, head, upgradeAddress(request, config.trustedProxies))
  })
  // Tunnels are no requests that finish: who waits for them to end waits for minutes.
  app.addHook('preClose', async () => service.close())
}
