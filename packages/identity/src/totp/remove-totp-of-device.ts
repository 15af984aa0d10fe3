import { mayRemoveMethod } from '@latchkey/policy'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps, Visitor } from '../deps.ts'
import type { KnownDevice } from '../devices/registered-device-store.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { findUsableMethods } from '../people/find-usable-methods.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { count } from '../throttling/count-attempt.ts'
import { limits } from '../throttling/limits.ts'
import { findStep, readTypedCode } from './one-time-code.ts'
import { openTotpSecret } from './sealed-secret.ts'

/**
 * Remove the codes that the asking device makes. It shows that it makes them with a code of now, so that no device takes
 * away another's; who guesses one has learned nothing, for with it the codes are gone. Where they cannot go no code is
 * looked at: a device would learn by guessing what signs its person in.
 *
 * @throws IdentityRefusal `too_many_attempts`, `not_found`, `last_method`, `code_incorrect`
 */
export async function removeTotpOfDevice(
  deps: Deps,
  ask: {
    readonly device: KnownDevice
    readonly totpId: string
    readonly code: string
    readonly visitor: Visitor
  },
): Promise<void> {
  const { tenantId, userId, deviceId } = ask.device
  // Not with those of the sign-in: a device that is lost would keep its owner from typing codes.
  await count(deps, tenantId, `totp-removals ${deviceId}`, limits.account)
  await deps.stores.atomically(async (tx) => {
    const person = await tx.people.find(tenantId, userId)
    const held = await tx.totps.listOfPerson(tenantId, userId)
    const totp = held.find(({ totpId }) => totpId === ask.totpId)
    if (person === undefined || totp === undefined) throw new IdentityRefusal('not_found', { detail: 'totp' })
    const before = await findUsableMethods(tx, deps, person)
    const { settings } = await getTenant(tx, tenantId)
    requireDecision(
      mayRemoveMethod(before, { ...before, totp: before.totp && held.length > 1 }, settings.leastStrength),
    )
    const code = readTypedCode(ask.code)
    const secret = await openTotpSecret(deps, totp)
    if (code === undefined || findStep(secret, code, deps.now()) === undefined)
      throw new IdentityRefusal('code_incorrect')
    await tx.totps.remove(tenantId, userId, totp.totpId)
    await appendAudit(tx, deps, byThemselves(ask.device, ask.visitor), {
      activity: 'totp_removed',
      target: { kind: 'totp', id: totp.totpId, name: totp.name },
      detail: { deviceId },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'totp_removed',
      values: { name: totp.name, ...fromVisitor(ask.visitor) },
    })
  })
}
