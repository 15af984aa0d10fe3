import type { Deps } from '@latchkey/identity'
import type { RolloutStores } from './stores.ts'

/** What the use cases need. */
export interface RolloutDeps extends Deps {
  readonly stores: RolloutStores
}
