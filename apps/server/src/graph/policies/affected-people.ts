import type { AffectedPeople, NamedAffected } from '@latchkey/identity'
import type { GraphObject } from '../resource-shape.ts'

/** Whom a change would shut out, as the API says it: the first of them by name, and what to say to acknowledge them all. */
export function toAffected({ total, acknowledgement, people }: AffectedPeople): GraphObject {
  return {
    acknowledge: { header: 'Latchkey-Acknowledge', value: acknowledgement },
    affectedCount: total,
    affected: people.map(toAffectedPerson),
  }
}

/** Somebody for whom a change makes things worse: where they stand, what is in their way, and where it is so. */
export function toAffectedPerson(person: NamedAffected): GraphObject {
  const { userId, userName, displayName, before, after, through, byPass, policies, everywhere } = person
  return {
    id: userId,
    userPrincipalName: userName,
    displayName,
    standing: after,
    standingBefore: before,
    through: through ?? null,
    byPass,
    policies,
    situation: everywhere ? null : toSituation(person),
  }
}

/** A place they were in. */
function toSituation({ situation }: NamedAffected): GraphObject {
  const { target, platform, clientAppType, ipAddress, country } = situation
  return {
    applicationId: target.kind === 'app' ? target.clientId : null,
    platform: platform ?? null,
    clientAppType,
    ipAddress,
    country: country ?? null,
  }
}
