import type { AffectedPeople } from '@latchkey/identity'
import type { GraphObject } from '../resource-shape.ts'

/** Whom a change would shut out, as the API says it: the first of them by name, and what to say to acknowledge them all. */
export function toAffected({ total, acknowledgement, people }: AffectedPeople): GraphObject {
  return {
    acknowledge: { header: 'Latchkey-Acknowledge', value: acknowledgement },
    affectedCount: total,
    affected: people.map(({ userId, userName, displayName, standing, policies }) => ({
      id: userId,
      userPrincipalName: userName,
      displayName,
      standing,
      policies,
    })),
  }
}
