import { openKeyring } from '@latchkey/identity'
import { openStores } from '@latchkey/store'
import type { FastifyBaseLogger } from 'fastify'
import { type CountryOf, noCountries } from '../access/country-of.ts'
import { logBreakGlass } from '../break-glass/log-break-glass.ts'
import type { Config } from '../config.ts'
import { lockOutAnalyst } from '../lock-out/lock-out-analyst.ts'
import { placeBy } from '../lock-out/place-by.ts'
import { logReader } from '../log-export/log-reader.ts'
import { countSignIns } from '../metrics/count-sign-ins.ts'
import { prometheusMetrics } from '../metrics/prometheus-metrics.ts'
import type { ServerDeps } from '../server-deps.ts'
import { getMasterKey } from './master-key.ts'
import { pooledRandom } from './pooled-random.ts'
import { holdToRpId } from './rp-id.ts'

const random = pooledRandom()

/** Open the database of the configuration, and see that it is ours. @param now another clock than the machine's */
export async function openDeps(
  config: Config,
  log: FastifyBaseLogger,
  now: () => Date = () => new Date(),
): Promise<ServerDeps> {
  const countryOf =
    config.countryDatabase === undefined ? noCountries : await loadCountries(config.countryDatabase)
  const stores = await openStores({ database: config.database })
  try {
    await holdToRpId(stores, config.rpId)
    const masterKey = await getMasterKey(config.masterKey, stores)
    const metrics = prometheusMetrics({ countOutbox: () => stores.outbox.count() })
    const placeOf = placeBy(countryOf)
    const { database, countryDatabase } = config
    const analyst = lockOutAnalyst({ database, countryDatabase, stores, placeOf, now, log })
    const logs = logReader({ database, countryDatabase, now, log })
    return {
      config,
      log,
      metrics,
      countryOf,
      logs,
      lockOut: { placeOf, analyse: analyst.analyse, impactOf: analyst.impactOf },
      waveMeans: { rehearse: analyst.rehearse, listPeople: analyst.listPeople },
      stores: {
        ...logBreakGlass(countSignIns(stores, metrics), log),
        async close() {
          await Promise.all([analyst.stop(), logs.stop()])
          await stores.close()
        },
      },
      keyring: await openKeyring({ stores, masterKey, now, random }),
      rp: {
        rpId: config.rpId,
        rpName: config.rpName,
        origins: [config.url.origin, ...config.relatedOrigins],
      },
      now,
      random,
      ceremonySeconds: config.ceremonySeconds,
    }
  } catch (cause) {
    await stores.close()
    throw cause
  }
}

/** The reader of the database is loaded only where there is one. */
async function loadCountries(path: string): Promise<CountryOf> {
  const { openCountries } = await import('../access/open-countries.ts')
  return openCountries(path)
}

/** Do something with everything open, and close it. */
export async function withDeps<T>(
  world: { readonly config: Config; readonly log: FastifyBaseLogger },
  use: (deps: ServerDeps) => Promise<T>,
): Promise<T> {
  const deps = await openDeps(world.config, world.log)
  try {
    return await use(deps)
  } finally {
    await deps.stores.close()
  }
}
