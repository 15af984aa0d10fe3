import { useClient } from '@latchkey/front'
import type { CampaignDocument, CampaignTargetDocument } from '@latchkey/policy'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { RuleRequest } from '../../../lock-out/rule-change.ts'
import type { Target } from '../../methods/policy.ts'

const path = '/policies/authenticationMethodsPolicy'

interface MethodsPolicy {
  readonly registrationEnforcement: {
    readonly authenticationMethodsRegistrationCampaign: CampaignDocument
  }
}

/** Whom a campaign reaches today. */
export interface NudgeReach {
  readonly isOn: boolean
  readonly people: number
  readonly withoutPasskey: number
  readonly putOff: number
  /** Nothing if it can be put off for ever. */
  readonly usedUp: number | null
}

/** The campaign as it is kept. */
export function useCampaign(): CampaignDocument {
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['rules', 'methodsPolicy'],
    queryFn: ({ signal }) => client.get<MethodsPolicy>(path, { signal }),
  })
  return data.registrationEnforcement.authenticationMethodsRegistrationCampaign
}

/** The request that keeps it. */
export function toRequest(campaign: CampaignDocument): RuleRequest {
  const body = { registrationEnforcement: { authenticationMethodsRegistrationCampaign: campaign } }
  return { method: 'PATCH', path, body }
}

/** What was chosen, asked for passkeys; what was chosen before goes on asking for what it asked for. */
export function toTargets(
  chosen: readonly Target[],
  before: readonly CampaignTargetDocument[],
): readonly CampaignTargetDocument[] {
  return chosen.map(
    (target) =>
      before.find(({ id }) => id === target.id) ?? { ...target, targetedAuthenticationMethod: 'fido2' },
  )
}

/** The day of an instant, as a date field has it. */
export function toDay(instant: string | null | undefined): string {
  return instant?.slice(0, 10) ?? ''
}

/** The instant at which a day begins. */
export function fromDay(day: string): string | null {
  return day === '' ? null : `${day}T00:00:00.000Z`
}
