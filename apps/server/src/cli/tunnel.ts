import { prometheusMetrics } from '../metrics/prometheus-metrics.ts'
import { type Command, readOptions } from './command.ts'
import { pooledRandom } from './pooled-random.ts'

/** Run the tunnel service by itself, until it is told to stop. */
export const tunnel: Command = {
  name: 'tunnel',
  summary:
    'Run the tunnel service alone, without a database, until it is told to stop by SIGTERM or SIGINT.\nIt listens as the server does: PORT, LATCHKEY_HOST, LATCHKEY_TLS_CERT and LATCHKEY_TLS_KEY.',
  usage: '',
  async run({ config, log, say }, argv) {
    readOptions(argv, {})
    const { serveTunnels } = await import('../tunnel/serve-tunnels.ts')
    const metrics = prometheusMetrics({ countOutbox: async () => 0 })
    const running = await serveTunnels({ config, metrics, random: pooledRandom() })
    say(`The tunnel service is ready on port ${config.port}`)
    const signal = await new Promise<NodeJS.Signals>((resolve) => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    log.info({ signal }, 'stopping')
    await running.stop()
  },
}
