import { toBase64url } from '@latchkey/encoding'
import { removeAllApprovals } from '../approvals/remove-approver.ts'
import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { endDevice } from '../devices/end-device.ts'
import { newSecret } from '../ids/secret.ts'
import { byAdministrator } from '../outbox/by-administrator.ts'
import { mailPerson } from '../outbox/mail-person.ts'
import { keepPass, type NewPass, type PreparedPass, preparePass } from '../passes/issue-pass.ts'
import { requireOneWord } from '../passes/require-one-word.ts'
import { endAllInUnit } from '../sessions/end-session.ts'
import type { Shelves } from '../stores.ts'
import { getPerson } from './get-person.ts'
import type { Person } from './person.ts'
import { tellRemoval } from './remove-method-of.ts'
import { requireAbleAdministrator } from './require-able-administrator.ts'
import { requirePermission } from './require-permission.ts'

/**
 * Have a person register anew: their passkeys, code generators and devices are gone, every session ends, and a pass is the
 * way in.
 * A password stays; it lets nobody register by itself. All of it or nothing: without a pass nothing is removed.
 *
 * @returns the pass, for the only time
 * @throws IdentityRefusal `not_found`, `not_permitted`; `last_administrator` if no administrator could sign in any more;
 *   `pass_for_oneself`, `pass_outside_policy`, `person_disabled`, `not_allowed_by_policy` where no pass can be issued
 */
export async function requireAgain(deps: Deps, ask: NewPass): Promise<PreparedPass> {
  const prepared = await preparePass(deps, ask)
  const stamp = newSecret(deps)
  await deps.stores.atomically(async (tx) => {
    const { tenantId, userId } = ask
    await requirePermission(tx, ask, 'remove a method')
    await requirePermission(tx, ask, 'end sessions')
    const person = await getPerson(tx, tenantId, userId)
    await requireAbleAdministrator(tx, deps, person, { passkeys: [], totp: false })

    const passkeys = await tx.credentials.listOfPerson(tenantId, userId)
    for (const { id, name } of passkeys) {
      await tx.credentials.remove(tenantId, userId, id)
      const method = { kind: 'passkey', id: toBase64url(id), name }
      await tellRemoval(tx, deps, ask, { activity: 'passkey_removed', person, method })
    }
    const totps = await tx.totps.listOfPerson(tenantId, userId)
    for (const { totpId, name } of totps) {
      await tx.totps.remove(tenantId, userId, totpId)
      const method = { kind: 'totp', id: totpId, name }
      await tellRemoval(tx, deps, ask, { activity: 'totp_removed', person, method })
    }
    const approvals = await removeAllApprovals(tx, ask)
    const devices = await removeAllDevices(tx, deps, ask, person)
    const sessions = await endAllInUnit(tx, deps, { tenantId, userId, because: 'revoked_by_administrator' })
    await tx.people.putSecurityStamp(tenantId, userId, stamp)
    await appendAudit(tx, deps, ask, {
      activity: 'registration_required_again',
      target: { kind: 'person', id: userId, name: person.userName },
      detail: {
        passkeys: passkeys.length,
        totps: totps.length,
        sessions,
        devices,
        ...(approvals.devices > 0 && { approvers: approvals.devices }),
      },
    })
    const { times } = await keepPass(tx, deps, ask, prepared.record)
    await requireOneWord(tx, ask)
    await mailPerson(tx, deps, { person, template: 'pass_issued', values: times })
  })
  return prepared
}

/** A device that stayed would speak for itself: it would say that it approves, and nobody would have registered it anew. */
async function removeAllDevices(tx: Shelves, deps: Deps, by: PersonTarget, person: Person): Promise<number> {
  const devices = await tx.registeredDevices.listOfPerson(person.tenantId, person.userId)
  for (const device of devices) {
    const { displayName: name } = device.entry
    await endDevice(tx, deps, { device, how: 'removed' })
    await appendAudit(tx, deps, by, {
      activity: 'device_removed',
      target: { kind: 'device', id: device.objectId, name },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'device_revoked',
      values: { name, ...(await byAdministrator(tx, by)) },
    })
  }
  return devices.length
}
