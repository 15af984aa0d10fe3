import { getRuleDocuments } from '@latchkey/identity'
import type { LeftReason } from '@latchkey/rollout'
import type { GraphCall } from '../../graph-route.ts'
import { toGraphTime } from '../../graph-time.ts'
import type { GraphObject } from '../../resource-shape.ts'

/** Who may have a passkey and has none, by name: a report, and what reads reports reads names in every one of them. */
export async function listPeopleLeft(
  call: GraphCall,
  asked: { readonly reason?: LeftReason; readonly code?: string },
): Promise<readonly GraphObject[]> {
  const { deps, tenant } = call
  const { tenantId } = tenant
  const { documents } = await getRuleDocuments(deps.stores, deps, tenantId)
  const left = await deps.logs.listLeft({ tenantId, documents, ...asked })
  const people = await deps.stores.people.listByIds(
    tenantId,
    left.map(({ userId }) => userId),
  )
  const names = new Map(people.map((person) => [person.userId, person]))
  return left
    .map(({ userId, reason, code, device, waveId, last }) => ({
      id: userId,
      userPrincipalName: names.get(userId)?.userName ?? '',
      displayName: names.get(userId)?.displayName ?? '',
      reason,
      code: code ?? null,
      device,
      waveId: waveId ?? null,
      lastStep: last?.step ?? null,
      lastStepDateTime: last ? toGraphTime(last.at) : null,
    }))
    .toSorted((a, b) => (a.userPrincipalName < b.userPrincipalName ? -1 : 1))
}
