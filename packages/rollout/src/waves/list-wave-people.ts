import type { Shelves } from '@latchkey/identity'

/** Somebody who can be in a wave. */
export interface PersonInGroups {
  readonly userId: string
  readonly groupIds: readonly string[]
}

/** List everybody who can be in a wave: whoever is switched on, accounts for emergencies left out. By user id. */
export async function listWavePeople(
  tx: Pick<Shelves, 'lockOut'>,
  tenantId: string,
): Promise<readonly PersonInGroups[]> {
  const held = await tx.lockOut.listHeld(tenantId)
  return held
    .filter(({ breakGlass }) => !breakGlass)
    .map(({ userId, groupIds }) => ({ userId, groupIds }))
    .toSorted((a, b) => (a.userId < b.userId ? -1 : 1))
}
