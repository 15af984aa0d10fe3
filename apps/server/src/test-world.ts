import { randomBytes } from 'node:crypto'
import { openKeyring } from '@latchkey/identity'
import { openStores } from '@latchkey/store'
import type { FastifyInstance } from 'fastify'
import { noCountries } from './access/country-of.ts'
import { buildServer } from './build-server.ts'
import { jsonLog } from './cli/json-log.ts'
import { readConfig } from './config.ts'
import { placeBy } from './lock-out/place-by.ts'
import { logReaderHere } from './log-export/log-reader-here.ts'
import { prometheusMetrics } from './metrics/prometheus-metrics.ts'
import type { ServerDeps } from './server-deps.ts'

/** A server for tests: real stores in a throw-away database, a clock that can be moved, and a log that can be read. */
export interface TestWorld {
  readonly deps: ServerDeps
  readonly app: FastifyInstance
  readonly clock: { at: Date }
  /** Everything the log was told, a line each. */
  readonly logged: readonly string[]
  close(): Promise<void>
}

/** Open one. @param variables configuration, as environment variables */
export async function openTestWorld(variables: Readonly<Record<string, string>> = {}): Promise<TestWorld> {
  const config = readConfig({ LATCHKEY_LOG_LEVEL: 'debug', ...variables })
  const clock = { at: new Date('2026-03-02T09:00:00Z') }
  const now = () => clock.at
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const logged: string[] = []
  const stores = await openStores({ database: ':memory:' })
  const deps: ServerDeps = {
    config,
    log: jsonLog(config.logLevel, { write: (line) => void logged.push(line) }),
    metrics: prometheusMetrics({ countOutbox: () => stores.outbox.count() }),
    stores,
    keyring: await openKeyring({ stores, masterKey: random(32), now, random }),
    rp: { rpId: config.rpId, rpName: config.rpName, origins: [config.url.origin] },
    now,
    random,
    countryOf: noCountries,
    logs: logReaderHere({ shelves: stores, countryOf: noCountries, now }),
    lockOut: { placeOf: placeBy(noCountries) },
    ceremonySeconds: config.ceremonySeconds,
  }
  const app = await buildServer(deps)
  return {
    deps,
    app,
    clock,
    logged,
    async close() {
      await app.close()
      await stores.close()
    },
  }
}
