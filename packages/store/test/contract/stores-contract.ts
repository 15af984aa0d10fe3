import { callersContract } from './callers.ts'
import { instanceContract } from './instance.ts'
import { isolationContract } from './isolation.ts'
import { lockOutContract } from './lock-out.ts'
import { methodsContract } from './methods.ts'
import { peopleContract } from './people.ts'
import { rulesContract } from './rules.ts'
import { sessionsContract } from './sessions.ts'
import { trustContract } from './trust.ts'
import { unitsContract } from './units.ts'
import type { Open } from './world.ts'

/** Everything the stores promise, whatever is underneath. */
export function storesContract(open: Open): void {
  peopleContract(open)
  methodsContract(open)
  callersContract(open)
  sessionsContract(open)
  rulesContract(open)
  lockOutContract(open)
  instanceContract(open)
  trustContract(open)
  unitsContract(open)
  isolationContract(open)
}
