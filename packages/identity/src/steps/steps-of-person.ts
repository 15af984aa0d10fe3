import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { getPerson } from '../people/get-person.ts'
import { requirePermission } from '../people/require-permission.ts'
import type { StepEvent } from './step-event.ts'

const atOnce = 1000

/** After every id. */
const forever = new Date(8_640_000_000_000_000)

/**
 * Give out everything that is kept of the steps somebody came to, the oldest first, and write down that it was.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`
 */
export async function exportSteps(
  deps: Pick<Deps, 'stores' | 'now' | 'random'>,
  ask: PersonTarget,
): Promise<readonly StepEvent[]> {
  const { tenantId, userId } = ask
  return await deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, tenantId, userId)
    await requirePermission(tx, ask, 'read people')
    const events: StepEvent[] = []
    let some: readonly StepEvent[]
    do {
      const after = events.at(-1)?.eventId
      const query = { from: new Date(0), until: forever, limit: atOnce, userId }
      some = await tx.stepEvents.list(tenantId, { ...query, ...(after !== undefined && { after }) })
      events.push(...some)
    } while (some.length === atOnce)
    await appendAudit(tx, deps, ask, {
      activity: 'steps_exported',
      target: { kind: 'person', id: userId, name: person.userName },
      detail: { events: events.length },
    })
    return events
  })
}

/**
 * Forget the steps somebody came to: the figures count without them from then on. What they have to sign in with, and the
 * logs, stay as they are.
 *
 * @returns how many events that were
 * @throws IdentityRefusal `not_found`, `not_permitted`
 */
export async function eraseSteps(
  deps: Pick<Deps, 'stores' | 'now' | 'random'>,
  ask: PersonTarget,
): Promise<number> {
  const { tenantId, userId } = ask
  return await deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, tenantId, userId)
    await requirePermission(tx, ask, 'change people')
    const events = await tx.stepEvents.removeOfPerson(tenantId, userId)
    await appendAudit(tx, deps, ask, {
      activity: 'steps_erased',
      target: { kind: 'person', id: userId, name: person.userName },
      detail: { events },
    })
    return events
  })
}
