import type { Attribution, Deps } from '@latchkey/identity'
import type { RolloutStores } from '../stores.ts'
import type { PersonInGroups } from './list-wave-people.ts'
import type { Rehearsal, RehearsalAsk } from './rehearsal.ts'

/** How it is worked out what a wave would do, where nobody waits for it. */
export interface WaveMeans {
  readonly rehearse: (ask: RehearsalAsk) => Promise<Rehearsal>
  readonly listPeople: (tenantId: string) => Promise<readonly PersonInGroups[]>
}

/** What waves need. */
export interface WaveDeps extends Deps {
  readonly stores: RolloutStores
  /** On what is committed, in another thread. Absent: here. */
  readonly waveMeans?: WaveMeans
}

/** A wave, and on whose behalf something is done with it. */
export type WaveAsk = Attribution & { readonly tenantId: string; readonly waveId: string }
