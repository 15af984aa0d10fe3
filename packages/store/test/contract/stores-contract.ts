import { approvalsContract } from './approvals.ts'
import { callersContract } from './callers.ts'
import { campaignContract } from './campaign.ts'
import { campaignMailsContract } from './campaign-mails.ts'
import { deviceLinksContract } from './device-links.ts'
import { devicesContract } from './devices.ts'
import { funnelContract } from './funnel.ts'
import { guideContract } from './guide.ts'
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
import { stepsContract } from './steps.ts'
import { trustContract } from './trust.ts'
import { unitsContract } from './units.ts'
import { wavesContract } from './waves.ts'
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
  devicesContract(open)
  approvalsContract(open)
  deviceLinksContract(open)
  logsContract(open)
  stepsContract(open)
  funnelContract(open)
  campaignContract(open)
  wavesContract(open)
  campaignMailsContract(open)
  guideContract(open)
  unitsContract(open)
  isolationContract(open)
}
