import { callersContract } from './callers.ts'
import { instanceContract } from './instance.ts'
import { isolationContract } from './isolation.ts'
import { lockOutContract } from './lock-out.ts'
import { logsContract } from './logs.ts'
import { methodsContract } from './methods.ts'
import { organisationContract } from './organisation.ts'
import { peopleContract } from './people.ts'
import { recoveryContract } from './recovery.ts'
import { rulesContract } from './rules.ts'
import { sessionsContract } from './sessions.ts'
import { trustContract } from './trust.ts'
import { unitsContract } from './units.ts'
import type { Open } from './world.ts'

/** Everything the stores promise, whatever is underneath. */
export function storesContract(open: Open): void {
  peopleContract(open)
  organisationContract(open)
  methodsContract(open)
  callersContract(open)
  recoveryContract(open)
  sessionsContract(open)
  rulesContract(open)
  lockOutContract(open)
  instanceContract(open)
  trustContract(open)
  logsContract(open)
  unitsContract(open)
  isolationContract(open)
}
