import { monitorEventLoopDelay } from 'node:perf_hooks'
import { counter, expositionType, gauge, histogram, writeMetrics } from './exposition.ts'
import type { Metrics } from './metrics.ts'

/** Upper bounds of the time to answer, in seconds. */
const answerBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

/** Metrics for Prometheus. */
export function prometheusMetrics(reads: { readonly countOutbox: () => Promise<number> }): Metrics {
  const signIns = counter(
    { name: 'latchkey_sign_ins_total', help: 'Attempts to sign in, by outcome, method and refusal.' },
    'outcome',
    'method',
    'code',
  )
  const messages = counter(
    {
      name: 'latchkey_outbox_messages_total',
      help: 'Messages of the outbox, by kind and what became of them.',
    },
    'kind',
    'outcome',
  )
  const requests = histogram(
    { name: 'latchkey_request_duration_seconds', help: 'Time to answer, by route pattern.' },
    answerBounds,
    'method',
    'route',
    'status',
  )
  const { tunnels, tunnelMetrics } = countTunnels()
  const metrics = [signIns, messages, requests, ...tunnelMetrics, ...measureProcess(reads)]
  return {
    countSignIn: (labels) => signIns.add(labels),
    observeRequest: (labels, seconds) => requests.observe(labels, seconds),
    countMessage: (labels) => messages.add(labels),
    tunnels,
    render: async () => ({ contentType: expositionType, text: await writeMetrics(metrics) }),
  }
}

function countTunnels() {
  const sockets = counter(
    {
      name: 'latchkey_tunnel_sockets_total',
      help: 'Sockets that came to the tunnel service, by what they came for.',
    },
    'kind',
  )
  const refusals = counter(
    {
      name: 'latchkey_tunnel_refusals_total',
      help: 'Sockets that the tunnel service refused, by what they came for and the status they got.',
    },
    'kind',
    'status',
  )
  const messages = counter({ name: 'latchkey_tunnel_messages_total', help: 'Messages through tunnels.' })
  const bytes = counter({
    name: 'latchkey_tunnel_bytes_total',
    help: 'Bytes of the messages through tunnels.',
  })
  let open = 0
  const openTunnels = gauge(
    { name: 'latchkey_tunnels_open', help: 'Tunnels that are open, with one end or two.' },
    () => open,
  )
  const tunnels: Metrics['tunnels'] = {
    opened: (kind) => sockets.add({ kind }),
    refused: (kind, status) => refusals.add({ kind, status }),
    message(length) {
      messages.add({})
      bytes.add({}, length)
    },
    openTunnels(number) {
      open = number
    },
  }
  return { tunnels, tunnelMetrics: [sockets, refusals, messages, bytes, openTunnels] }
}

function measureProcess({ countOutbox }: { readonly countOutbox: () => Promise<number> }) {
  const lag = monitorEventLoopDelay({ resolution: 20 })
  lag.enable()
  return [
    gauge(
      {
        name: 'latchkey_event_loop_lag_seconds',
        help: '99th percentile of the event loop delay since the last scrape.',
      },
      () => {
        const seconds = lag.percentile(99) / 1e9
        lag.reset()
        return seconds
      },
    ),
    gauge({ name: 'latchkey_outbox_depth', help: 'Messages that wait to be sent.' }, countOutbox),
    gauge({ name: 'process_resident_memory_bytes', help: 'Resident memory.' }, () =>
      process.memoryUsage.rss(),
    ),
  ]
}
