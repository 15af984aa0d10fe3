import type { RegistrationEnforcementDocument } from '../documents/campaign-document.ts'
import { DocumentRefusal } from '../documents/document-refusal.ts'
import { readRegistrationEnforcement } from '../documents/read-campaign.ts'
import { type PeopleSet, toPeople } from '../methods/people-set.ts'

/** How often it may be put off, where that is limited. */
const allowedSnoozes = 3

/** The registration campaign, ready to be decided by. */
export interface Campaign {
  /** `default`: whoever has no passkey at all is asked, and may always say not now. */
  readonly state: 'default' | 'enabled' | 'disabled'
  /** For how long somebody is left in peace who put it off; 0: not at all. */
  readonly snoozeDays: number
  /** How often it may be put off; absent: as often as people like. */
  readonly mostSnoozes?: number
  /** From when on it cannot be put off any more. */
  readonly deadline?: Date
  readonly targets: readonly {
    readonly people: PeopleSet
    readonly method: 'fido2' | 'microsoftAuthenticator'
  }[]
  readonly excluded: PeopleSet
}

/** Make the campaign ready to be decided by. One that does not parse, from the time when it was kept as received, is none. */
export function compileCampaign(document: RegistrationEnforcementDocument): Campaign {
  const campaign = readKept(document)?.authenticationMethodsRegistrationCampaign
  if (campaign === undefined) return none
  const { latchkey_deadline: deadline } = campaign
  return {
    state: campaign.state,
    snoozeDays: campaign.snoozeDurationInDays,
    ...(campaign.enforceRegistrationAfterAllowedSnoozes && { mostSnoozes: allowedSnoozes }),
    ...(deadline && { deadline: new Date(deadline) }),
    targets: campaign.includeTargets.map(({ targetedAuthenticationMethod: method, ...target }) => ({
      people: toPeople([target]),
      method,
    })),
    excluded: toPeople(campaign.excludeTargets),
  }
}

const none: Campaign = { state: 'default', snoozeDays: 1, targets: [], excluded: toPeople([]) }

function readKept(document: unknown): RegistrationEnforcementDocument | undefined {
  try {
    return readRegistrationEnforcement(document, '')
  } catch (refusal) {
    if (refusal instanceof DocumentRefusal) return undefined
    throw refusal
  }
}
