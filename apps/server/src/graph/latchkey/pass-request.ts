import type { PassRequest, PassRequestApproval, Person } from '@latchkey/identity'
import type { GraphCall } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject } from '../resource-shape.ts'

/** Write requests with the names of everybody in them: two statements, however many they are. */
export async function toPassRequests(
  { deps, tenant }: GraphCall,
  requests: readonly PassRequest[],
): Promise<readonly GraphObject[]> {
  const ids = requests.flatMap(({ userId, first, decision }) =>
    [userId, first?.by, decision?.by].filter((id) => id !== undefined),
  )
  const people = await deps.stores.people.listByIds(tenant.tenantId, [...new Set(ids)])
  const byId = new Map(people.map((person) => [person.userId, person]))
  const now = deps.now()
  return requests.map((request) => toPassRequest(request, byId, now))
}

function toPassRequest(request: PassRequest, people: ReadonlyMap<string, Person>, now: Date): GraphObject {
  const late = request.state === 'open' && request.expiresAt <= now
  const person = people.get(request.userId)
  return {
    id: request.requestId,
    state: late ? 'expired' : request.state,
    createdDateTime: toGraphTime(request.askedAt),
    expirationDateTime: toGraphTime(request.expiresAt),
    startDateTime: request.startsAt === undefined ? null : toGraphTime(request.startsAt),
    lifetimeInMinutes: request.lifetimeMinutes ?? null,
    reason: request.reason,
    contact: request.contact,
    askedAgain: request.again
      ? { dateTime: toGraphTime(request.again.at), contact: request.again.contact }
      : null,
    ipAddress: request.ipAddress,
    userAgent: request.userAgent,
    user: {
      id: request.userId,
      displayName: person?.displayName ?? null,
      userPrincipalName: person?.userName ?? null,
      accountEnabled: person?.enabled ?? null,
    },
    firstApproval: toApproval(request.first, people),
    decision: request.decision && {
      ...toApproval(request.decision, people),
      note: request.decision.note ?? null,
    },
    delivery: request.delivery ?? null,
    temporaryAccessPassId: request.passId ?? null,
  }
}

function toApproval(
  approval: PassRequestApproval | undefined,
  people: ReadonlyMap<string, Person>,
): GraphObject | null {
  if (approval === undefined) return null
  const { by, at, checks } = approval
  const displayName = people.get(by)?.displayName ?? null
  return { by: { id: by, displayName }, dateTime: toGraphTime(at), checks: [...checks] }
}
