import type { Deps } from '@latchkey/identity'
import type { RolloutStores, WaveMeans } from '@latchkey/rollout'
import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify'
import type { CountryOf } from './access/country-of.ts'
import type { Config } from './config.ts'
import type { LogReader } from './log-export/log-reader.ts'
import type { Metrics } from './metrics/metrics.ts'

/** What everything in the server needs. Built once, by `main.ts`. */
export interface ServerDeps extends Deps {
  readonly stores: RolloutStores
  readonly config: Config
  readonly log: FastifyBaseLogger
  readonly metrics: Metrics
  /** How it is worked out what a wave would do. Absent: here. */
  readonly waveMeans?: WaveMeans
  /** In which country an address is, as far as the operator's database knows. */
  readonly countryOf: CountryOf
  /** Reads much of the logs at once, where nobody who signs in waits for it. */
  readonly logs: LogReader
}

/** A group of routes. Registered by `build-server.ts`, which hands it the dependencies. */
export type ServerPlugin = FastifyPluginAsync<{ deps: ServerDeps }>
