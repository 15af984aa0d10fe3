import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { ColumnTypes } from '../dialect/column-types.ts'
import type { Schema } from '../schema.ts'
import { approvals } from './approvals/approvals.ts'
import { askedAgain } from './asked-again/asked-again.ts'
import { begin } from './begin/begin.ts'
import { branding } from './branding/branding.ts'
import { campaign } from './campaign/campaign.ts'
import { campaignMail } from './campaign-mail/campaign-mail.ts'
import { deviceLinks } from './device-links/device-links.ts'
import { devices } from './devices/devices.ts'
import { domains } from './domains/domains.ts'
import { elapsed } from './elapsed/elapsed.ts'
import { fillSteps } from './elapsed/fill-steps.ts'
import { graph } from './graph/graph.ts'
import { guide } from './guide/guide.ts'
import { lockOut } from './lock-out/lock-out.ts'
import { logStreams } from './log-streams/log-streams.ts'
import { optionalClaims } from './optional-claims/optional-claims.ts'
import { passRequests } from './pass-requests/pass-requests.ts'
import { peopleImport } from './people-import/people-import.ts'
import { fillPersonTerms } from './people-search/fill-person-terms.ts'
import { peopleSearch } from './people-search/people-search.ts'
import { permissions } from './permissions/permissions.ts'
import { providers } from './providers/providers.ts'
import { registeredDevices } from './registered-devices/registered-devices.ts'
import { rules } from './rules/rules.ts'
import { steps } from './steps/steps.ts'
import { terms } from './terms/terms.ts'
import { trust } from './trust/trust.ts'
import { unfinished } from './unfinished/unfinished.ts'
import { waves } from './waves/waves.ts'

/** Every migration there ever was, in order. They only go forward, and one that was released never changes. */
export const migrations: Readonly<Record<string, (types: ColumnTypes) => readonly string[]>> = {
  '0001_begin': begin,
  '0002_trust': trust,
  '0003_rules': rules,
  '0004_graph': graph,
  '0004_permissions': permissions,
  '0005_terms': terms,
  '0006_lock_out': lockOut,
  '0007_devices': devices,
  '0008_people_search': peopleSearch,
  '0009_log_streams': logStreams,
  '0010_pass_requests': passRequests,
  '0011_domains': domains,
  '0012_people_import': peopleImport,
  '0013_unfinished': unfinished,
  '0014_providers': providers,
  '0015_branding': branding,
  '0016_registered_devices': registeredDevices,
  '0017_approvals': approvals,
  '0018_links': deviceLinks,
  '0019_asked_again': askedAgain,
  '0020_optional_claims': optionalClaims,
  '0021_steps': steps,
  '0022_campaign': campaign,
  '0023_waves': waves,
  '0024_campaign_mail': campaignMail,
  '0025_guide': guide,
  '0026_elapsed': elapsed,
}

/** What a migration fills in that statements alone cannot: it runs after them, in the same migration. */
const fillings: Readonly<Record<string, (db: Kysely<Schema>) => Promise<void>>> = {
  '0008_people_search': fillPersonTerms,
  '0026_elapsed': fillSteps,
}

/**
 * Bring a database to the newest schema. Does nothing to one that is there already.
 *
 * @returns how many migrations that took
 * @throws Error if a migration fails, or the database was made by a newer release
 */
export async function migrate(db: Kysely<Schema>, types: ColumnTypes): Promise<number> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => runnable(types) } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('The database could not be migrated', { cause: error })
  return results?.length ?? 0
}

function runnable(types: ColumnTypes): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, statements]) => [
      name,
      {
        async up(db) {
          for (const statement of statements(types)) await sql.raw(statement).execute(db)
          await fillings[name]?.(db)
        },
      } satisfies Migration,
    ]),
  )
}
