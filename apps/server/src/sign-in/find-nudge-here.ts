import { rulesOf } from '@latchkey/identity'
import type { Campaign, NudgeDecision } from '@latchkey/policy'
import { findNudge } from '@latchkey/rollout/nudge'
import type { Arrived } from './next-step.ts'
import type { Step } from './step.ts'

/** Find out whether the campaign asks for a passkey in this visit. */
export async function findNudgeHere(
  { deps, flow, tenant, request }: Step,
  { person, session }: Arrived,
): Promise<NudgeDecision> {
  if (tenant === undefined) return { nudge: false, because: 'no_campaign' }
  return await findNudge(deps, {
    tenant,
    person,
    session,
    visitor: request.visitor,
    visit: flow.id,
    startedAt: flow.startedAt,
    onTheWayToMethods: flow.require.asked?.target.kind === 'action',
    usedElsewhere: flow.crossDevice === true,
  })
}

/** Whether a campaign is on. Asks the database nothing, as long as the rules did not change. */
export async function campaignOf({ deps, tenant }: Step): Promise<Campaign['state']> {
  if (tenant === undefined) return 'default'
  return (await rulesOf(deps.stores, deps, tenant)).methods.campaign.state
}
