import type { Deps } from '../deps.ts'
import { memoryOf } from '../memory.ts'

/** How many people have passkeys of which model, by AAGUID, as it was when it was counted. */
export interface ModelUsers {
  readonly at: Date
  readonly people: ReadonlyMap<string, number>
}

/** Counting reads an index over every passkey of the tenant: not at every keystroke of a search. */
const rememberedMilliseconds = 60_000

/** Count how many people of a tenant have passkeys of each model; what was counted within the minute does. */
export async function countModelUsers(
  deps: Pick<Deps, 'stores' | 'now'>,
  tenantId: string,
): Promise<ModelUsers> {
  const { modelUsers } = memoryOf(deps.stores)
  const at = deps.now()
  const known = modelUsers.get(tenantId)
  const age = known === undefined ? Number.POSITIVE_INFINITY : at.getTime() - known.at.getTime()
  if (known !== undefined && age >= 0 && age < rememberedMilliseconds) return known
  const counted = await deps.stores.home.countModels(tenantId)
  const users = { at, people: new Map(counted.map(({ aaguid, people }) => [aaguid, people])) }
  modelUsers.set(tenantId, users)
  return users
}
