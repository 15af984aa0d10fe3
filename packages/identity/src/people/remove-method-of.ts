import { equalBytes, toBase64url } from '@latchkey/encoding'
import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { isAtHand } from '../credentials/is-at-hand.ts'
import type { Deps } from '../deps.ts'
import { byAdministrator } from '../outbox/by-administrator.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { endSessionsOfPasskey } from '../sessions/end-session.ts'
import type { Shelves } from '../stores.ts'
import { getPerson } from './get-person.ts'
import type { Person } from './person.ts'
import { requireAbleAdministrator, toLeftPasskey } from './require-able-administrator.ts'
import { requirePermission } from './require-permission.ts'

/**
 * Remove somebody else's passkey. Sessions that it opened end with it. It may be their last way to sign in: they are let
 * in again by a pass. One's own is removed by `removePasskey`, which wants a fresh proof.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `last_administrator` if no administrator could sign in any more
 */
export async function removePasskeyOf(
  deps: Deps,
  ask: PersonTarget & { readonly credentialId: Uint8Array },
): Promise<void> {
  const { tenantId, userId, credentialId } = ask
  await deps.stores.atomically(async (tx) => {
    const person = await getOtherPerson(tx, ask)
    const credential = await tx.credentials.find(tenantId, credentialId)
    if (credential?.userId !== userId) throw new IdentityRefusal('not_found', { detail: 'passkey' })
    const held = await tx.credentials.listOfPerson(tenantId, userId)
    const left = held.filter((each) => !equalBytes(each.id, credentialId) && isAtHand(each))
    await requireAbleAdministrator(tx, deps, person, { passkeys: left.map(toLeftPasskey) })

    const id = toBase64url(credentialId)
    await tx.credentials.remove(tenantId, userId, credentialId)
    await endSessionsOfPasskey(tx, deps, { tenantId, userId, credentialId: id })
    const method = { kind: 'passkey', id, name: credential.name }
    await tellRemoval(tx, deps, ask, { activity: 'passkey_removed', person, method })
  })
}

/**
 * Remove somebody else's code generator, as `removePasskeyOf` removes a passkey.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `last_administrator` if no administrator could sign in any more
 */
export async function removeTotpOf(
  deps: Deps,
  ask: PersonTarget & { readonly totpId: string },
): Promise<void> {
  const { tenantId, userId, totpId } = ask
  await deps.stores.atomically(async (tx) => {
    const person = await getOtherPerson(tx, ask)
    const held = await tx.totps.listOfPerson(tenantId, userId)
    const totp = held.find((each) => each.totpId === totpId)
    if (totp === undefined) throw new IdentityRefusal('not_found', { detail: 'totp' })
    await requireAbleAdministrator(tx, deps, person, { totp: held.length > 1 })

    await tx.totps.remove(tenantId, userId, totpId)
    const method = { kind: 'totp', id: totpId, name: totp.name }
    await tellRemoval(tx, deps, ask, { activity: 'totp_removed', person, method })
  })
}

async function getOtherPerson(tx: Shelves, ask: PersonTarget): Promise<Person> {
  const person = await getPerson(tx, ask.tenantId, ask.userId)
  await requirePermission(tx, ask, 'remove a method')
  if (ask.actor.userId === ask.userId) throw new IdentityRefusal('not_permitted', { detail: 'for oneself' })
  return person
}

interface Removal {
  readonly activity: 'passkey_removed' | 'totp_removed'
  readonly person: Person
  readonly method: { readonly kind: string; readonly id: string; readonly name: string }
}

/** The audit log and the person learn of it, in the same unit of work. */
export async function tellRemoval(
  tx: Shelves,
  deps: Deps,
  by: PersonTarget,
  { activity, person, method }: Removal,
): Promise<void> {
  await appendAudit(tx, deps, by, {
    activity,
    target: { kind: 'person', id: person.userId, name: person.userName },
    detail: { method: method.kind, methodId: method.id, name: method.name },
  })
  await mailPerson(tx, deps, {
    person,
    template: activity,
    values: { name: method.name, ...(await byAdministrator(tx, by)) },
  })
}
