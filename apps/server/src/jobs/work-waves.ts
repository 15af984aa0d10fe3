import type { ServerDeps } from '../server-deps.ts'

/** How long the right to work lasts. If it takes longer, two nodes are at it, and each person is moved once all the same. */
const leaseMilliseconds = 30 * 60_000

/**
 * Do what is due for the waves of all organisations: start those whose day has come, look at their people, end them. One
 * node does it. What goes wrong with one wave is logged, and the others go on.
 *
 * @returns how many waves were looked at; `undefined` if another node is at it
 */
export async function workWaves(deps: ServerDeps, holder: string): Promise<number | undefined> {
  const { stores } = deps
  const now = deps.now()
  const until = new Date(now.getTime() + leaseMilliseconds)
  if (!(await stores.leases.take('waves', holder, now, until))) return undefined
  try {
    const due = await stores.waves.listDue(now)
    if (due.length === 0) return 0
    const { workWave } = await import('@latchkey/rollout')
    for (const wave of due) {
      try {
        await workWave(deps, wave)
      } catch (cause) {
        const { tenantId, waveId } = wave
        deps.log.error({ err: cause, tenantId, waveId }, 'a wave could not go on; it is tried again')
      }
    }
    return due.length
  } finally {
    await stores.leases.remove('waves', holder)
  }
}
