import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Registry } from 'prom-client'
import type { Metrics } from './metrics.ts'

/** Metrics for Prometheus. The library is loaded when the first thing is counted, not at start. */
export function prometheusMetrics(reads: { readonly countOutbox: () => Promise<number> }): Metrics {
  const lag = monitorEventLoopDelay({ resolution: 20 })
  lag.enable()
  let loading: Promise<Instruments> | undefined
  let loaded: Instruments | undefined
  const instruments = () => {
    loading ??= makeInstruments(lag, reads.countOutbox).then((made) => {
      loaded = made
      return made
    })
    return loading
  }
  /** Count now if we can, else as soon as the library is there. */
  const count = (use: (made: Instruments) => void) => {
    if (loaded) use(loaded)
    else void instruments().then(use)
  }
  return {
    countSignIn: (labels) => count((made) => made.signIns.inc(labels)),
    observeRequest: (labels, seconds) => count((made) => made.requests.observe(labels, seconds)),
    countMessage: (labels) => count((made) => made.messages.inc(labels)),
    async render() {
      const { registry } = await instruments()
      return { contentType: registry.contentType, text: await registry.metrics() }
    },
  }
}

type Instruments = Awaited<ReturnType<typeof makeInstruments>>

async function makeInstruments(
  lag: ReturnType<typeof monitorEventLoopDelay>,
  countOutbox: () => Promise<number>,
) {
  const { Counter, Gauge, Histogram, Registry } = await import('prom-client')
  const registry: Registry = new Registry()
  const registers = [registry]
  const signIns = new Counter({
    name: 'latchkey_sign_ins_total',
    help: 'Attempts to sign in, by outcome, method and refusal.',
    labelNames: ['outcome', 'method', 'code'],
    registers,
  })
  const messages = new Counter({
    name: 'latchkey_outbox_messages_total',
    help: 'Messages of the outbox, by kind and what became of them.',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const requests = new Histogram({
    name: 'latchkey_request_duration_seconds',
    help: 'Time to answer, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  })
  new Gauge({
    name: 'latchkey_event_loop_lag_seconds',
    help: '99th percentile of the event loop delay since the last scrape.',
    registers,
    collect() {
      this.set(lag.percentile(99) / 1e9)
      lag.reset()
    },
  })
  new Gauge({
    name: 'latchkey_outbox_depth',
    help: 'Messages that wait to be sent.',
    registers,
    async collect() {
      this.set(await countOutbox())
    },
  })
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
  return { registry, signIns, messages, requests }
}
