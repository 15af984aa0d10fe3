import { type Domain, type DomainClaim, type DomainStore, IdentityRefusal } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, ifPresent, present, toFlag, toInstant, toOptionalInstant } from '../rows.ts'
import type { DomainClaimTable, DomainTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; domain: string }
type ClaimCheck = Key & { checkedAt: number; outcome: NonNullable<DomainClaim['outcome']> }

const byName = statement((db, key: Key) =>
  db.selectFrom('domain').selectAll().where('domain', '=', key.domain).where('tenant_id', '=', key.tenantId),
)
const ofTenant = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('domain')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('is_default', 'desc')
    .orderBy('created_at')
    .orderBy('domain'),
)
const insertDomain = statement((db, row: DomainTable) =>
  db
    .insertInto('domain')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const chooseDefault = statement((db, key: Key) =>
  db
    .updateTable('domain')
    .set((e) => ({ is_default: e.case().when('domain', '=', key.domain).then(1).else(0).end() }))
    .where('tenant_id', '=', key.tenantId),
)
const check = statement((db, found: Key & { checkedAt: number; missingSince: number | null }) =>
  db
    .updateTable('domain')
    .set({ checked_at: found.checkedAt, missing_since: found.missingSince })
    .where('domain', '=', found.domain)
    .where('tenant_id', '=', found.tenantId),
)
const unchecked = statement((db, ask: { since: number; limit: number }) =>
  db
    .selectFrom('domain')
    .selectAll()
    .where('proof', 'is not', null)
    .where('checked_at', '<', ask.since)
    .orderBy('checked_at')
    .limit(ask.limit),
)
// A user name is lower case, and a domain has neither of the signs that `like` reads.
const peopleOf = statement((db, key: { tenantId: string; ending: string; limit: number }) =>
  db
    .selectFrom('person')
    .select('user_name')
    .where('tenant_id', '=', key.tenantId)
    .where('user_name', 'like', key.ending)
    .orderBy('user_name')
    .limit(key.limit),
)
const countPeopleOf = statement((db, key: { tenantId: string; ending: string }) =>
  db
    .selectFrom('person')
    .select((e) => e.fn.countAll<number>().as('total'))
    .where('tenant_id', '=', key.tenantId)
    .where('user_name', 'like', key.ending),
)
const insertClaim = statement((db, row: DomainClaimTable) =>
  db
    .insertInto('domain_claim')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const claim = statement((db, key: Key) =>
  db
    .selectFrom('domain_claim')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('domain', '=', key.domain),
)
const claimsOf = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('domain_claim')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('created_at')
    .orderBy('domain'),
)
const claimants = statement((db, key: { domain: string }) =>
  db
    .selectFrom('domain_claim')
    .select('tenant_id')
    .where('domain', '=', key.domain)
    .where((e) => e.or([e('outcome', 'is', null), e('outcome', '!=', 'taken')])),
)
const checkClaim = statement((db, found: ClaimCheck) =>
  db
    .updateTable('domain_claim')
    .set({ checked_at: found.checkedAt, outcome: found.outcome })
    .where('tenant_id', '=', found.tenantId)
    .where('domain', '=', found.domain),
)
const removeClaim = statement((db, key: Key) =>
  db.deleteFrom('domain_claim').where('tenant_id', '=', key.tenantId).where('domain', '=', key.domain),
)

export function domainStore(db: Database): DomainStore {
  return {
    async find(tenantId, domain) {
      const row = await db.first(byName, { tenantId, domain })
      return row && toDomain(row)
    },
    async list(tenantId) {
      return (await db.all(ofTenant, { tenantId })).map(toDomain)
    },
    async insertProven(domain) {
      const row = {
        tenant_id: domain.tenantId,
        domain: domain.domain,
        created_at: toInstant(domain.createdAt),
        is_default: toFlag(domain.isDefault),
        proof: domain.proof ?? null,
        checked_at: toOptionalInstant(domain.checkedAt),
        missing_since: toOptionalInstant(domain.missingSince),
      }
      if ((await db.run(insertDomain, row)) === 0) throw new IdentityRefusal('domain_taken')
    },
    async putDefault(tenantId, domain) {
      await db.run(chooseDefault, { tenantId, domain })
    },
    async putCheck(tenantId, domain, { checkedAt, missingSince }) {
      const found = { checkedAt: toInstant(checkedAt), missingSince: toOptionalInstant(missingSince) }
      await db.run(check, { tenantId, domain, ...found })
    },
    async listUnchecked(since, limit) {
      return (await db.all(unchecked, { since: toInstant(since), limit })).map(toDomain)
    },
    async listPeople(tenantId, domain, limit) {
      const ending = `%@${domain}`
      const named = await db.all(peopleOf, { tenantId, ending, limit })
      const counted = await db.first(countPeopleOf, { tenantId, ending })
      return { total: Number(counted?.total ?? 0), userNames: named.map((row) => row.user_name) }
    },
    async insertClaim({ tenantId, domain, proof, createdAt, checkedAt, outcome }) {
      const row = {
        tenant_id: tenantId,
        domain,
        proof,
        created_at: toInstant(createdAt),
        checked_at: toOptionalInstant(checkedAt),
        outcome: outcome ?? null,
      }
      if ((await db.run(insertClaim, row)) === 0) throw new IdentityRefusal('already_exists')
    },
    async findClaim(tenantId, domain) {
      const row = await db.first(claim, { tenantId, domain })
      return row && toClaim(row)
    },
    async listClaims(tenantId) {
      return (await db.all(claimsOf, { tenantId })).map(toClaim)
    },
    async listClaimants(domain) {
      return (await db.all(claimants, { domain })).map((row) => row.tenant_id)
    },
    async putClaimCheck({ tenantId, domain, checkedAt, outcome }) {
      await db.run(checkClaim, { tenantId, domain, checkedAt: toInstant(checkedAt), outcome })
    },
    async removeClaim(tenantId, domain) {
      await db.run(removeClaim, { tenantId, domain })
    },
  }
}

const toDomain = (row: DomainTable): Domain => ({
  tenantId: row.tenant_id,
  domain: row.domain,
  isDefault: fromFlag(row.is_default),
  createdAt: fromInstant(row.created_at),
  ...present({
    proof: row.proof,
    checkedAt: ifPresent(row.checked_at, fromInstant),
    missingSince: ifPresent(row.missing_since, fromInstant),
  }),
})

const toClaim = (row: DomainClaimTable): DomainClaim => ({
  tenantId: row.tenant_id,
  domain: row.domain,
  proof: row.proof,
  createdAt: fromInstant(row.created_at),
  ...present({ checkedAt: ifPresent(row.checked_at, fromInstant), outcome: row.outcome }),
})
