import { byThemselves } from '../attribution.ts'
import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { newSecret, sha256 } from '../ids/secret.ts'
import type { TemporaryAccessPass } from '../passes/pass-store.ts'
import { hashSecret } from '../passwords/argon2id.ts'
import { insertPerson, toPerson } from '../people/add-person.ts'
import { insertRole } from '../people/change-roles.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { afterMinutes, openSession } from '../sessions/open-session.ts'
import type { Proof, Session } from '../sessions/session.ts'
import { concludeSignIn } from '../sign-in/signed-in.ts'
import { insertTenant, toTenant } from './create-tenant.ts'
import { requireNoRealTenant } from './first-administrator-link.ts'
import type { Tenant } from './tenant.ts'

/** What the first administrator says about the organisation and themselves. */
export interface NewOrganisation {
  readonly linkToken: string
  readonly organisation: string
  readonly domain: string
  readonly userName: string
  readonly displayName: string
  readonly mail?: string
  readonly visitor: Visitor
}

/**
 * Set up the organisation by the first administrator's link: the tenant, its first person, and a session in which they
 * make their passkey; one unit, in which the link is spent.
 *
 * The session is that of a one-time pass which is used already: it may register a passkey for ten minutes, and ends with
 * the pass.
 *
 * @throws IdentityRefusal `link_unusable`, `not_permitted` if there is a real organisation already, `already_exists`,
 *   `invalid_input`
 */
export async function setUpOrganisation(
  deps: Deps,
  ask: NewOrganisation,
): Promise<{
  readonly tenant: Tenant
  readonly person: Person
  readonly session: Session
  readonly token: string
}> {
  // Looking spends nothing; but whoever has no link shall not make us hash.
  const linkHash = sha256(ask.linkToken)
  const isThere = await deps.stores.links.find(linkHash, deps.now())
  if (isThere === undefined) throw new IdentityRefusal('link_unusable')

  const made = toTenant(deps, { ...ask, displayName: ask.organisation })
  const { tenant } = made
  const { tenantId } = tenant
  const person = toPerson(deps, { ...ask, tenantId }, [made.domain])
  const pass = await toUsedPass(deps, person, tenant.settings.passes.defaultLifetimeMinutes)

  return deps.stores.atomically(async (tx) => {
    const link = await tx.links.take(linkHash, deps.now())
    if (link === undefined) throw new IdentityRefusal('link_unusable')
    await requireNoRealTenant(tx)

    const by = byThemselves({ tenantId, userId: person.userId }, ask.visitor)
    await insertTenant(tx, deps, by, made)
    await insertPerson(tx, deps, by, person)
    await insertRole(tx, deps, by, 'globalAdministrator')

    await tx.passes.put(pass)
    const taken = await tx.passes.take(tenantId, pass.passId, deps.now())
    if (!taken) throw new Error('a pass that was just made could not be taken')
    const proof: Proof = { method: 'temporaryAccessPass', at: deps.now() }
    const opened = await openSession(tx, deps, { tenant, person, proof, visitor: ask.visitor, pass })
    const trail = { visitor: ask.visitor, method: 'temporaryAccessPass' } as const
    await concludeSignIn(tx, deps, { trail, tenant, person, opened, proof, detail: 'first administrator' })
    return { tenant, person, ...opened }
  })
}

/** A pass whose text nobody knows. */
async function toUsedPass(
  deps: Deps,
  { tenantId, userId }: Person,
  lifetimeMinutes: number,
): Promise<TemporaryAccessPass> {
  const createdAt = deps.now()
  return {
    tenantId,
    userId,
    passId: newId(deps),
    hash: await hashSecret(deps, newSecret(deps)),
    startsAt: createdAt,
    expiresAt: afterMinutes(createdAt, lifetimeMinutes),
    once: true,
    createdAt,
    createdBy: 'first-administrator',
  }
}
