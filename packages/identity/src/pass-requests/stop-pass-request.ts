import { toBase64url } from '@latchkey/encoding'
import type { Actor, Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import { fromVisitor } from '../outbox/mail-person.ts'
import { getPerson } from '../people/get-person.ts'
import type { Person } from '../people/person.ts'
import { rolesThatMay } from '../people/role-table.ts'
import { endAllInUnit, endSessionsOfPass } from '../sessions/end-session.ts'
import type { Shelves } from '../stores.ts'

/**
 * Stop a request for a pass, waiting or approved: the person says that it was not them. A pass that came of it is gone,
 * with every session it opened, and the help desk is told. If somebody used it, what was added to the account since goes
 * too, and every session ends: a thief leaves nothing behind.
 *
 * It takes no proof but knowing the request's id, which the person's mails name: this only ever takes power away.
 *
 * @returns false if there is nothing to stop
 */
export async function stopPassRequest(
  deps: Deps,
  ask: {
    readonly tenantId: string
    readonly requestId: string
    readonly visitor: Visitor
    /** The person, if they are signed in. */
    readonly actor?: Actor
  },
): Promise<boolean> {
  const { tenantId, requestId, visitor, actor = { kind: 'system' as const } } = ask
  return deps.stores.atomically(async (tx) => {
    const by = actor.userId ?? 'link'
    const { correlationId, ipAddress } = visitor
    const attribution = { tenantId, actor, correlationId, ipAddress }
    const stopped = await tx.passRequests.takeStop(tenantId, requestId, by, deps.now())
    if (stopped === undefined) return false
    const person = await getPerson(tx, tenantId, stopped.userId)
    const pass = await tx.passes.find(tenantId, stopped.userId)
    if (pass !== undefined && pass.passId === stopped.passId) {
      await tx.passes.remove(tenantId, stopped.userId)
      await endSessionsOfPass(tx, deps, tenantId, pass.passId)
      if (pass.usedAt !== undefined) await undoUse(tx, deps, attribution, person, pass.usedAt)
    }
    await appendAudit(tx, deps, attribution, {
      activity: 'pass_request_stopped',
      target: { kind: 'person', id: person.userId, name: person.userName },
      detail: { requestId, was: stopped.state, passUsed: pass?.usedAt !== undefined },
    })
    await mailAdministrators(tx, deps, {
      tenantId,
      roles: rolesThatMay('issue a pass'),
      template: 'pass_request_stopped',
      values: { name: person.displayName, ...fromVisitor(visitor), path: '/admin/requests' },
    })
    return true
  })
}

/** Take back what came of a pass that somebody else used: ways to sign in that were added since, and every session. */
async function undoUse(
  tx: Shelves,
  deps: Deps,
  attribution: Attribution & { readonly tenantId: string },
  { tenantId, userId }: Person,
  usedAt: Date,
): Promise<void> {
  for (const { id, name, createdAt } of await tx.credentials.listOfPerson(tenantId, userId)) {
    if (createdAt < usedAt) continue
    await tx.credentials.remove(tenantId, userId, id)
    await appendAudit(tx, deps, attribution, {
      activity: 'passkey_removed',
      target: { kind: 'passkey', id: toBase64url(id), name },
      detail: { because: 'pass stopped' },
    })
  }
  for (const { totpId, name, createdAt } of await tx.totps.listOfPerson(tenantId, userId)) {
    if (createdAt < usedAt) continue
    await tx.totps.remove(tenantId, userId, totpId)
    await appendAudit(tx, deps, attribution, {
      activity: 'totp_removed',
      target: { kind: 'totp', id: totpId, name },
      detail: { because: 'pass stopped' },
    })
  }
  await endAllInUnit(tx, deps, { tenantId, userId, because: 'disowned' })
}
