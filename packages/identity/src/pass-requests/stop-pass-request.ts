import type { Actor } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import { fromVisitor } from '../outbox/mail-person.ts'
import { getPerson } from '../people/get-person.ts'
import { rolesThatMay } from '../people/role-table.ts'
import { endSessionsOfPass } from '../sessions/end-session.ts'

/**
 * Stop a request for a pass, waiting or approved: the person says that it was not them. A pass that came of it is gone,
 * with every session it opened, and the help desk is told.
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
    const stopped = await tx.passRequests.takeStop(tenantId, requestId, by, deps.now())
    if (stopped === undefined) return false
    const person = await getPerson(tx, tenantId, stopped.userId)
    const pass = await tx.passes.find(tenantId, stopped.userId)
    if (pass !== undefined && pass.passId === stopped.passId) {
      await tx.passes.remove(tenantId, stopped.userId)
      await endSessionsOfPass(tx, deps, tenantId, pass.passId)
    }
    await appendAudit(
      tx,
      deps,
      { tenantId, actor, correlationId: visitor.correlationId, ipAddress: visitor.ipAddress },
      {
        activity: 'pass_request_stopped',
        target: { kind: 'person', id: person.userId, name: person.userName },
        detail: { requestId, was: stopped.state, passUsed: pass?.usedAt !== undefined },
      },
    )
    await mailAdministrators(tx, deps, {
      tenantId,
      roles: rolesThatMay('issue a pass'),
      template: 'pass_request_stopped',
      values: { name: person.displayName, ...fromVisitor(visitor), path: '/admin/requests' },
    })
    return true
  })
}
