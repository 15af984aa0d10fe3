import { mayIssuePass, type PassTerms } from '@latchkey/policy'
import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { hashSecret } from '../passwords/argon2id.ts'
import { getPerson } from '../people/get-person.ts'
import type { Person } from '../people/person.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getRules, rulesOf } from '../rules/get-rules.ts'
import { requireMethod } from '../rules/require-method.ts'
import { endSessionsOfPass } from '../sessions/end-session.ts'
import { afterMinutes } from '../sessions/open-session.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { TemporaryAccessPass } from './pass-store.ts'
import { newPassText } from './pass-text.ts'
import { requireOneWord } from './require-one-word.ts'

/** What whoever issues a pass asks for; what is absent is as the organisation's policy says. */
export interface NewPass extends PersonTarget {
  readonly lifetimeMinutes?: number
  /** Now, if absent. */
  readonly startsAt?: Date
  readonly once?: boolean
}

/**
 * Issue a Temporary Access Pass. The one the person had is gone, and its sessions with it.
 *
 * @returns the pass itself, for the only time: what is kept is its hash
 * @throws IdentityRefusal `not_found`, `not_permitted`, `pass_for_oneself`, `pass_outside_policy`, `person_disabled`;
 *   `not_allowed_by_policy` if passes are not for this person; `another_approver_needed` where one word is not enough
 */
export async function issuePass(deps: Deps, ask: NewPass): Promise<PreparedPass> {
  const prepared = await preparePass(deps, ask)
  await deps.stores.atomically(async (tx) => {
    const { person, times } = await keepPass(tx, deps, ask, prepared.record)
    await requireOneWord(tx, ask)
    await mailPerson(tx, deps, { person, template: 'pass_issued', values: times })
  })
  return prepared
}

/** A pass that nobody has kept yet. */
export interface PreparedPass {
  readonly pass: string
  readonly record: TemporaryAccessPass
}

/**
 * Make a pass and its hash, which takes a while and so comes before the unit that keeps it.
 *
 * @throws IdentityRefusal `pass_for_oneself`, `pass_outside_policy`
 */
export async function preparePass(deps: Deps, ask: NewPass): Promise<PreparedPass> {
  const { tenantId, userId, actor } = ask
  if (actor.kind === 'person' && actor.userId === userId) throw new IdentityRefusal('pass_for_oneself')
  const { terms, length } = (await getRules(deps.stores, deps, tenantId)).methods.pass
  requireTerms(deps, ask, terms)
  const pass = newPassText(deps, length)
  return { pass, record: await toRecord(deps, ask, pass, terms) }
}

/**
 * Keep a pass, in a unit of work: permission, rules and audit with it. Whoever calls tells the person.
 *
 * @throws IdentityRefusal as `issuePass`
 */
export async function keepPass(
  tx: Shelves,
  deps: Deps,
  ask: NewPass,
  record: TemporaryAccessPass,
): Promise<{
  readonly person: Person
  readonly times: { readonly startsAt: string; readonly expiresAt: string }
}> {
  const { tenantId, userId } = ask
  const person = await getPerson(tx, tenantId, userId)
  await requirePermission(tx, ask, 'issue a pass')
  if (!person.enabled) throw new IdentityRefusal('person_disabled')
  const tenant = await getTenant(tx, tenantId)
  await requireMethod(tx, deps, { tenant, person, method: 'temporaryAccessPass' })
  // They may have been changed while we were hashing.
  const now = (await rulesOf(tx, deps, tenant)).methods.pass.terms
  requireTerms(deps, { ...ask, once: record.once }, now)

  const replaced = await tx.passes.put(record)
  await endSessionsOfPass(tx, deps, tenantId, replaced)
  const times = {
    startsAt: record.startsAt.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
  }
  await appendAudit(tx, deps, ask, {
    activity: 'pass_issued',
    target: { kind: 'person', id: userId, name: person.userName },
    detail: { passId: record.passId, once: record.once, replaced: replaced !== undefined, ...times },
  })
  return { person, times }
}

function requireTerms(deps: Pick<Deps, 'now'>, ask: NewPass, terms: PassTerms): void {
  const decision = mayIssuePass(ask, terms, deps.now())
  if (!decision.allow) throw new IdentityRefusal('pass_outside_policy', { detail: decision.because })
}

async function toRecord(
  deps: Deps,
  ask: NewPass,
  pass: string,
  terms: { readonly defaultLifetimeMinutes: number; readonly onceOnly: boolean },
): Promise<TemporaryAccessPass> {
  const now = deps.now()
  const startsAt = ask.startsAt !== undefined && ask.startsAt > now ? ask.startsAt : now
  return {
    tenantId: ask.tenantId,
    userId: ask.userId,
    passId: newId(deps),
    hash: await hashSecret(deps, pass),
    startsAt,
    expiresAt: afterMinutes(startsAt, ask.lifetimeMinutes ?? terms.defaultLifetimeMinutes),
    once: terms.onceOnly || (ask.once ?? false),
    createdAt: now,
    createdBy: ask.actor.userId ?? ask.actor.kind,
  }
}
