import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { tenanted, twins } from '../../test/contract/isolation.ts'
import { aMetadataState, aModel, bytes, now } from '../../test/contract/world.ts'
import { freshSqlite } from '../../test/databases.ts'
import { sqliteTypes } from '../dialect/column-types.ts'
import { tellSizes } from '../dialect/sqlite-statistics.ts'
import { migrations } from '../migrations/migrate.ts'

const open = freshSqlite()

/** What looks at a whole table on purpose: it asks for all of it, or there are only a few rows. */
const wholeTables = [
  /^select \* from "tenant" order by/,
  /^select \* from "signing_key" order by/,
  /^select \* from "sealing_key" order by/,
  /^delete from "one_time_link" where "purpose"/,
  /^select count\(\*\) as "messages" from "outbox"/,
  /^delete from "metadata_model"$/,
  /^select .* from "metadata_model" order by/,
  /^select \* from "device_ca" order by/,
  /^select \* from "log_stream" where "sealed_secret" is not null/,
]

/** These ask for all that a tenant has of something, in the order of a list. */
const wholeTenants = [
  /^select \* from "(person_group|app|signing_key|organisation_root|rule_document|device|log_stream)" where "tenant_id" = \? order by/,
  /^select "registered_device"\.\*.* where "registered_device"\."tenant_id" = \? order by/,
  /^select "domain" from "domain"/,
  /^select \* from "(domain|domain_claim)" where "tenant_id" = \? order by/,
  /^select (count\(\*\) as "total"|"user_name") from "person" where "tenant_id" = \? and "user_name" like/,
  /^select "image_id" from "brand_image"/,
  // One of an organisation's domains becomes the default, and no other stays it.
  /^update "domain" set "is_default"/,
  /^select count\(\*\) as "people" from "person"/,
  /^select \* from "described_provider" where "tenant_id" = \? order by/,
  // Who agreed to what, for the list that is taken away.
  /^select "user_id", "terms_id", "version", max\("at"\) as "at" from "terms_acceptance" where "tenant_id" = \? and "state" = \? group by/,
  // The two ends of a stretch of history, of each document in it: the stretch is the question.
  /^select "change"\.\* from "rule_change" as "change" inner join/,
  // And these only for the first of them.
  /^select \* from "person_import" where "tenant_id" = \? order by "import_id" desc limit/,
  /^select "tenant_id", "user_id", 0 as "turn"/,
  // Whom a change of rules shuts out is asked of everybody, in one statement for each thing people have.
  /^select "user_id"[^()]* from "(person|credential)" where "tenant_id" = \?( and "enabled" = \?)? order by/,
  /^select "credential"\."user_id", "credential"\."aaguid", .* where "credential"\."tenant_id" = \? order by/,
  /^select "approver"\."user_id" from "approver" .* where "approver"\."tenant_id" = \? and "device"\."enabled" = 1$/,
  /^select "user_id"[^()]* from "(group_member|administrator_role|remembered_browser)" where "tenant_id" = \? order by/,
  /^select "user_id"[^()]* from "(password|totp|temporary_access_pass)" where "tenant_id" = \?$/,
  // The first page counts everybody, in a worker, and keeps what it counted.
  /^select count\(\*\) as "people", count\(\*\) filter/,
  /^select "aaguid", count\(distinct "user_id"\)/,
  /^select count\(\*\) as "in_use", min/,
  // And so are the figures of a rollout, from everything that happened.
  /^select "wave_id", "mail_kind", min\("at"\) as "first_at"/,
  /^select "code", "aaguid", count\(\*\) as "failures"/,
  // These read an index that holds what they ask for and nothing else.
  /^select \(select count\(\*\) as "n" from "audit" .* "used_at" is not null\) as "used"$/,
  /^select "user_id" from "person" where "tenant_id" = \? and "break_glass" = 1 order by/,
  // What became of every mail of a campaign, the latest of them, those that wait, and every text.
  /^select "wave_id", "kind", "day_zero", "state", count\(\*\) as "mails"/,
  /^select \* from "campaign_mail" where "tenant_id" = \? order by "mail_id" desc limit/,
  /^select count\(\*\) as "mails" from "campaign_mail" where "tenant_id" = \? and "state" = 'waiting'$/,
  /^select \* from "campaign_mail_text" where "tenant_id" = \? order by/,
  // A handful each: the waves, what was noted of pilots, the steps of the guide that were replaced, systems that are new.
  /^select \* from "wave" where "tenant_id" = \? order by/,
  /^select \* from "pilot_note" where "tenant_id" = \? order by/,
  /^select \* from "guide_override" where "tenant_id" = \? (and "language" = \? )?order by/,
  /^delete from "guide_picture" where "tenant_id" = \? and "picture_id" not in/,
  /^select \* from "newer_system" where "tenant_id" = \? and "dismissed" = \? order by/,
  // Whom the campaign reaches is counted of everybody, when an administrator asks.
  /^select count\(\*\) as "people", coalesce\(sum\(case when not exists/,
]

const onPurpose = [...wholeTables, ...wholeTenants]

test('no statement of the stores walks through a whole table', async () => {
  const { stores } = await twins(open)
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')

  // Some come too late, after what they refer to was removed: their statements count all the same.
  for (const call of Object.values(tenanted)) await call(stores).catch(() => {})
  await stores.tenants.findByDomain('x')
  await stores.domains.listUnchecked(now, 1)
  await stores.domains.listClaimants('x')
  await stores.credentials.findByRp('x', bytes(1, 1))
  await stores.credentials.count('x')
  await stores.spentChallenges.removeExpired(now)
  await stores.unfinished.removeExpired(now)
  await stores.totps.listSealed({ limit: 1 })
  await stores.links.find(bytes(32, 1), now)
  await stores.links.take(bytes(32, 1), now)
  await stores.sessions.removeDead(now)
  await stores.passRequests.removeBefore(now)
  await stores.passRequests.list('x', { limit: 1 })
  await stores.artefacts.findTenantByUserCode('x', now)
  await stores.artefacts.removeExpired(now)
  await stores.signingKeys.removeRetired(now)
  await stores.throttle.removeExpired(now)
  await stores.signIns.removeBefore(now)
  await stores.stepEvents.removeBefore(now)
  await stores.outbox.takeDue(now, now, 1)
  await stores.leases.take('x', 'x', now, now)
  await stores.instance.find('x')
  await stores.credentials.countOfModel('x')
  await stores.metadata.findState()
  await stores.metadata.replace(aMetadataState(), [aModel()])
  await stores.metadata.find('x')
  await stores.metadata.findStatusReports('x')
  await stores.metadata.list()
  await stores.trust.listDeviceCas()
  await stores.logStreams.listDue(now)
  await stores.logStreams.listSealed()

  const statements = new Set(prepare.mock.calls.map(([sql]) => sql))
  prepare.mockRestore()
  expect(statements.size).toBeGreaterThan(80)
  const file = withSchema()
  const walking = [...statements]
    .filter((sql) => /^(select|insert|update|delete)/.test(sql) && !onPurpose.some((each) => each.test(sql)))
    .flatMap((sql) =>
      plan(file, sql)
        .filter(isWalk)
        .map((step) => `${step}: ${sql}`),
    )
  expect(walking).toEqual([])
})

test('what is asked in every change of rules reads an index of its own', () => {
  const file = withSchema()

  const used = plan(
    file,
    'select count(*) from temporary_access_pass where tenant_id = ? and used_at is not null',
  )
  const kept = plan(
    file,
    'select user_id from person where tenant_id = ? and break_glass = 1 order by user_id',
  )

  expect(used.join()).toContain('used_pass')
  expect(kept.join()).toContain('account_for_emergencies')
})

function withSchema(): DatabaseSync {
  const file = new DatabaseSync(':memory:')
  for (const statements of Object.values(migrations)) {
    for (const sql of statements(sqliteTypes)) file.exec(sql)
  }
  tellSizes(file)
  file.exec('analyze sqlite_schema')
  return file
}

const plan = (file: DatabaseSync, sql: string): string[] =>
  file
    .prepare(`explain query plan ${sql}`)
    .all(...Array.from(sql.matchAll(/\?/g), () => 1))
    .map((row) => String(row['detail']))

/** `SCAN t` reads every row; what SQLite makes itself (`after`, `page`, a constant row …) is small. */
const isWalk = (step: string): boolean =>
  (/^SCAN (?!after|wrapped|page|candidate|some|\d+-ROW VALUES|CONSTANT|\(|ONE)/.test(step) &&
    !/USING (COVERING )?INDEX/.test(step)) ||
  // Found by the tenant alone: that reads all the tenant has.
  (/\(tenant_id=\?\)$/.test(step) &&
    !/^SEARCH (tenant|device_ca|home_summary|preflight|pilot|campaign_mail_settings|wrapped) /.test(step))
