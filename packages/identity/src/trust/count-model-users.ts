import type { Deps } from '../deps.ts'
import { memoryOf } from '../memory.ts'

/** How many people have passkeys of which model, by AAGUID, as it was when it was counted. */
export interface ModelUsers {
  readonly at: Date
  readonly people: ReadonlyMap<string, number>
}

/** How many people have passkeys of one model. */
export interface ModelCount {
  readonly aaguid: string
  readonly people: number
}

/** What counting takes. */
export interface CountingDeps extends Pick<Deps, 'stores' | 'now'> {
  /** Counts where nobody who signs in waits for it: with many passkeys it takes a while. */
  countModels(tenantId: string): Promise<readonly ModelCount[]>
}

/** Counting reads an index over every passkey of the tenant: not at every keystroke of a search. */
const rememberedMilliseconds = 60_000

/** Count how many people of a tenant have passkeys of each model; what was counted within the minute does. */
export async function countModelUsers(deps: CountingDeps, tenantId: string): Promise<ModelUsers> {
  const { modelUsers } = memoryOf(deps.stores)
  const at = deps.now()
  const known = modelUsers.get(tenantId)
  const age = known === undefined ? Number.POSITIVE_INFINITY : at.getTime() - known.at.getTime()
  if (known !== undefined && age >= 0 && age < rememberedMilliseconds) return known
  const counted = await deps.countModels(tenantId)
  const users = { at, people: new Map(counted.map(({ aaguid, people }) => [aaguid, people])) }
  modelUsers.set(tenantId, users)
  return users
}
