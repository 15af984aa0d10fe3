import type { Deps } from '../deps.ts'
import { analyseChange } from './analyse-change.ts'
import type { LockOutAsk } from './lock-out-ask.ts'
import type { LockOutFindings } from './lock-out-findings.ts'

/** What was found out before a unit of work, and how often it was tried. */
export interface Rehearsal {
  readonly findings?: LockOutFindings
  /** How often it was found out already. If people move faster than that, the unit finds out by itself in the end. */
  readonly times: number
}

/** Thrown out of a unit that needs to know more than it should find out while others wait. Never seen outside. */
export class NotRehearsed extends Error {
  override readonly name = 'NotRehearsed'
  readonly ask: LockOutAsk

  constructor(ask: LockOutAsk) {
    super('whom the change shuts out has to be found out first')
    this.ask = ask
  }
}

/**
 * Run a unit of work that wants to know whom it shuts out. What takes long is found out before it, where nobody waits
 * (`deps.lockOut.analyse`: in another thread); the unit itself only sees that it still holds. If it does not, all of it
 * is done again.
 */
export async function rehearsed<T>(
  deps: Pick<Deps, 'stores' | 'now' | 'lockOut'>,
  unit: (rehearsal: Rehearsal) => Promise<T>,
): Promise<T> {
  let rehearsal: Rehearsal = { times: 0 }
  for (;;) {
    try {
      return await unit(rehearsal)
    } catch (error) {
      if (!(error instanceof NotRehearsed)) throw error
      rehearsal = { times: rehearsal.times + 1, findings: await findOut(deps, error.ask) }
    }
  }
}

/** Find out whom a change shuts out, on what is committed, where nobody waits for it. */
export async function findOut(
  deps: Pick<Deps, 'stores' | 'now' | 'lockOut'>,
  ask: LockOutAsk,
): Promise<LockOutFindings> {
  return deps.lockOut?.analyse?.(ask) ?? (await analyseChange(deps.stores, deps, ask))
}
